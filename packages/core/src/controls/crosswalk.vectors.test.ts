// The vectors of the crosswalk, run: relations, strengths, paths, overlap.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crosswalk } from './crosswalk.ts';
import { overlap, type Overlap, type OverlapDirection } from './overlap.ts';
import { casesIn, type Fields } from '../kernel/testing/fields.ts';
import { control, fact, mapping, ref } from './testing/situation.ts';

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../vectors/crosswalk/${file}`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

describe.each(['relations.json', 'strengths.json', 'paths.json'])('the crosswalk, %s', (file) => {
  test.each(cases(file))('%s', (_title, given) => {
    const mappings = given.list('mappings').map(mapping);
    const pairs = crosswalk(mappings, given.maybe('iso'));
    expect(pairs.map(({ via, ...pair }) => ({ ...pair, via: via.map((path) => path.control) }))).toEqual(
      given.value('expect'),
    );
  });
});

describe.each([
  ['overlap.json', (found: Overlap) => found],
  ['overlap-strict.json', (found: Overlap) => found.strict],
] as const)('the overlap, %s', (file, count) => {
  test.each(cases(file))('%s', (_title, given) => {
    const found = count(
      overlap({
        controls: given.list('controls').map(control),
        mappings: given.list('mappings').map(mapping),
        requirements: given.texts('requirements').map(ref),
        evidence: given.list('evidence').map(fact),
      }),
    );
    expect({ iso_by_soc2: plain(found.isoBySoc2), soc2_by_iso: plain(found.soc2ByIso) }).toEqual(
      given.value('expect'),
    );
  });
});

function plain({ requirements, controls, evidence, effort }: OverlapDirection): OverlapDirection {
  return { requirements, controls, evidence, effort };
}
