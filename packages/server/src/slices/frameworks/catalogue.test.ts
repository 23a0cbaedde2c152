// What content/ holds, counted: the numbers that the frameworks' publishers name, and what we promise beside them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crosswalk, groupBy, isOf } from '@assay/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCatalogue } from './catalogue.ts';

const content = fileURLToPath(new URL('../../../../../content', import.meta.url));
const catalogue = readCatalogue(content);

function requirements(id: string) {
  return catalogue.frameworks.get(id)?.requirements ?? [];
}

function counts(keys: Iterable<string>): Readonly<Record<string, number>> {
  return Object.fromEntries([...groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}

describe('the frameworks', () => {
  it('hold ISO/IEC 27001:2022 whole: clauses 4 to 10, 93 controls in four themes, 11 of them new', () => {
    const all = requirements('iso27001:2022');
    const clauses = all.filter((each) => each.kind === 'clause');
    const controls = all.filter((each) => each.kind === 'control');
    expect([clauses.length, clauses.filter((each) => each.leaf).length]).toEqual([34, 30]);
    expect(counts(controls.map((each) => each.group))).toEqual({
      organizational: 37,
      people: 8,
      physical: 14,
      technological: 34,
    });
    expect(controls.filter((each) => each.isNew)).toHaveLength(11);
    expect(controls.filter((each) => Object.keys(each.attributes ?? {}).length === 5)).toHaveLength(93);
    expect(all.filter((each) => each.amendment).map((each) => each.id)).toEqual(['4.1', '4.2']);
  });

  it('hold the 114 controls of 2013, each with what became of it', () => {
    const old = requirements('iso27001:2013').filter((each) => each.kind === 'control');
    const [pairs] = catalogue.editions;
    expect(old).toHaveLength(114);
    expect(pairs?.pairs).toHaveLength(115);
    expect(new Set(pairs?.pairs.map((pair) => pair.from))).toEqual(new Set(old.map((each) => each.ref)));
    const reached = new Set([...(pairs?.pairs.map((pair) => pair.to) ?? []), ...(pairs?.fresh ?? [])]);
    expect(reached.size).toBe(93);
  });

  it('hold the 61 criteria in five categories, each with points of focus', () => {
    const criteria = requirements('soc2:2017');
    expect(counts(criteria.map((each) => each.category ?? ''))).toEqual({
      security: 33,
      availability: 3,
      confidentiality: 2,
      processing_integrity: 5,
      privacy: 18,
    });
    expect(criteria.every((each) => (each.pointsOfFocus?.length ?? 0) > 0)).toBe(true);
    expect(criteria.flatMap((each) => each.pointsOfFocus ?? [])).toHaveLength(330);
  });
});

describe('the common control set', () => {
  it('has 100 to 130 controls, each of which answers both or says which one, and 300 checks or more', () => {
    expect(catalogue.controls.length).toBeGreaterThanOrEqual(100);
    expect(catalogue.controls.length).toBeLessThanOrEqual(130);
    expect(catalogue.checks.size).toBeGreaterThanOrEqual(300);
    const mapped = new Set(catalogue.mappings.map((mapping) => mapping.control));
    expect(catalogue.controls.filter((control) => !mapped.has(control.code))).toEqual([]);
  });

  it('answers every clause, every Annex A control and every criterion with more than support', () => {
    const answered = new Set(
      catalogue.mappings.filter((each) => each.strength !== 'supporting').map((each) => each.to),
    );
    const open = [...requirements('iso27001:2022'), ...requirements('soc2:2017')]
      .filter((each) => each.leaf && !answered.has(each.ref))
      .map((each) => each.ref);
    expect(open).toEqual([]);
  });
});

const agreed = new URL(
  '../../../../../../shared/data/frameworks/consensus-pairs-train.json',
  import.meta.url,
);
const there = existsSync(agreed);
const pairsSchema = z.object({
  pairs: z.array(z.object({ tsc: z.string(), iso: z.string(), votes: z.number().optional() })),
});
const read = (place: URL | string) => pairsSchema.parse(JSON.parse(readFileSync(place, 'utf8'))).pairs;

describe('the crosswalk', () => {
  it('explains only pairs that it does not hold', () => {
    expect(held(read(`${content}/crosswalk/left-out.json`))).toEqual([]);
  });

  it.skipIf(!there)(
    `holds or explains every pair that two public sources agree on${there ? '' : ' (skipped: no ../shared)'}`,
    () => {
      const two = read(agreed).filter((pair) => (pair.votes ?? 0) >= 2);
      const explained = read(`${content}/crosswalk/left-out.json`);
      const known = new Set([...held(two), ...explained].map((pair) => `${pair.tsc} ${pair.iso}`));
      expect(two.length).toBeGreaterThan(100);
      expect(two.filter((pair) => !known.has(`${pair.tsc} ${pair.iso}`))).toEqual([]);
    },
  );
});

/** Those of the pairs that our mappings give. */
function held<T extends { readonly tsc: string; readonly iso: string }>(pairs: readonly T[]): readonly T[] {
  const ours = new Set(
    crosswalk(catalogue.mappings)
      .filter((pair) => isOf('soc2', pair.tsc))
      .map((pair) => `${idOf(pair.tsc)} ${idOf(pair.iso)}`),
  );
  return pairs.filter((pair) => ours.has(`${pair.tsc} ${pair.iso}`));
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
