// When policies come up for review: what is overdue, then month by month for a year, then what comes later.
import { shortMonth } from '@assay/core';
import type { PolicyRow } from './policies.ts';

export interface Stretch {
  /** `2027-03`; undefined for what is overdue and for what comes later. */
  readonly month: string | undefined;
  readonly name: string;
  readonly policies: readonly PolicyRow[];
}

const MONTHS = 12;
/** Every policy with a day of review in exactly one stretch, by that day; `today` is 2026-06-01. */
export function reviewRiver(rows: readonly PolicyRow[], today: string): readonly Stretch[] {
  const dated = rows
    .flatMap((row) => (row.review_on === null ? [] : [{ row, on: row.review_on }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const from = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const months = Array.from({ length: MONTHS }, (_, i): Stretch => {
    const [year, month] = [Math.floor((from + i) / 12), (from + i) % 12];
    const key = `${year}-${String(month + 1).padStart(2, '0')}`;
    const name = `${shortMonth(key)}${i === 0 || month === 0 ? ` ${year}` : ''}`;
    return {
      month: key,
      name,
      policies: dated.filter(({ on }) => on > today && on.startsWith(key)).map(({ row }) => row),
    };
  });
  const last = months.at(-1)?.month ?? today;
  const overdue = dated.filter(({ on }) => on <= today).map(({ row }) => row);
  const later = dated.filter(({ on }) => on.slice(0, 7) > last).map(({ row }) => row);
  return [
    { month: undefined, name: 'Due', policies: overdue },
    ...months,
    ...(later.length === 0 ? [] : [{ month: undefined, name: 'Later', policies: later }]),
  ];
}
