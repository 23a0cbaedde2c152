// Whether a second source knows the same events: counts and matched keys both ways, and every difference.
import { groupBy, type PlainDate } from '../../kernel/index.ts';

export interface Reconcilable {
  readonly key: string;
  readonly day: PlainDate;
}

/** A key that both know, on different days. */
export interface DayDifference {
  readonly key: string;
  readonly here: PlainDate;
  readonly there: PlainDate;
}

/** What the comparison came to; `here = matched + onlyHere`, `there = matched + onlyThere`. */
export interface Reconciliation {
  readonly here: number;
  readonly there: number;
  /** Rows that have a partner of the same key, on whichever day. */
  readonly matched: number;
  /** Keys without a partner, as often as they have none, in order. */
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
  readonly otherDay: readonly DayDifference[];
}

/**
 * Matches rows by key, apart from blanks around it and from case; a key that stands twice needs two partners.
 * Of the same key the earliest days are partners.
 */
export function reconcile(here: readonly Reconcilable[], there: readonly Reconcilable[]): Reconciliation {
  const ours = byKey(here);
  const theirs = byKey(there);
  const onlyHere: string[] = [];
  const onlyThere: string[] = [];
  const otherDay: DayDifference[] = [];
  let matched = 0;
  for (const key of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    const a = ours.get(key) ?? [];
    const b = theirs.get(key) ?? [];
    const pairs = Math.min(a.length, b.length);
    matched += pairs;
    onlyHere.push(...a.slice(pairs).map((row) => row.key));
    onlyThere.push(...b.slice(pairs).map((row) => row.key));
    for (const [i, row] of a.slice(0, pairs).entries()) {
      const other = b[i]?.day ?? row.day;
      if (other !== row.day) otherDay.push({ key: row.key, here: row.day, there: other });
    }
  }
  return { here: here.length, there: there.length, matched, onlyHere, onlyThere, otherDay };
}

/** Whether both sources tell the same: nothing is on one side only, and no day differs. */
export function agrees({ onlyHere, onlyThere, otherDay }: Reconciliation): boolean {
  return onlyHere.length + onlyThere.length + otherDay.length === 0;
}

function byKey(rows: readonly Reconcilable[]): ReadonlyMap<string, readonly Reconcilable[]> {
  const ordered = [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return groupBy(ordered, (row) => row.key.trim().toLowerCase());
}
