import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chunked, Recording, recordingOf } from '../read/recording.ts';
import { junit } from './junit.ts';
import { xccdf } from './xccdf.ts';

const BOMB = readFileSync(new URL('../../fixtures/hostile-doctype.xml', import.meta.url));
const ARF = readFileSync(new URL('../../fixtures/scap-arf.xml', import.meta.url));

describe('hostile XML', () => {
  it.each([junit, xccdf])(
    'a DOCTYPE with entities is refused by $id before anything is expanded',
    async (reader) => {
      await expect(recordingOf(reader, BOMB)).rejects.toMatchObject({
        code: 'xml.doctype',
        position: expect.stringMatching(/^line 9/),
      });
    },
  );

  it('nesting beyond 64 levels is refused', async () => {
    const deep = (levels: number) => `<testsuite>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</testsuite>`;
    await expect(recordingOf(junit, deep(64))).rejects.toMatchObject({ code: 'xml.depth' });
    await expect(recordingOf(junit, deep(63))).resolves.toBeDefined();
  });

  it.each([
    ['cut off', '<testsuite><testcase name="a"'],
    ['never closed', '<testsuite><testcase name="a"/>'],
    ['an unknown entity', '<testsuite name="&lol;"/>'],
    ['an unbound prefix', '<testsuite><x:a/></testsuite>'],
    ['two roots', '<testsuite/><testsuite/>'],
    ['no XML at all', '{"a":1}'],
  ])('%s is one fault with its place', async (name, text) => {
    await expect(recordingOf(junit, text)).rejects.toMatchObject({
      code: /^(?:cut off|never closed)$/.test(name) ? 'xml.truncated' : 'xml.syntax',
      position: expect.stringMatching(/^line \d+, column \d+$/),
    });
  });

  it('one text of 40 MiB without a tag is refused, not gathered', async () => {
    async function* endless() {
      yield Buffer.from('<testsuite>');
      for (let i = 0; i < 40; i += 1) yield await Promise.resolve(Buffer.alloc(1 << 20, 'a'));
    }
    await expect(junit.read(endless(), new Recording(), {})).rejects.toMatchObject({ code: 'xml.text' });
  });

  it('bytes that are not in the declared encoding are refused', async () => {
    await expect(recordingOf(junit, Buffer.from('<testsuite name="\xe9"/>', 'latin1'))).rejects.toMatchObject(
      { code: 'xml.encoding' },
    );
  });
});

describe('honest XML', () => {
  it('is read alike in chunks of any size', async () => {
    const whole = await recordingOf(xccdf, ARF);
    for (const size of [1, 7, 1000]) {
      const recording = new Recording();
      await xccdf.read(chunked(ARF, size), recording, {});
      expect(recording.observations).toEqual(whole.observations);
    }
  });

  it('may be Latin-1 when it says so, or UTF-16 by its mark', async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><testsuite name="é"><testcase name="ü"/></testsuite>';
    expect((await recordingOf(junit, Buffer.from(text, 'latin1'))).observations[0]?.subject).toBe('é.ü');
    const wide = Buffer.from(`\ufeff${text.replace('ISO-8859-1', 'UTF-16')}`, 'utf16le');
    expect((await recordingOf(junit, wide)).observations[0]?.subject).toBe('é.ü');
  });
});
