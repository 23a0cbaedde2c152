// A statement of 2022 drafted from one of 2013. What the parents of a control agree on is carried; where they do not,
// both are shown and nobody is spared the decision.
import type { Said, StatementRow, StatusSaid } from '../import/index.ts';
import { STATEMENT_FIELDS } from '../import/index.ts';
import type { Ancestry } from './edition.ts';

/** A parent, with what the old statement says of it; `row` is undefined where it says nothing. */
export interface Parent {
  readonly id: string;
  readonly split: boolean;
  readonly row: StatementRow | undefined;
}

/** Parents that say different things of one field, in the order of the old annex. */
export interface Conflict {
  readonly field: 'applies' | 'status' | 'owner';
  readonly said: readonly { readonly id: string; readonly value: string }[];
}

export interface DraftRow extends Pick<Ancestry, 'id' | 'origin'> {
  readonly parents: readonly Parent[];
  readonly conflicts: readonly Conflict[];
  /** What is carried, as a row of the newer edition; undefined for a control that is new, or that nothing was said of. */
  readonly carried: StatementRow | undefined;
}

/** How many rows of a draft are of which kind; each row is counted once in `origin` and once in `outcome`. */
export interface DraftCounts {
  readonly rows: number;
  readonly oneToOne: number;
  readonly merged: number;
  readonly new: number;
  /** Old controls that went into several. */
  readonly split: number;
  readonly in: number;
  readonly out: number;
  /** Merged from controls of which some are in and some are out. */
  readonly conflicting: number;
  /** The old statement says neither yes nor no, or does not name the control. */
  readonly unclear: number;
  /** Merged parents whose status differs. */
  readonly statusConflicts: number;
}

/** Drafts a row for each control of the newer edition. */
export function draftTransition(
  ancestry: readonly Ancestry[],
  old: readonly StatementRow[],
): readonly DraftRow[] {
  const byId = new Map(old.map((row) => [row.id, row]));
  return ancestry.map(({ id, origin, parents }) => {
    const known = parents.map((parent) => ({ ...parent, row: byId.get(parent.id) }));
    return { id, origin, parents: known, conflicts: conflictsOf(known), carried: carriedFrom(id, known) };
  });
}

/** The counts of a draft. */
export function countDraft(rows: readonly DraftRow[]): DraftCounts {
  const count = (holds: (row: DraftRow) => boolean): number => rows.filter(holds).length;
  const applies = (row: DraftRow, said: Said): boolean => row.carried?.applies === said;
  const conflict = (row: DraftRow, field: Conflict['field']): boolean =>
    row.conflicts.some((each) => each.field === field);
  const split = new Set(
    rows.flatMap(({ parents }) => parents.filter((each) => each.split).map(({ id }) => id)),
  );
  return {
    rows: rows.length,
    oneToOne: count(({ origin }) => origin === 'one_to_one'),
    merged: count(({ origin }) => origin === 'merged'),
    new: count(({ origin }) => origin === 'new'),
    split: split.size,
    in: count((row) => applies(row, 'yes')),
    out: count((row) => applies(row, 'no')),
    conflicting: count((row) => conflict(row, 'applies')),
    unclear: count(
      (row) =>
        row.origin !== 'new' && !applies(row, 'yes') && !applies(row, 'no') && !conflict(row, 'applies'),
    ),
    statusConflicts: count((row) => conflict(row, 'status')),
  };
}

function conflictsOf(parents: readonly Parent[]): readonly Conflict[] {
  const rows = parents.flatMap(({ row }) => row ?? []);
  const conflict = (field: Conflict['field'], of: (row: StatementRow) => string): readonly Conflict[] => {
    const said = rows.map((row) => ({ id: row.id, value: of(row) })).filter(({ value }) => value !== '');
    return new Set(said.map(({ value }) => value)).size > 1 ? [{ field, said }] : [];
  };
  return [
    ...conflict('applies', ({ applies }) => (applies === 'unclear' ? '' : applies)),
    ...conflict('status', statusSaid),
    ...conflict('owner', ({ said }) => said.owner ?? ''),
  ];
}

/** Of a control that is out, nobody says how far it is. */
function statusSaid({ applies, status }: StatementRow): string {
  return applies === 'no' || status === 'unclear' ? '' : status;
}

/** One row of the newer edition from its parents; texts that differ follow one another, and nothing is dropped. */
function carriedFrom(id: string, parents: readonly Parent[]): StatementRow | undefined {
  const rows = parents.flatMap(({ row }) => row ?? []);
  const [first] = rows;
  if (first === undefined) return undefined;
  const complete = rows.length === parents.length;
  const said: Partial<Record<(typeof STATEMENT_FIELDS)[number], string>> = {};
  for (const field of STATEMENT_FIELDS) {
    const texts = distinct(rows.map((row) => row.said[field] ?? ''));
    if (texts.length > 0) said[field] = inOne(texts);
  }
  if (distinct(rows.map((row) => row.said.owner ?? '')).length > 1) delete said.owner;
  return {
    sheet: first.sheet,
    row: first.row,
    id,
    applies: complete ? (agreed(rows.map(({ applies }) => applies)) ?? 'unclear') : 'unclear',
    status: agreed(rows.map(({ status }) => status)) ?? least(rows.map(({ status }) => status)),
    reasons: [...new Set(rows.flatMap(({ reasons }) => reasons))],
    said,
    custom: [
      ...new Map(
        rows.flatMap(({ custom }) => custom).map((each) => [`${each.heading}\n${each.text}`, each]),
      ).values(),
    ],
  };
}

/** Sentences follow one another; what is no sentence is parted. */
function inOne(texts: readonly string[]): string {
  return texts.reduce((all, text) => (/[.!?]$/u.test(all) ? `${all} ${text}` : `${all}; ${text}`));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

function agreed<T>(all: readonly T[]): T | undefined {
  return new Set(all).size === 1 ? all[0] : undefined;
}

/** Parents that are in place and parents that are not make a control that is partly in place. */
function least(all: readonly StatusSaid[]): StatusSaid {
  const known = all.filter((status) => status !== 'unclear');
  if (known.some((status) => status === 'implemented' || status === 'partly')) return 'partly';
  return known.includes('planned') ? 'planned' : (known[0] ?? 'unclear');
}
