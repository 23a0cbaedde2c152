// The crosswalk: which criterion meets which ISO requirement, computed through shared controls and
// never stored, so that every pair carries its path and its reasons.
import { splitRef, type RequirementRef } from '../frameworks/index.ts';
import { groupBy, type ControlCode } from '../kernel/index.ts';
import { RELATIONS, type Mapping, type Relation, type Strength } from './control.ts';
import { byId, sortedById } from './order.ts';

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
  /** Whether the ISO end is a clause of the management system or a control of Annex A. */
  readonly kind: 'clause' | 'control';
  readonly relation: Relation;
  readonly strength: Strength;
  /** Every shared control, strongest path first. */
  readonly via: readonly CrosswalkPath[];
}

/** The edition of ISO/IEC 27001 that the crosswalk is drawn to unless another is named. */
export const ISO_EDITION = 'iso27001:2022';

const RANK: Readonly<Record<Strength, number>> = { full: 2, partial: 1, supporting: 0 };

/**
 * Relation of a criterion to an ISO requirement, from what one control is to each. Set reasoning: if the
 * control is part of the criterion and all of the ISO requirement, the criterion is the larger.
 * First key: control to criterion; second key: control to ISO requirement. Where nothing follows (a
 * control larger than both, or one that crosses the edge of both) the weakest word stands: intersects.
 */
export const COMPOSED: Readonly<Record<Relation, Readonly<Record<Relation, Relation>>>> = {
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
export function crosswalk(
  mappings: readonly Mapping[],
  isoFramework: string = ISO_EDITION,
): readonly CrosswalkPair[] {
  const pairs = new Map<RequirementRef, Map<RequirementRef, CrosswalkPath[]>>();
  const controls = [...groupBy(mappings, (mapping) => mapping.control)];
  for (const [control, own] of sortedById(controls, ([code]) => code)) {
    const isos = own.filter((mapping) => mapping.to.startsWith(`${isoFramework}/`));
    for (const tsc of own) {
      if (isos.length === 0 || !isOf('soc2', tsc.to)) continue;
      const row = pairs.get(tsc.to) ?? new Map<RequirementRef, CrosswalkPath[]>();
      pairs.set(tsc.to, row);
      for (const iso of isos) {
        const path = { control, tsc: endOf(tsc), iso: endOf(iso) };
        const via = row.get(iso.to);
        if (via) via.push(path);
        else row.set(iso.to, [path]);
      }
    }
  }
  return sortedById([...pairs], ([tsc]) => tsc).flatMap(([tsc, row]) =>
    sortedById([...row], ([iso]) => iso).map(([iso, via]) => judged(tsc, iso, via)),
  );
}

/** Strength of one path: a chain is as strong as its weaker end. */
export function pathStrength(path: CrosswalkPath): Strength {
  return weaker(path.tsc.strength, path.iso.strength);
}

/** Relation of criterion to ISO requirement that one path shows. */
export function pathRelation(path: CrosswalkPath): Relation {
  return COMPOSED[path.tsc.relation][path.iso.relation];
}

/** Whether an ISO reference names a control of Annex A or a clause of the management system. */
export function isoKind(ref: RequirementRef): 'clause' | 'control' {
  return splitRef(ref)?.id.startsWith('A.') === true ? 'control' : 'clause';
}

function judged(tsc: RequirementRef, iso: RequirementRef, paths: readonly CrosswalkPath[]): CrosswalkPair {
  const via = [...paths].sort(strongestFirst);
  const strength = via.reduce<Strength>(
    (best, path) => (RANK[pathStrength(path)] > RANK[best] ? pathStrength(path) : best),
    'supporting',
  );
  const relation = joined(via.filter((path) => pathStrength(path) === strength).map(pathRelation));
  return { tsc, iso, kind: isoKind(iso), relation, strength, via };
}

/**
 * Only the strongest paths speak for the relation. Sets that are equal, or one within the other, also
 * intersect, so a path that says only that adds nothing; words that contradict leave "intersects".
 */
function joined(relations: readonly Relation[]): Relation {
  const [only, ...others] = new Set(relations.filter((relation) => relation !== 'intersects'));
  return only !== undefined && others.length === 0 ? only : 'intersects';
}

function strongestFirst(a: CrosswalkPath, b: CrosswalkPath): number {
  return (
    RANK[pathStrength(b)] - RANK[pathStrength(a)] ||
    byId(a.control, b.control) ||
    RELATIONS.indexOf(pathRelation(a)) - RELATIONS.indexOf(pathRelation(b))
  );
}

function endOf(mapping: Mapping): PathEnd {
  return { relation: mapping.relation, strength: mapping.strength, rationale: mapping.rationale };
}
