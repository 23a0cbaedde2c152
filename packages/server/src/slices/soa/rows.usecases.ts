// Deciding rows: the word on applicability and what the statement adds are written in one transaction, all or none.
import {
  err,
  ISO_EDITION,
  ok,
  reasonsInWords,
  refOfReason,
  requirementRef,
  type Applicability,
  type PlainDate,
  type Result,
  type RowNotes,
  type RowStanding,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { recordAll } from '../evidence/evidence.module.ts';
import { recordWords, type NextWord } from '../frameworks/frameworks.module.ts';
import { noObligation } from './obligations.usecases.ts';
import { listNotes, NO_NOTES, notesDocument, writeNotes } from './rows.repository.ts';
import { statement, tagOf, type Statement, type Work } from './soa.readmodel.ts';

/** A decision with what is said of the row; what is left out stays as it was. */
export interface RowChange {
  readonly row: string;
  readonly decision: RowStanding;
  readonly how?: string | undefined;
  readonly owner?: string | null | undefined;
  readonly due?: PlainDate | null | undefined;
  /** Columns of a statement that was brought along; all of them anew. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
}

/** Decides rows; returns the statement as it stands then, and how many rows are other than before. */
export async function decideRows(
  work: Work,
  changes: readonly RowChange[],
): Promise<Result<{ readonly changed: number; readonly after: Statement }, Refusal>> {
  const found = await statement(work);
  if (!found.ok) return found;
  const before = found.value;
  const refusal = changes.map((change) => refuse(change, before)).find((each) => each !== undefined);
  if (refusal) return err(refusal);
  const words = changes.flatMap((change) => nextWord(change, before));
  await recordWords(work, words);
  const noted = await writeAll(work, changes);
  const changed = new Set([...words.map(({ ref }) => ref.slice(ISO_EDITION.length + 1)), ...noted]);
  const after = await statement(work);
  return after.ok ? ok({ changed: changed.size, after: after.value }) : after;
}

/** Decides one row that was read; refused where somebody decided it otherwise since. */
export async function decideRow(
  work: Work,
  change: RowChange,
  ifMatch: string | undefined,
): Promise<Result<Statement, Refusal>> {
  const found = await statement(work);
  if (!found.ok) return found;
  const missing = unknownRow(change.row, found.value);
  if (missing) return err(missing);
  if (ifMatch !== `"${tagOf(change.row, found.value)}"`)
    return err({
      code: 'request.conflict',
      detail: `${change.row} was decided meanwhile; look at it again.`,
      current: { row: change.row, ...notesDocument(found.value.notes.get(change.row) ?? NO_NOTES) },
    });
  const done = await decideRows(work, [change]);
  return done.ok ? ok(done.value.after) : done;
}

/** One row as it stands, or as a decision would make it. */
export async function considerRow(
  work: Work,
  row: string,
  change: RowChange | undefined,
): Promise<Result<Statement, Refusal>> {
  const found = await statement(work);
  if (!found.ok) return found;
  const refusal = change ? refuse(change, found.value) : unknownRow(row, found.value);
  if (refusal) return err(refusal);
  if (!change) return found;
  const notes = notesAfter(found.value.notes.get(row) ?? NO_NOTES, change);
  return statement(work, { row, word: wordOf(change.decision), notes });
}

function unknownRow(row: string, { rows, known }: Statement): Refusal | undefined {
  const exists = rows.some(({ id }) => id === row) || known.controls.some(({ code }) => code === row);
  return exists ? undefined : { code: 'soa.row_not_found', detail: `The statement has no row ${row}.` };
}

function refuse({ row, decision }: RowChange, found: Statement): Refusal | undefined {
  const { rows, obligations } = found;
  if (!isAnnex(row)) {
    const answers = rows.find((each) => each.id !== row && each.controls.some(({ code }) => code === row));
    if (answers)
      return { code: 'soa.row_not_found', detail: `${row} answers ${answers.id}, which is decided there.` };
    if (decision.is === 'out')
      return {
        code: 'soa.row_not_excludable',
        detail: `Annex A does not ask for ${row}; there is nothing to leave out.`,
      };
  }
  const missing = unknownRow(row, found);
  if (missing) return missing;
  if (decision.is !== 'in') return undefined;
  const unknown = decision.reasons
    .filter(({ kind }) => kind === 'law' || kind === 'contract')
    .map(refOfReason)
    .find((ref) => ref !== undefined && !obligations.some(({ code }) => code === ref));
  return unknown === undefined ? undefined : noObligation(unknown);
}

/** The word that posture counts; none to write where it stands so already. */
function nextWord({ row, decision }: RowChange, { known }: Statement): readonly NextWord[] {
  if (!isAnnex(row)) return [];
  const ref = requirementRef(ISO_EDITION, row);
  const held = known.decisions.get(ref);
  const word = wordOf(decision);
  return said(held) === said(word) ? [] : [{ ref, word }];
}

function wordOf(decision: RowStanding): Applicability | undefined {
  if (decision.is === 'undecided') return undefined;
  if (decision.is === 'unreasoned') return { applies: true, because: decision.because };
  return decision.is === 'in'
    ? { applies: true, because: reasonsInWords(decision.reasons) }
    : { applies: false, why: decision.justification };
}

function said(word: Applicability | undefined): string {
  if (!word) return '';
  return word.applies ? `in ${word.because}` : `out ${word.why}`;
}

/** Writes the notes of rows where they are other than before; returns those rows. */
async function writeAll(work: Work, changes: readonly RowChange[]): Promise<readonly string[]> {
  const { tx, scope, now } = work;
  const held = await listNotes(tx, scope);
  const entries = [];
  for (const change of changes) {
    const before = held.get(change.row) ?? NO_NOTES;
    const notes = notesAfter(before, change);
    if (JSON.stringify(notesDocument(before)) === JSON.stringify(notesDocument(notes))) continue;
    const revision = await writeNotes(tx, scope, { row: change.row, notes, now });
    const payload = { row: change.row, revision, ...notesDocument(notes), by: scope.principal.name };
    entries.push({ kind: 'soa.row_decided', subject: change.row, at: now, payload });
  }
  if (entries.length > 0) await recordAll(tx, scope, entries);
  return entries.map(({ subject }) => subject);
}

function notesAfter(before: RowNotes, { decision, how, owner, due, custom }: RowChange): RowNotes {
  return {
    reasons: decision.is === 'in' ? decision.reasons : [],
    word: decision.is === 'in' ? reasonsInWords(decision.reasons) : '',
    how: how ?? before.how,
    owner: owner === undefined ? before.owner : (owner ?? undefined),
    due: due === undefined ? before.due : (due ?? undefined),
    custom: custom ?? before.custom ?? {},
  };
}

function isAnnex(row: string): boolean {
  return row.startsWith('A.');
}
