// Pins: days on which an auditor's sample has an item, with what the test sheet says of it. Shape beside colour:
// a full circle was tested, a full diamond deviates, an empty circle is not tested, which is never a pass.
import { dateOfDay, type PlainDate } from '../../kernel/index.ts';
import type { TestResult } from '../samples/index.ts';
import { columnOf, type StripColumns } from './columns.ts';

/** The items of samples on one day of a control. */
export interface StripPin {
  readonly column: number;
  readonly items: number;
  /** The worst of them: one deviation deviates, one that is not tested leaves the day open. */
  readonly result: TestResult;
}

interface Words {
  readonly word: string;
  /** What is said of an item. */
  readonly said: string;
  readonly means: string;
}

export const PIN_WORDS: Readonly<Record<TestResult, Words>> = {
  pass: {
    word: 'sampled, tested',
    said: 'tested',
    means: 'An item of a sample fell on this day; it was tested without a deviation.',
  },
  deviation: {
    word: 'sampled, deviates',
    said: 'deviating',
    means: 'An item of a sample fell on this day, and its test deviates.',
  },
  not_tested: {
    word: 'sampled, not tested',
    said: 'not tested',
    means: 'An item of a sample fell on this day; it is not tested yet.',
  },
};

/** Worst first: what a day with several items shows. */
export const PIN_ORDER = ['deviation', 'not_tested', 'pass'] as const satisfies readonly TestResult[];

/** Pins of one control, by day; what lies outside the window is left out. */
export function stripPins(
  columns: StripColumns,
  items: Iterable<{ readonly day: PlainDate; readonly result: TestResult }>,
): readonly StripPin[] {
  const days = new Map<number, TestResult[]>();
  for (const { day, result } of items) {
    const column = columnOf(columns, day);
    if (column !== undefined) days.set(column, [...(days.get(column) ?? []), result]);
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([column, results]) => ({
      column,
      items: results.length,
      result: PIN_ORDER.find((each) => results.includes(each)) ?? 'not_tested',
    }));
}

/** "2026-07-03 tested; 2026-07-09 deviating", for a cell of a table. */
export function pinsText({ first }: StripColumns, pins: readonly StripPin[]): string {
  return pins.map((pin) => `${dateOfDay(first + pin.column)} ${PIN_WORDS[pin.result].said}`).join('; ');
}

/** "1 sampled item, tested" or "3 sampled items, some deviating". */
export function sayPin({ items, result }: StripPin): string {
  const { said } = PIN_WORDS[result];
  if (items === 1) return `1 sampled item, ${said}`;
  return `${items} sampled items, ${result === 'pass' ? said : `some ${said}`}`;
}
