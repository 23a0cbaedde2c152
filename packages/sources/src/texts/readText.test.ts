// Documents as people have them, and as strangers send them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTextInWorker, TEXT_LIMITS } from '../limits/readTextInWorker.ts';
import { zipOf } from '../read/zipOf.testing.ts';
import { readText } from './readText.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-text-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function fileOf(content: string | Uint8Array): string {
  count += 1;
  const path = join(folder, String(count));
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array) {
  return readText({ path: fileOf(content), limits: TEXT_LIMITS });
}

async function problem(content: string | Uint8Array): Promise<string | undefined> {
  const found = await read(content);
  return found.ok ? undefined : found.error.code;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const p = (style: string, ...runs: readonly string[]): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs.join('')}</w:p>`;
const r = (text: string, marks = ''): string =>
  `<w:r>${marks === '' ? '' : `<w:rPr>${marks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const item = (list: number, level: number, text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(text)}</w:p>`;
const cell = (text: string): string => `<w:tc>${p('', r(text))}</w:tc>`;

const STYLES = `<w:styles ${W}>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>`;
const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

function word(body: string, more: readonly (readonly [string, string])[] = []): Buffer {
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'word/document.xml',
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ],
    ['word/styles.xml', STYLES],
    ['word/numbering.xml', NUMBERING],
    ...more,
  ]);
}

async function markdown(body: string): Promise<string> {
  const found = await read(word(body));
  return found.ok ? found.value.text : found.error.code;
}

describe('a Word document', () => {
  test('gives headings by the name of their style, paragraphs, bold words and lists within lists', async () => {
    expect(
      await markdown(
        p('TOC1', r('Scope 3')) +
          p('berschrift1', r('Scope', '<w:b/>')) +
          p('', r('Every '), r('door', '<w:b/>'), r(' is '), r('shut ', '<w:i/>'), r('at night.')) +
          item(3, 0, 'Lock') +
          item(3, 1, 'front') +
          item(3, 0, 'Check') +
          p('', r('3. No list')),
      ),
    ).toBe(
      '# Scope\n\nEvery **door** is *shut* at night.\n\n1. Lock\n   - front\n2. Check\n\n3\\. No list\n',
    );
  });

  test('gives tables, and what changes became: deleted and hidden words are gone, inserted ones stay', async () => {
    expect(
      await markdown(
        `<w:tbl><w:tr>${cell('Who')}${cell('When')}</w:tr><w:tr>${cell('A|B')}${cell('daily')}</w:tr></w:tbl>` +
          `<w:p>${r('Keys ')}<w:del>${r('never ')}</w:del><w:ins>${r('always ')}</w:ins>${r('secret ', '<w:vanish/>')}${r('return.')}</w:p>`,
      ),
    ).toBe('| Who | When |\n| --- | --- |\n| A\\|B | daily |\n\nKeys always return.\n');
  });

  test('with macros, without words, without its part, with a DOCTYPE or cut off is refused by name', async () => {
    expect(await problem(word(p('', r('x')), [['word/vbaProject.bin', 'x']]))).toBe('docx.macros');
    expect(await problem(word(p('')))).toBe('docx.empty');
    expect(await problem(zipOf([['xl/workbook.xml', '<x/>']]))).toBe('docx.part_missing');
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>';
    expect(await problem(zipOf([['word/document.xml', bomb]]))).toBe('xml.doctype');
    expect(await problem(word(p('', r('x'))).subarray(0, 300))).toBe('zip.damaged');
    expect(await problem(word('<w:p>'.repeat(90)))).toBe('xml.depth');
    expect(await problem(word(p('', r('x'.repeat(40)).repeat(60_000))))).toBe('text.too_long');
    expect(await problem(word(p('', r('x'.repeat(12_000_000)))))).toBe('zip.ratio');
  });
});

describe('Markdown and PDF', () => {
  test('a text is taken as it stands, without its mark and the line ends of Windows', async () => {
    expect(await read('\ufeff# Rules\r\n\r\nNo dogs.\r\n')).toEqual({
      ok: true,
      value: { kind: 'markdown', text: '# Rules\n\nNo dogs.\n' },
    });
  });

  test('a PDF is kept as it is', async () => {
    expect(await read('%PDF-1.4\n1 0 obj\n%%EOF\n')).toEqual({ ok: true, value: { kind: 'pdf', text: '' } });
  });

  test.each([
    ['%PDF-1.4\n1 0 obj', 'pdf.cut_off'],
    ['%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\n%%EOF', 'pdf.protected'],
    ['%PDF-1.4\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF', 'pdf.active'],
    ['<!doctype html><p>x', 'text.markup'],
    ['{\\rtf1 x}', 'text.markup'],
    ['  \n', 'text.empty'],
    ['a\u0000b', 'text.binary'],
    [Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'text.encoding'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'doc.old'],
    ['x'.repeat(1_000_001), 'text.too_long'],
  ])('is refused by name: %j', async (content, code) => {
    expect(await problem(content)).toBe(code);
  });
});

test('is read in a process of its own, and refused there when it takes too long', async () => {
  const path = fileOf(word(p('', r('Read apart.'))));
  expect(await readTextInWorker({ path, limits: TEXT_LIMITS })).toEqual({
    ok: true,
    value: { kind: 'docx', text: 'Read apart.\n' },
  });
  const late = await readTextInWorker({ path, limits: { ...TEXT_LIMITS, totalMs: 1 } });
  expect(!late.ok && late.error.code).toBe('limit.time');
});
