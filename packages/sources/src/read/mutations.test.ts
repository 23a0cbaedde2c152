// Files that were cut, damaged or filled with words that nobody defines: nothing throws, every problem says where
// and what to do, and no value that is unknown ever makes a pass.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OBSERVATION_STATUSES } from '@assay/core';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { FIXTURES, readingOf, type Fixture, type Reading } from './fixtures.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-mutations-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CUTS = 40;
const DAMAGES = 60;
const STATUSES: ReadonlySet<string> = new Set(OBSERVATION_STATUSES);

const read = (fixture: Fixture, data: string | Uint8Array): Promise<Reading> =>
  readingOf(join(folder, 'file'), data, fixture.options);

function passesOf({ observations }: Reading): readonly string[] {
  return observations.filter((each) => each.status === 'pass').map((each) => `${each.check} ${each.subject}`);
}

/** What holds of every reading, whatever the bytes were. */
function sound({ summary, observations }: Reading): void {
  for (const problem of summary.problems) {
    expect(problem.code).toMatch(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$/);
    expect(problem.message).toMatch(/\S.*[.]$/s);
    expect(problem.position).not.toBe('');
    expect(problem.remedy).toMatch(/\S.*[.]$/s);
  }
  expect(summary.counts.fatal).toBeLessThanOrEqual(1);
  for (const each of observations) expect(STATUSES.has(each.status)).toBe(true);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

/** The formats in which a line is an item: what was cut between two lines cannot be seen. */
const BY_LINE = new Set(['csv', 'prowler-csv', 'ocsf', 'in-toto', 'asff']);

describe.each(FIXTURES)('$name', (fixture) => {
  test('cut anywhere is refused, or says less and never more', async () => {
    const whole = new Set(passesOf(await read(fixture, fixture.text)));
    const end = fixture.text.trimEnd().length;
    const wrong: string[] = [];
    for (let i = 0; i < CUTS; i += 1) {
      const cut = Math.floor((end * (i + 0.5)) / CUTS);
      const reading = await read(fixture, fixture.text.slice(0, cut));
      sound(reading);
      const { reader, counts } = reading.summary;
      // Too short to be recognised, it is an artefact, which says nothing.
      if (reader !== 'artefact' && !BY_LINE.has(fixture.reader) && counts.fatal !== 1)
        wrong.push(`cut at ${cut} and taken for whole`);
      if (counts.fatal === 0)
        wrong.push(
          ...passesOf(reading)
            .filter((pass) => !whole.has(pass))
            .map((pass) => `${pass}, cut at ${cut}`),
        );
    }
    expect(wrong).toEqual([]);
  });

  test('damaged at random never throws', async () => {
    const bytes = Buffer.from(fixture.text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.nat(bytes.length - 1),
            away: fc.nat(40),
            put: fc.oneof(
              fc.uint8Array({ maxLength: 4 }),
              fc.constantFrom(...HOSTILE).map((text) => Buffer.from(text)),
            ),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (damages) => {
          let data = bytes;
          for (const { at, away, put } of damages)
            data = Buffer.concat([data.subarray(0, at), put, data.subarray(at + away)]);
          sound(await read(fixture, data));
        },
      ),
      { numRuns: DAMAGES },
    );
  });

  test('with a word that nobody defines in place of any value has no more passes than before', async () => {
    const before = passesOf(await read(fixture, fixture.text)).length;
    for (const { from, until } of valuesOf(fixture)) {
      const text = `${fixture.text.slice(0, from)}zz-undefined${fixture.text.slice(until)}`;
      const reading = await read(fixture, text);
      sound(reading);
      expect(passesOf(reading).length, `instead of ${fixture.text.slice(from, until)}`).toBeLessThanOrEqual(
        before,
      );
    }
  });
});

const HOSTILE = [
  '\u0000',
  '"',
  '\\',
  '{"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '[[[[',
  '}]',
  '<![CDATA[',
  '&lol;',
  '<!DOCTYPE x>',
  '\ufeff',
  '1e999',
  '9007199254740993',
  '2026-02-30T25:61:61Z',
  '\r',
  ';',
  '//',
  '=cmd|calc',
];

interface Place {
  readonly from: number;
  readonly until: number;
}

/** Every value of a file: texts of JSON that are no names, attributes and texts of XML, cells of a table. */
function valuesOf(fixture: Fixture): readonly Place[] {
  const pattern = fixture.text.startsWith('<')
    ? /(?<==")[^"]*(?=")|(?<=>)[^<>\s][^<>]*(?=<)/g
    : fixture.options.columns || fixture.reader === 'prowler-csv'
      ? /(?<=[;,\n])[^;,\n"]+(?=[;,\n])/g
      : /(?<=[:[,]\s*")(?:[^"\\]|\\.)*(?="\s*[,}\]])/g;
  return [...fixture.text.matchAll(pattern)].map((found) => ({
    from: found.index,
    until: found.index + found[0].length,
  }));
}
