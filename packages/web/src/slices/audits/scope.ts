// Which requirements a new audit looks at: whole clauses and themes, less what an audit has already, and single ones.
// Pure.
import type { RequirementRef } from '@assay/core';
import { isReference } from '../../data/rows.ts';
import { idOf, type Covered, type Line } from './audits.ts';

export interface Chosen {
  readonly sections: readonly string[];
  /** Leave out what the programme has audited or planned. */
  readonly onlyOpen: boolean;
  /** Single requirements by id, beside the sections. */
  readonly single: readonly string[];
  /** Requirements that were taken out again. */
  readonly without: readonly string[];
}

export const NOTHING: Chosen = { sections: [], onlyOpen: true, single: [], without: [] };

export interface Section {
  readonly id: string;
  readonly all: number;
  /** Those that no audit has. */
  readonly open: number;
}

export function sectionsOf(requirements: readonly Covered[]): readonly Section[] {
  return [...Map.groupBy(requirements, ({ section }) => section)].map(([id, members]) => ({
    id,
    all: members.length,
    open: members.filter(({ state }) => state === 'unplanned').length,
  }));
}

export function scopeOf(requirements: readonly Covered[], chosen: Chosen): readonly RequirementRef[] {
  return requirements
    .filter(({ requirement, section, state }) => {
      if (chosen.without.includes(requirement)) return false;
      if (chosen.single.includes(idOf(requirement))) return true;
      return chosen.sections.includes(section) && (!chosen.onlyOpen || state === 'unplanned');
    })
    .map(({ requirement }) => requirement)
    .filter(isReference);
}

/** What a plan that stands has chosen: each of its requirements by itself. */
export function chosenOf(lines: readonly Pick<Line, 'requirement'>[]): Chosen {
  return { ...NOTHING, single: lines.map(({ requirement }) => idOf(requirement)) };
}

/**
 * The scope of a plan that is changed: lines that stay in their order, then what came. `stays` are those that were taken
 * out and stay all the same, because something was said of them.
 */
export function changedScope(
  requirements: readonly Covered[],
  lines: readonly Pick<Line, 'requirement' | 'said'>[],
  chosen: Chosen,
): { readonly scope: readonly RequirementRef[]; readonly stays: readonly RequirementRef[] } {
  const wanted = scopeOf(requirements, chosen);
  const held = lines.flatMap(({ requirement, said }) =>
    isReference(requirement) ? [{ requirement, said }] : [],
  );
  const isWanted = (ref: RequirementRef): boolean =>
    wanted.includes(ref) || (chosen.single.includes(idOf(ref)) && !chosen.without.includes(ref));
  const stays = held.filter(({ requirement, said }) => said !== null && !isWanted(requirement));
  const kept = held.filter(({ requirement, said }) => said !== null || isWanted(requirement));
  return {
    scope: [...new Set([...kept.map(({ requirement }) => requirement), ...wanted])],
    stays: stays.map(({ requirement }) => requirement),
  };
}
