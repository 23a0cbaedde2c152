// The same file in other clothes says the same; values that cannot be true are kept from becoming more than they are.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { FIXTURES, readingOf, type Fixture } from './fixtures.testing.ts';
import { zipOf } from './zipOf.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-disguises-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'file');

/** XML that declares UTF-8 cannot be UTF-16, so its declaration goes with its encoding. */
const undeclared = (text: string): string => text.replace(/^<\?xml[^>]*\?>/, '');
const CLOTHES: readonly (readonly [string, (fixture: Fixture) => Uint8Array])[] = [
  ['a byte order mark', ({ text }) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', ({ text }) => Buffer.from(`\ufeff${undeclared(text)}`, 'utf16le')],
  ['UTF-16, big end first', ({ text }) => Buffer.from(`\ufeff${undeclared(text)}`, 'utf16le').swap16()],
  ['gzip', ({ text }) => gzipSync(text)],
  ['a ZIP archive', ({ text }) => zipOf([['scan', text]])],
  ['Windows line ends', ({ text }) => Buffer.from(text.replaceAll('\n', '\r\n'))],
];

describe.each(CLOTHES)('in %s', (name, dress) => {
  test.each(FIXTURES)('$name says the same', async (fixture) => {
    // An archive has no one table that a column mapping could be for.
    if (fixture.reader === 'csv' && name === 'a ZIP archive') return;
    const plain = await readingOf(path, fixture.text, fixture.options);
    const dressed = await readingOf(path, dress(fixture), fixture.options);
    expect(dressed.observations).toEqual(plain.observations);
    expect(dressed.rows).toEqual(plain.rows);
    expect(dressed.summary.counts).toEqual(plain.summary.counts);
  });
});

const json = FIXTURES.filter((fixture) => /^[[{]/.test(fixture.text) && !/^\{.*\}\n\{/.test(fixture.text));

test.each(json)('$name with something behind its end is refused once, with its place', async (fixture) => {
  const { summary } = await readingOf(path, `${fixture.text.trimEnd()} trailing`, fixture.options);
  expect(summary.counts.fatal).toBe(1);
  const fatal = summary.problems.find((problem) => problem.level === 'fatal');
  expect(fatal?.code).toBe('json.syntax');
  expect(fatal?.position).toMatch(/byte \d+$|^line \d+, column \d+$/);
});

test.each(json)('$name behind a comment and with one at each line’s end says the same', async (fixture) => {
  const commented = `// written by hand: it's "quoted" [[[\n${fixture.text.replaceAll('\n', ' // note {\n')}`;
  const plain = await readingOf(path, fixture.text, fixture.options);
  const read = await readingOf(path, commented, fixture.options);
  expect(read.observations).toEqual(plain.observations);
  expect(read.summary.counts).toEqual(plain.summary.counts);
});

const finding = (change: string): string =>
  `{"class_uid":2003,"metadata":{"product":{"name":"Guard"}},"finding_info":{"title":"t"},"severity":"High","time":1770091506000,"resources":[{"uid":"vm"}],"compliance":{"control":"C","status_id":1}${change}}`;
const only = async (change: string) => {
  const { observations, summary } = await readingOf(path, finding(change));
  expect(summary.reader).toBe('ocsf');
  return { found: observations[0], summary };
};

describe('values that cannot be true', () => {
  test.each([
    '"2026-02-30T05:00:00Z"',
    '"2026-13-01T05:00:00Z"',
    '"2026-06-01T25:00:00Z"',
    '"0000-00-00"',
    '1e300',
    '-5',
    '9007199254740993',
    'null',
    '{}',
  ])('a time of %s is no time', async (time) => {
    expect((await only(`,"time":${time}`)).found?.observedAt).toBeUndefined();
  });

  test.each(['1.0000000001', '9007199254740993', '"1"', 'true', '[1]', '-0', '1e999', '{"toString":"1"}'])(
    'a status of %s is no pass',
    async (status) => {
      const { found } = await only(`,"compliance":{"control":"C","status_id":${status}}`);
      expect(found?.status).toBe('unknown');
    },
  );

  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'the word %s is no status',
    async (word) => {
      const { found } = await only(`,"compliance":{"control":"C","status":"${word}"}`);
      expect(found?.status).toBe('unknown');
    },
  );

  test('of a name that stands twice the last counts, as in every parser of JSON', async () => {
    const { found } = await only(
      `,"compliance":{"control":"C","status_id":1,"status_id":3},"__proto__":{"compliance":{"status_id":1}}`,
    );
    expect(found?.status).toBe('fail');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('a text of 20 MiB is one short message; an item of 40 MiB is refused', async () => {
    const long = await only(`,"status_detail":"${'x'.repeat(20 * 1024 * 1024)}"`);
    expect(long.found?.message).toHaveLength(500);
    const { summary } = await readingOf(path, finding(`,"a":"${'x'.repeat(40 * 1024 * 1024)}"`));
    expect(summary.problems.map((problem) => problem.code)).toEqual(['json.item_too_large']);
  });

  test('UTF-8 that is broken or holds NUL bytes is told by its byte or kept out of texts', async () => {
    const bytes = Buffer.from(finding(',"message":"a?b"'));
    bytes[bytes.indexOf('?')] = 0xff;
    const { summary } = await readingOf(path, bytes);
    expect(summary.problems).toMatchObject([{ code: 'json.encoding', level: 'error' }]);
    const { found } = await only(`,"message":"a\\u0000b"`);
    expect(found?.message).toBe('a b');
  });
});

test('cells that a spreadsheet would run come through as they are, with quotes and line breaks', async () => {
  const cells = ['=1+1', '+cmd', '@sum', '-2', "'=x", '\t=tab', 'two\nlines; and "quotes"'];
  const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const table = `Control;Asset;Result;Note\n${quoted.map((cell) => `C-1;${cell};pass;${cell}`).join('\n')}\n`;
  const columns = { check: 'Control', subject: 'Asset', status: 'Result', message: 'Note' };
  const { observations, summary } = await readingOf(path, table, { columns });
  const shown = cells.map((cell) => cell.replace(/[\t\n]+/g, ' ').trim());
  expect(observations.map((each) => each.subject)).toEqual(shown);
  expect(observations.map((each) => each.message)).toEqual(shown);
  expect(summary.problems).toEqual([]);
});
