// Frameworks, their editions and the glossary as the API shows them.
import type { EditionPairs, Framework, RequirementRef } from '@assay/core';
import type { Catalogue } from './catalogue.ts';

export function present(framework: Framework, catalogue: Catalogue, used: readonly string[]) {
  return {
    id: framework.id,
    name: framework.name,
    edition: framework.edition,
    title: framework.title,
    view: framework.view,
    amendments: [...framework.amendments],
    source: framework.source,
    own: !catalogue.frameworks.has(framework.id),
    in_use: used.includes(framework.id),
    requirement_count: framework.requirements.filter((each) => each.leaf).length,
    points_of_focus: presentNote(framework),
  };
}

export function presentWhole(framework: Framework, catalogue: Catalogue, used: readonly string[]) {
  return {
    ...present(framework, catalogue, used),
    groups: framework.groups.map((group) => ({ ...group })),
    requirements: framework.requirements.map((each) => ({
      ref: each.ref,
      id: each.id,
      title: each.title,
      kind: each.kind,
      group: each.group,
      leaf: each.leaf,
      category: each.category ?? null,
      is_new: each.isNew ?? false,
      amendment: each.amendment ?? null,
      attributes: Object.fromEntries(
        Object.entries(each.attributes ?? {}).map(([name, values]) => [name, [...values]]),
      ),
      points_of_focus: (each.pointsOfFocus ?? []).map((point) => ({
        ...point,
        category: point.category ?? null,
      })),
    })),
  };
}

/** Pairs of two editions with the titles on both sides. */
export function presentEditions(editions: EditionPairs, all: ReadonlyMap<string, Framework>) {
  const titles = new Map(
    [editions.from, editions.to].flatMap((id) =>
      (all.get(id)?.requirements ?? []).map((each) => [each.ref, each.title] as const),
    ),
  );
  const titleOf = (ref: RequirementRef): string => titles.get(ref) ?? ref;
  return {
    from: editions.from,
    to: editions.to,
    source: editions.source,
    pairs: editions.pairs.map((pair) => ({
      from: pair.from,
      from_title: titleOf(pair.from),
      to: pair.to,
      to_title: titleOf(pair.to),
      kind: pair.kind,
    })),
    fresh: editions.fresh.map((ref) => ({ ref, title: titleOf(ref) })),
  };
}

export function presentTerm(term: Catalogue['glossary'][number]) {
  return {
    term: term.term,
    short: term.short,
    long: term.long,
    frameworks: [...term.frameworks],
    synonyms: [...term.synonyms],
    see: [...term.see],
  };
}

function presentNote(framework: Framework) {
  const note = framework.pointsOfFocus;
  if (!note) return null;
  const count = framework.requirements.reduce((sum, each) => sum + (each.pointsOfFocus?.length ?? 0), 0);
  return { edition: note.edition, note: note.note, reviewer: note.reviewer, count };
}
