// What the crosswalk promises of any set of mappings, and of ours.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RELATIONS, STRENGTHS, type Mapping } from './control.ts';
import { COMPOSED, crosswalk, weaker } from './crosswalk.ts';
import { overlap, type Share } from './overlap.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { control, mapping } from './testing/situation.ts';

const someMapping = fc
  .record({
    control: fc.constantFrom('C-1', 'C-2', 'C-10'),
    to: fc.constantFrom(
      'soc2:2017/CC1.1',
      'soc2:2017/CC6.1',
      'iso27001:2022/6.1.2',
      'iso27001:2022/A.5.1',
      'iso27001:2022/A.5.10',
      'own:1/X',
    ),
    relation: fc.constantFrom(...RELATIONS),
    strength: fc.constantFrom(...STRENGTHS),
  })
  .map((some) => mapping(new Fields(some)));
const someMappings = fc.uniqueArray(someMapping, {
  maxLength: 18,
  selector: (each) => `${each.control} ${each.to}`,
});
const inAnyOrder = someMappings.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

describe('the crosswalk', () => {
  test('is the same in whatever order mappings come', () => {
    fc.assert(
      fc.property(inAnyOrder, ([told, otherwise]) => {
        expect(crosswalk(otherwise)).toEqual(crosswalk(told));
      }),
    );
  });

  test('has a pair exactly where a control answers both ends, and explains it by all of them', () => {
    fc.assert(
      fc.property(someMappings, (all) => {
        const expected = all.flatMap((tsc) =>
          tsc.to.startsWith('soc2:')
            ? all
                .filter((iso) => iso.control === tsc.control && iso.to.startsWith('iso27001:2022/'))
                .map((iso) => `${tsc.to} ${iso.to} ${tsc.control}`)
            : [],
        );
        const paths = crosswalk(all).flatMap((pair) =>
          pair.via.map((path) => `${pair.tsc} ${pair.iso} ${path.control}`),
        );
        expect([...paths].sort()).toEqual([...expected].sort());
      }),
    );
  });

  test('is never stronger than the stronger of its paths, which are no stronger than their ends', () => {
    fc.assert(
      fc.property(someMappings, (all) => {
        for (const pair of crosswalk(all)) {
          const strengths = pair.via.map((path) => weaker(path.tsc.strength, path.iso.strength));
          expect(STRENGTHS.find((strength) => strengths.includes(strength))).toBe(pair.strength);
        }
      }),
    );
  });

  test('composes relations that hold for every three sets', () => {
    // Read as sets: whenever control, criterion and requirement stand so to one another, the composed
    // word must not be refuted, except that nothing follows where the table says "intersects".
    const set = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(set, set, set, (c, t, i) => {
        const composed = COMPOSED[relationOf(c, t)][relationOf(c, i)];
        if (composed !== 'intersects') expect(within(t, i, composed)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('our own mappings', () => {
  const mappings = ours();

  test('give pairs to Annex A and to clauses, each with a reason at both ends', () => {
    const pairs = crosswalk(mappings);
    expect(new Set(pairs.map((pair) => pair.kind))).toEqual(new Set(['clause', 'control']));
    for (const path of pairs.flatMap((pair) => pair.via))
      expect(path.tsc.rationale.length * path.iso.rationale.length).toBeGreaterThan(0);
  });

  test('overlap in both directions with numerators inside their denominators', () => {
    const controls = [...new Set(mappings.map((each) => each.control))].map((code) =>
      control(new Fields({ code })),
    );
    const found = overlap({
      controls,
      mappings,
      requirements: [...new Set(mappings.map((each) => each.to))],
      evidence: [],
    });
    const shares: readonly Share[] = [found.isoBySoc2, found.soc2ByIso].flatMap((each) => [
      each.requirements,
      each.controls,
      each.evidence,
      each.effort,
    ]);
    for (const share of shares) {
      expect(share.numerator).toBeLessThanOrEqual(share.denominator);
      expect(new Set(share.members).size).toBe(share.members.length);
    }
    expect(found.soc2ByIso.controls.members).toEqual(found.isoBySoc2.controls.members);
    expect(found.isoBySoc2.requirements.numerator).toBeGreaterThan(0);
    for (const side of ['isoBySoc2', 'soc2ByIso'] as const)
      for (const kind of ['requirements', 'controls', 'effort'] as const) {
        const [generous, strict] = [found[side][kind], found.strict[side][kind]];
        expect(strict.denominator).toBe(generous.denominator);
        expect(generous.members).toEqual(expect.arrayContaining([...strict.members]));
      }
  });
});

function ours(): readonly Mapping[] {
  const folder = new URL('../../../../content/controls/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
  return files.flatMap((name) =>
    new Fields(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
      .list('controls')
      .flatMap((each) =>
        each.list('mappings').map((own) => mapping(new Fields({ control: each.text('id') }, own))),
      ),
  );
}

function relationOf(a: readonly number[], b: readonly number[]): (typeof RELATIONS)[number] {
  const inside = a.every((each) => b.includes(each));
  const around = b.every((each) => a.includes(each));
  if (inside && around) return 'equal';
  return inside ? 'subset' : around ? 'superset' : 'intersects';
}

function within(
  t: readonly number[],
  i: readonly number[],
  relation: 'equal' | 'subset' | 'superset',
): boolean {
  const inside = t.every((each) => i.includes(each));
  const around = i.every((each) => t.includes(each));
  return relation === 'equal' ? inside && around : relation === 'subset' ? inside : around;
}
