// The crosswalk: which criterion meets which ISO requirement, computed through shared controls and
// never stored, so that every pair carries its path and its reasons.
import type { RequirementRef } from '../frameworks/index.ts';
import { groupBy, type ControlCode } from '../kernel/index.ts';
import type { Mapping, Relation, Strength } from './control.ts';

/** One end of a path: how a control answers a requirement. */
export interface PathEnd {
  readonly relation: Relation;
  readonly strength: Strength;
  readonly rationale: string;
}

/** A control that both requirements meet in. */
export interface CrosswalkPath {
  readonly control: ControlCode;
  readonly tsc: PathEnd;
  readonly iso: PathEnd;
}

/** A pair of requirements; relation is that of the criterion to the ISO requirement. */
export interface CrosswalkPair {
  readonly tsc: RequirementRef;
  readonly iso: RequirementRef;
  readonly relation: Relation;
  readonly strength: Strength;
  /** Every shared control, strongest path first. */
  readonly via: readonly CrosswalkPath[];
}

const RANK: Readonly<Record<Strength, number>> = { full: 2, partial: 1, supporting: 0 };

/**
 * Relation of a criterion to an ISO requirement, from what one control is to each. Set reasoning:
 * if the control is part of the criterion and all of the ISO requirement, the criterion is the larger.
 * First key: control to criterion; second key: control to ISO requirement.
 */
const COMPOSED: Readonly<Record<Relation, Readonly<Record<Relation, Relation>>>> = {
  equal: { equal: 'equal', subset: 'subset', superset: 'superset', intersects: 'intersects' },
  subset: { equal: 'superset', subset: 'intersects', superset: 'superset', intersects: 'intersects' },
  superset: { equal: 'subset', subset: 'subset', superset: 'intersects', intersects: 'intersects' },
  intersects: { equal: 'intersects', subset: 'intersects', superset: 'intersects', intersects: 'intersects' },
};

/** Whether a reference belongs to a framework family, whatever its edition. */
export function isOf(family: 'iso27001' | 'soc2', ref: string): boolean {
  return ref.startsWith(`${family}:`);
}

/** The weaker of two strengths. */
export function weaker(a: Strength, b: Strength): Strength {
  return RANK[a] <= RANK[b] ? a : b;
}

/** All pairs of a criterion and an ISO requirement (of `isoFramework`) that share a control, in order of ids. */
export function crosswalk(mappings: readonly Mapping[], isoFramework: string): readonly CrosswalkPair[] {
  const pairs = new Map<string, { readonly tsc: RequirementRef; readonly iso: RequirementRef; readonly via: CrosswalkPath[] }>();
  for (const [control, own] of groupBy(mappings, (mapping) => mapping.control)) {
    const isos = own.filter((mapping) => mapping.to.startsWith(`${isoFramework}/`));
    for (const tsc of own.filter((mapping) => isOf('soc2', mapping.to))) {
      for (const iso of isos) {
        const key = `${tsc.to}|${iso.to}`;
        const pair = pairs.get(key) ?? { tsc: tsc.to, iso: iso.to, via: [] };
        pair.via.push({ control, tsc: endOf(tsc), iso: endOf(iso) });
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].map(judged).sort((a, b) => byId(a.tsc, b.tsc) || byId(a.iso, b.iso));
}

/** Strength of one path: a chain is as strong as its weaker end. */
export function pathStrength(path: CrosswalkPath): Strength {
  return weaker(path.tsc.strength, path.iso.strength);
}

/** Order of requirement ids: numbers inside them count as numbers, so that A.5.9 stands before A.5.10. */
export function byId(a: string, b: string): number {
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const difference = i % 2 === 1 ? Number(x) - Number(y) : 0;
    return difference !== 0 ? difference : x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function judged(pair: { readonly tsc: RequirementRef; readonly iso: RequirementRef; readonly via: readonly CrosswalkPath[] }): CrosswalkPair {
  const via = [...pair.via].sort((a, b) => RANK[pathStrength(b)] - RANK[pathStrength(a)] || byId(a.control, b.control));
  const strength = via.map(pathStrength).reduce((best, next) => (RANK[next] > RANK[best] ? next : best), 'supporting');
  // Only the strongest paths speak for the relation; when they disagree, the honest word is "intersects".
  const relations = new Set(via.filter((path) => pathStrength(path) === strength).map((path) => COMPOSED[path.tsc.relation][path.iso.relation]));
  const [only] = relations;
  return { tsc: pair.tsc, iso: pair.iso, relation: relations.size === 1 && only ? only : 'intersects', strength, via };
}

function endOf(mapping: Mapping): PathEnd {
  return { relation: mapping.relation, strength: mapping.strength, rationale: mapping.rationale };
}
