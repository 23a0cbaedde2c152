import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainDate, type PlainDate } from '../../kernel/index.ts';
import { populationDigest } from './digest.ts';
import { readRow, rowText, sortedRows, type PopulationRow } from './row.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const text = fc.string({ unit: 'binary' });
const rows: fc.Arbitrary<PopulationRow> = fc.record({
  key: text,
  day: fc.constantFrom(day('2026-01-01'), day('2026-02-28')),
  done: fc.option(fc.constant(day('2026-03-01')), { nil: undefined }),
  fields: fc.dictionary(text, text, { maxKeys: 4 }),
});

describe('a row of a population', () => {
  it('is written in canonical JSON, without a day of doing where there is none', () => {
    const row = { key: 'E-7', day: day('2026-06-01'), done: undefined, fields: { team: 'Ops', b: 'é' } };
    expect(rowText(row)).toBe('{"day":"2026-06-01","fields":{"b":"é","team":"Ops"},"key":"E-7"}');
    expect(rowText({ ...row, done: day('2026-06-02') })).toContain('"done":"2026-06-02"');
  });

  it('is read back as it was written, and nothing else is read', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const text = rowText(row);
        expect(text === undefined || rowText(readRow(text) ?? row)).toBe(text ?? true);
        if (row.key.isWellFormed() && text !== undefined) expect(readRow(text)?.key).toBe(row.key);
      }),
    );
    for (const bad of ['', '[]', '{"key":"a"}', '{"key":"a","day":"2026-02-30","fields":{}}'])
      expect(readRow(bad)).toBeUndefined();
    expect(readRow('{"key":"a","day":"2026-02-03","fields":{}}'), 'not in canonical order').toBeUndefined();
    expect(readRow('{"day":"2026-02-03","fields":{"a":1},"key":"a"}'), 'a field is text').toBeUndefined();
  });

  it('with a lone surrogate has no text', () => {
    expect(rowText({ key: '\ud800', day: day('2026-06-01'), done: undefined, fields: {} })).toBeUndefined();
    expect(sortedRows(['\ud800'])).toBeUndefined();
    expect(populationDigest(['\ud800'], sha256)).toBeUndefined();
  });
});

describe('the digest', () => {
  it('sorts by bytes, not by UTF-16 units: U+FF5E stands before U+1F600', () => {
    const texts = ['"\u{1F600}"', '"\u{FF5E}"', '"a', '"a"'];
    const decoder = new TextDecoder();
    expect(sortedRows(texts)?.map((bytes) => decoder.decode(bytes))).toEqual([
      '"a',
      '"a"',
      '"\u{FF5E}"',
      '"\u{1F600}"',
    ]);
  });

  it('does not depend on the order of the source, and does on every row', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), fc.nat(), (texts, seed) => {
        const wellFormed = texts.map((each) => each.toWellFormed());
        const turned = [
          ...wellFormed.slice(seed % texts.length),
          ...wellFormed.slice(0, seed % texts.length),
        ];
        expect(populationDigest(turned, sha256)).toBe(populationDigest(wellFormed, sha256));
        expect(populationDigest([...wellFormed, 'x'], sha256)).not.toBe(populationDigest(wellFormed, sha256));
      }),
    );
  });

  it('of nothing is SHA-256 of nothing; of one row its leaf; of three as RFC 6962 says', () => {
    expect(populationDigest([], sha256)).toBe(hex(sha256(new Uint8Array(0))));
    const leaf = (of: string): Uint8Array => sha256(Buffer.concat([Buffer.of(0), Buffer.from(of)]));
    const node = (a: Uint8Array, b: Uint8Array): Uint8Array => sha256(Buffer.concat([Buffer.of(1), a, b]));
    expect(populationDigest(['a'], sha256)).toBe(hex(leaf('a')));
    expect(populationDigest(['c', 'a', 'b'], sha256)).toBe(hex(node(node(leaf('a'), leaf('b')), leaf('c'))));
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}
