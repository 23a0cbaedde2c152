// The statement as an import compares itself with it: each row's word with what the statement adds, and what may be cited.
import { ok, type Line, type Result, type Row, type StandingRow } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { listNotes, NO_NOTES } from './rows.repository.ts';
import { statement, type Work } from './soa.readmodel.ts';

export interface StandingStatement {
  readonly rows: ReadonlyMap<string, StandingRow>;
  /** The same rows with the controls behind them, and as they are written down. */
  readonly full: readonly Row[];
  readonly lines: readonly Line[];
  readonly obligations: ReadonlySet<string>;
}

export async function standingStatement(work: Work): Promise<Result<StandingStatement, Refusal>> {
  const found = await statement(work);
  if (!found.ok) return found;
  const { rows, lines, obligations } = found.value;
  const notes = await listNotes(work.tx, work.scope);
  return ok({
    rows: new Map(
      rows.map(({ id, title, standing }) => [id, { id, title, standing, notes: notes.get(id) ?? NO_NOTES }]),
    ),
    full: rows,
    lines,
    obligations: new Set(obligations.map(({ code }) => code)),
  });
}
