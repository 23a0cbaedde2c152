// What the strip says in words: a cell, a row.
import { dateOfDay } from '../../kernel/index.ts';
import { dayAt, type StripColumns } from './columns.ts';
import { PIN_ORDER, PIN_WORDS, sayPin } from './pins.ts';
import { daysByState, isHole, stretchAt, type StripRow } from './row.ts';
import { DAY_WORDS, LEGEND_ORDER } from './words.ts';

/** "C-07 Access reviews, 2026-09-05: missed, 2026-09-01 to 2026-09-30; 1 sampled item, tested" */
export function sayCell(row: StripRow, column: number, columns: StripColumns): string {
  const stretch = stretchAt(row.stretches, column);
  const state = stretch?.state ?? 'not_scheduled';
  const span = stretch && stretch.days > 1 ? `, ${sayDays(columns, stretch)}` : '';
  const pin = row.pins.find((each) => each.column === column);
  const sampled = pin ? `; ${sayPin(pin)}` : '';
  return `${row.control} ${row.name}, ${dayAt(columns, column)}: ${DAY_WORDS[state].word}${span}${sampled}`;
}

/** What a row's days show: counts of what is in order, each hole with its days, and days of samples. */
export function sayRow(row: Pick<StripRow, 'stretches' | 'pins'>, columns: StripColumns): string {
  const days = daysByState(row.stretches);
  const quiet = LEGEND_ORDER.filter((state) => !isHole({ state }) && (days.get(state) ?? 0) > 0).map(
    (state) => `${DAY_WORDS[state].word} ${days.get(state) ?? 0}`,
  );
  const holes = row.stretches
    .filter(isHole)
    .map((each) => `${DAY_WORDS[each.state].word} ${sayDays(columns, each)}`);
  return [...holes, ...quiet, ...sayPins(row, columns)].join('; ');
}

/** Sampled days: those that deviate by name, the others counted. */
function sayPins({ pins }: Pick<StripRow, 'pins'>, columns: StripColumns): readonly string[] {
  return PIN_ORDER.flatMap((result) => {
    const found = pins.filter((each) => each.result === result);
    if (found.length === 0) return [];
    const days = result === 'deviation' ? found.map(({ column }) => dayAt(columns, column)).join(', ') : '';
    return [`sampled days, ${PIN_WORDS[result].said}: ${days === '' ? found.length : days}`];
  });
}

function sayDays(
  { first }: StripColumns,
  { column, days }: { readonly column: number; readonly days: number },
): string {
  const from = dateOfDay(first + column);
  return days === 1 ? from : `${from} to ${dateOfDay(first + column + days - 1)}`;
}
