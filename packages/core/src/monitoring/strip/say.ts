// What the strip says in words: the sentence above it, a cell, a row.
import { addDays, dateOfDay, daysBetween, type Period, type PlainDate } from '../../kernel/index.ts';
import type { Standing } from '../windows/index.ts';
import { dayAt, type StripColumns } from './columns.ts';
import { daysByState, isHole, stretchAt, type StripRow } from './row.ts';
import { DAY_WORDS, LEGEND_ORDER, STANDING_ORDER, STANDING_WORDS } from './words.ts';

/** Controls by standing. */
export type StandingCounts = Readonly<Record<Standing, number>>;

export function countStandings(rows: readonly { readonly standing: Standing }[]): StandingCounts {
  const of = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  return {
    clear: of('clear'),
    exceptions: of('exceptions'),
    failed: of('failed'),
    unknown: of('unknown'),
    no_occurrence: of('no_occurrence'),
    not_due: of('not_due'),
    excluded: of('excluded'),
  };
}

/** "On day 96 of 180", or how far the window lies ahead or behind. */
export function whenInWindow(window: Period, today: PlainDate): string {
  const length = daysBetween(window.from, window.until);
  const day = daysBetween(window.from, today) + 1;
  if (day < 1) return `The window begins in ${count(1 - day, 'day')}`;
  if (day > length) return `The window ended on ${addDays(window.until, -1)}, day ${length} of ${length}`;
  return `On day ${day} of ${length}`;
}

/** "On day 96 of 180: 61 of 70 controls ran whenever they had to; 5 with exceptions, 1 failed, 3 unknown." */
export function stripSentence(
  window: Period,
  today: PlainDate,
  rows: readonly { readonly standing: Standing }[],
): string {
  const counts = countStandings(rows);
  const rest = STANDING_ORDER.filter((standing) => standing !== 'clear' && counts[standing] > 0).map(
    (standing) =>
      `${counts[standing]} ${standing === 'exceptions' ? 'with exceptions' : STANDING_WORDS[standing].word}`,
  );
  const ran = `${counts.clear} of ${count(rows.length, 'control')} ran whenever they had to`;
  return `${whenInWindow(window, today)}: ${ran}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

/** "C-07 Access reviews, 2026-09-05: missed, from 2026-09-01 to 2026-09-30." */
export function sayCell(row: StripRow, column: number, columns: StripColumns): string {
  const stretch = stretchAt(row.stretches, column);
  const state = stretch?.state ?? 'not_scheduled';
  const span = stretch && stretch.days > 1 ? `, ${sayDays(columns, stretch)}` : '';
  return `${row.control} ${row.name}, ${dayAt(columns, column)}: ${DAY_WORDS[state].word}${span}`;
}

/** What a row's days show: counts of what is in order, and each hole with its days. */
export function sayRow(row: Pick<StripRow, 'stretches'>, columns: StripColumns): string {
  const days = daysByState(row.stretches);
  const quiet = LEGEND_ORDER.filter((state) => !isHole({ state }) && (days.get(state) ?? 0) > 0).map(
    (state) => `${DAY_WORDS[state].word} ${days.get(state) ?? 0}`,
  );
  const holes = row.stretches
    .filter(isHole)
    .map((each) => `${DAY_WORDS[each.state].word} ${sayDays(columns, each)}`);
  return [...holes, ...quiet].join('; ');
}

function sayDays(
  { first }: StripColumns,
  { column, days }: { readonly column: number; readonly days: number },
): string {
  const from = dateOfDay(first + column);
  return days === 1 ? from : `${from} to ${dateOfDay(first + column + days - 1)}`;
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
