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

export interface SeenAsked extends RunsAsked {
  /** Imports of runs that looked at too little: what they pass is no look, what they fail is. */
  readonly incomplete: ReadonlySet<string>;
}

/** A look with the import that brought it. */
export type SeenLook = Look & { readonly import_id: string };

/** What machines saw of each control that a check speaks for. */
export interface Seen {
  readonly looks: ReadonlyMap<ControlCode, readonly SeenLook[]>;
  readonly failures: ReadonlyMap<ControlCode, readonly StandingFailure[]>;
}

/** A look at each row of a control for which it counts. */
export type Placing = (look: SeenLook) => readonly Look[];

/** Where looks and failures are read: from what is kept for each day, or from the observations themselves. */
export interface SeenBy {
  readonly looksOf: typeof looksOf;
  readonly failuresOf: typeof failuresOf;
}

const DAYS: SeenBy = { looksOf, failuresOf };

export async function seenOf(tx: Tx, scope: OrgScope, asked: SeenAsked, by: SeenBy = DAYS): Promise<Seen> {
  const looks = (await by.looksOf(tx, scope, asked)).map((row) =>
    asked.incomplete.has(row.import_id) ? { ...row, pass: false, unknown: true } : row,
  );
  const failures = (await by.failuresOf(tx, scope, asked)).map((row) => ({
    ...row,
    until: row.until ?? undefined,
  }));
  return { looks: bySource(looks, asked.sourcesOf), failures: bySource(failures, asked.sourcesOf) };
}

/** Runs of each control that a check speaks for, in order of time; without places, a control runs in one. */
export function runsOf(
  { looks, failures }: Seen,
  placingOf: (control: ControlCode) => Placing | undefined = () => undefined,
): ReadonlyMap<ControlCode, readonly Run[]> {
  return new Map(
    [...looks].map(([control, own]) => {
      const placing = placingOf(control);
      return [control, runsOfLooks(placing ? own.flatMap(placing) : own, failures.get(control))];
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
