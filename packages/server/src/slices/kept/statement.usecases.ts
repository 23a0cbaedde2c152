// A kept statement against the one that stands: what it would change, the change itself, and taking it back.
import {
  ancestryOf,
  countDraft,
  draftTransition,
  err,
  ISO_EDITION,
  ok,
  parsePlainDate,
  planStatement,
  type DraftRow,
  type EditionPairs,
  type Result,
  type RowNotes,
  type RowStanding,
  type StatementPlanRow,
  type StatementRow,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import {
  decideRows,
  notesDocument,
  notesOf,
  standingStatement,
  type RowChange,
  type StandingStatement,
} from '../soa/soa.module.ts';
import { registerNow } from '../risks/risks.module.ts';
import { broughtReferences } from './references.ts';
import type { Effect, Outcome, RowState, StatementReadingStored } from './stored.ts';
import type { Work } from './work.ts';

export interface StatementPlan {
  readonly rows: readonly StatementPlanRow[];
  readonly draft: readonly DraftRow[] | undefined;
  readonly standing: StandingStatement;
}

/** What an import of the statement would change now. */
export async function planOfStatement(
  work: Work,
  reading: StatementReadingStored,
): Promise<Result<StatementPlan, Refusal>> {
  const standing = await standingStatement(work);
  if (!standing.ok) return standing;
  const { records } = await registerNow(work);
  const codes = new Set(records.map(({ risk }) => risk.code));
  const brought = await broughtReferences(work, codes);
  const ours = isOurs(reading);
  const draft = draftOf(reading, work);
  const rows = planStatement({
    rows: draft ? draft.flatMap(({ carried }) => carried ?? []) : reading.rows,
    headings: new Map(
      reading.tables[0]?.columns.flatMap(({ field, heading }) => (field === null ? [] : [[field, heading]])),
    ),
    references: {
      ours,
      // A statement that is brought speaks of risks by the numbers of the register that was brought.
      risk: (named) => (ours ? undefined : brought.get(named)) ?? (codes.has(named) ? named : undefined),
      obligation: (named) => (standing.value.obligations.has(named) ? named : undefined),
    },
    standing: standing.value.rows,
  });
  return ok({ rows, draft, standing: standing.value });
}

/** A statement of 2013 as a draft of 2022; undefined for one of 2022. */
export function draftOf(
  reading: StatementReadingStored,
  { catalogue }: Pick<Work, 'catalogue'>,
): readonly DraftRow[] | undefined {
  return reading.edition === '2013' ? draftFrom(reading.rows, catalogue) : undefined;
}

/** The draft of every control of Annex A from rows of 2013, which may be none. */
export function draftFrom(
  rows: readonly StatementRow[],
  { editions, frameworks }: Work['catalogue'],
): readonly DraftRow[] {
  const edition = editions.find(({ to }) => to === ISO_EDITION) ?? NO_EDITION;
  const controls = frameworks.get(ISO_EDITION)?.requirements.filter(({ kind }) => kind === 'control') ?? [];
  return draftTransition(
    ancestryOf(
      edition,
      controls.map(({ id }) => id),
    ),
    rows,
  );
}

const NO_EDITION: EditionPairs = { from: 'iso27001:2013', to: ISO_EDITION, source: '', pairs: [], fresh: [] };

export function presentDraft(draft: readonly DraftRow[]) {
  const { oneToOne, statusConflicts, ...counts } = countDraft(draft);
  return { ...counts, one_to_one: oneToOne, status_conflicts: statusConflicts };
}

export function outcomeOf({ rows }: StatementPlan): readonly Outcome[] {
  return rows.map(({ sheet, row, id, title, outcome, changes, problems }) => ({
    sheet,
    row,
    ref: id,
    subject: id,
    title,
    outcome,
    changes: [...changes],
    notes: [],
    problems: [...problems],
  }));
}

/** Writes all rows that are to be other than they are, in the transaction of the commit. */
export async function applyStatement(work: Work, plan: StatementPlan): Promise<Result<Effect, Refusal>> {
  const writes = plan.rows.flatMap(({ id, next }) => (next ? [{ id, next }] : []));
  const done = await decideRows(
    work,
    writes.map(({ id, next }) => changeTo(id, next)),
  );
  if (!done.ok) return done;
  const after = await standingStatement(work);
  if (!after.ok) return after;
  const rows = writes.map(({ id }) => ({
    row: id,
    before: stateOf(plan.standing, id),
    after: stateOf(after.value, id),
  }));
  return ok({ rows, risks: [] });
}

/** Puts back what stood before, where everything still stands as the import wrote it. */
export async function revertStatement(work: Work, effect: Effect): Promise<Result<true, Refusal>> {
  const standing = await standingStatement(work);
  if (!standing.ok) return standing;
  const changed = effect.rows.filter(
    ({ row, after }) => canonical(stateOf(standing.value, row)) !== canonical(after),
  );
  if (changed.length > 0) return err(changedSince(changed.map(({ row }) => row)));
  const done = await decideRows(
    work,
    effect.rows.map(({ row, before }) =>
      changeTo(row, { standing: before.standing, notes: notesOf(before.notes) }),
    ),
  );
  return done.ok ? ok(true) : done;
}

export function changedSince(things: readonly string[]): Refusal {
  const shown = things.slice(0, 10).join(', ');
  return {
    code: 'kept.changed_since',
    detail: `${shown}${things.length > 10 ? ` and ${things.length - 10} more` : ''} ${things.length === 1 ? 'was' : 'were'} changed after the import; nothing was undone.`,
  };
}

function changeTo(
  row: string,
  { standing, notes }: { readonly standing: RowStanding; readonly notes: RowNotes },
): RowChange {
  return {
    row,
    decision: standing,
    how: notes.how,
    owner: notes.owner ?? null,
    due: notes.due === undefined ? null : parsePlainDate(notes.due),
    custom: notes.custom ?? {},
  };
}

function stateOf({ rows }: StandingStatement, id: string): RowState {
  const found = rows.get(id);
  if (!found) throw new Error(`the statement lost its row ${id}`);
  const { standing, notes } = found;
  return {
    standing: standing.is === 'in' ? { is: 'in', reasons: [...standing.reasons] } : standing,
    notes: { ...notesDocument(notes) },
  };
}

function canonical({ standing, notes }: RowState): string {
  const reasons =
    standing.is === 'in'
      ? standing.reasons.map((each) => ['ref' in each ? each.ref : each.text, each.kind])
      : [];
  const words =
    standing.is === 'out' ? standing.justification : standing.is === 'unreasoned' ? standing.because : '';
  const sorted = Object.entries(notes).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    standing.is,
    reasons,
    words,
    sorted.map(([key, value]) => [key, keysSorted(value)]),
  ]);
}

/** The database gives the keys of an object back in an order of its own. */
function keysSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysSorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, each]) => [key, keysSorted(each)]);
}

/** Our own sheets have these columns beside the others; nobody else's have both. */
function isOurs({ tables }: StatementReadingStored): boolean {
  const headings = new Set(tables[0]?.columns.map(({ heading }) => heading.toLowerCase()));
  return headings.has('references') && headings.has('last proof');
}
