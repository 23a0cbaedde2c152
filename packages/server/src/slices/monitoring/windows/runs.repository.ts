// What machines saw of each control, from the observations of committed imports: looks, and failures that stand.
import {
  groupBy,
  runsOfLooks,
  type CheckKey,
  type ControlCode,
  type Instant,
  type Look,
  type Run,
  type StandingFailure,
} from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { broughtIn, failuresOf, looksOf } from '../days/looks.repository.ts';
import { checkKey } from '../stored.ts';

/** Which source a check belongs to, for each control that it speaks for: the check itself, or its whole scanner. */
export type SourcesOf = (
  check: CheckKey,
) => readonly { readonly control: ControlCode; readonly source: string }[];

export interface RunsAsked {
  /** Observations from here on are read; runs before a window date its failures. */
  readonly from: Instant;
  readonly until: Instant;
  readonly sourcesOf: SourcesOf;
  /** As it was known at this instant. */
  readonly at?: Instant | undefined;
}

export interface RunsOfAll extends RunsAsked {
  /** Imports of runs that looked at too little: what they pass is no look, what they fail is. */
  readonly incomplete: ReadonlySet<string>;
  /** Scope for which an import speaks. */
  readonly scopes: ReadonlyMap<string, string>;
  /** The row that a scope of an import means, for controls that run in several; else it does not matter where somebody looked. */
  readonly rowOf: (control: ControlCode) => ((scope: string | undefined) => string | undefined) | undefined;
}

/** Where looks and failures are read: from what is kept for each day, or from the observations themselves. */
export interface SeenBy {
  readonly looksOf: typeof looksOf;
  readonly failuresOf: typeof failuresOf;
}

const DAYS: SeenBy = { looksOf, failuresOf };

/** Runs of each control that a check speaks for, in order of time. */
export async function runsOf(
  tx: Tx,
  scope: OrgScope,
  asked: RunsOfAll,
  by: SeenBy = DAYS,
): Promise<ReadonlyMap<ControlCode, readonly Run[]>> {
  const seen = (await by.looksOf(tx, scope, asked)).map((row) =>
    asked.incomplete.has(row.import_id) ? { ...row, pass: false, unknown: true } : row,
  );
  const looks: ReadonlyMap<ControlCode, readonly (Look & { readonly import_id: string })[]> = bySource(
    seen,
    asked.sourcesOf,
  );
  const failed = await by.failuresOf(tx, scope, asked);
  const rows = failed.map((row) => ({ ...row, until: row.until ?? undefined }));
  const failures: ReadonlyMap<ControlCode, readonly StandingFailure[]> = bySource(rows, asked.sourcesOf);
  return new Map(
    [...looks].map(([control, own]) => {
      const row = asked.rowOf(control);
      const placed = row
        ? own.map((look) => ({ ...look, scope: row(asked.scopes.get(look.import_id)) }))
        : own;
      return [control, runsOfLooks(placed, failures.get(control))];
    }),
  );
}

/** Rows with the source that they speak for, by control. */
function bySource<T extends { readonly check_key: string }>(
  rows: readonly T[],
  sourcesOf: SourcesOf,
): ReadonlyMap<ControlCode, readonly (T & { readonly source: string })[]> {
  const told = rows.flatMap((row) =>
    sourcesOf(checkKey(row.check_key)).map(({ control, source }) => ({ control, row: { ...row, source } })),
  );
  const groups = groupBy(told, ({ control }) => control);
  return new Map([...groups].map(([control, own]) => [control, own.map(({ row }) => row)]));
}

/** A file that brought observations of a control, and when the newest of them within an hour was true. */
export interface SeenIn {
  readonly importId: string;
  readonly filename: string;
  readonly at: Instant;
}

/** Files that brought what was observed of a control between two instants. */
export async function importsBetween(
  tx: Tx,
  scope: OrgScope,
  asked: RunsAsked & { readonly controls: ReadonlySet<ControlCode> },
): Promise<readonly SeenIn[]> {
  const rows = await broughtIn(tx, scope, asked);
  return rows
    .filter((row) =>
      asked.sourcesOf(checkKey(row.check_key)).some(({ control }) => asked.controls.has(control)),
    )
    .map((row) => ({ importId: row.import_id, filename: row.filename, at: row.at }));
}
