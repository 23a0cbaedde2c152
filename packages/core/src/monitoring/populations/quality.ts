// What makes an auditor doubt that a list is whole and right: said before it is frozen, and kept with it.
import { dateOfInstant, dayOfDate, groupBy, inPeriod } from '../../kernel/index.ts';
import type { Provenance } from './provenance.ts';
import { agrees, type Reconciliation } from './reconcile.ts';
import type { PopulationRow } from './row.ts';

export const POPULATION_WARNINGS = [
  'empty',
  'not_production',
  'pages_not_confirmed',
  'round_count',
  'gap_in_sequence',
  'duplicate_key',
  'outside_range',
  'generated_before_end',
  'done_before_event',
  'no_second_source',
  'differs_from_second_source',
] as const;
export type PopulationWarningCode = (typeof POPULATION_WARNINGS)[number];

export interface PopulationWarning {
  readonly code: PopulationWarningCode;
  /** How many rows, keys or numbers it concerns; 0 where it concerns the whole list. */
  readonly count: number;
  /** The first of them, at most 20. */
  readonly examples: readonly string[];
}

/** What a draft may not know yet. */
export type Questioned = Partial<Provenance>;

const SHOWN = 20;
/** Sizes of one page in the interfaces that lists are fetched from. */
const PAGE_SIZES: ReadonlySet<number> = new Set([20, 25, 30, 50, 100, 200, 250, 500]);

/** Doubts about a list, in the order of POPULATION_WARNINGS; none forbids to freeze it, each is kept with it. */
export function populationWarnings(
  rows: readonly PopulationRow[],
  provenance: Questioned,
  reconciliation: Reconciliation | undefined,
): readonly PopulationWarning[] {
  const { range, generatedAt } = provenance;
  const found: (PopulationWarning | undefined)[] = [
    about('empty', rows.length === 0),
    about('not_production', !/^prod/i.test(provenance.environment?.trim() ?? '')),
    about('pages_not_confirmed', provenance.everyPage !== true),
    about('round_count', isPageSize(rows.length)),
    listed('gap_in_sequence', missingNumbers(rows.map((row) => row.key))),
    listed('duplicate_key', duplicates(rows)),
    listed('outside_range', range ? keysOf(rows, (row) => !inPeriod(range, row.day)) : []),
    about(
      'generated_before_end',
      range !== undefined && generatedAt !== undefined && dateOfInstant(generatedAt) < range.until,
    ),
    listed(
      'done_before_event',
      keysOf(rows, ({ done, day }) => done !== undefined && done < day),
    ),
    about('no_second_source', !reconciliation),
    reconciliation && !agrees(reconciliation)
      ? listed('differs_from_second_source', [
          ...reconciliation.onlyHere,
          ...reconciliation.onlyThere,
          ...reconciliation.otherDay.map((each) => each.key),
        ])
      : undefined,
  ];
  return found.filter((each) => each !== undefined);
}

/** Whether a count is what one page of an interface gives: perhaps the first page only. */
export function isPageSize(count: number): boolean {
  return PAGE_SIZES.has(count) || (count > 0 && count % 1000 === 0);
}

/**
 * Numbers that are missing between the keys of one series (`INC-7`, `INC-9`). Only where the series is dense: with
 * more holes than keys the numbers are shared with something else, and a hole says nothing.
 */
export function missingNumbers(keys: readonly string[]): readonly string[] {
  const numbered = keys.map((key) => /^(.*?)(\d{1,15})$/.exec(key)).filter((each) => each !== null);
  if (numbered.length < keys.length || numbered.length < 3) return [];
  return [...groupBy(numbered, (each) => each[1] ?? '')].flatMap(([prefix, own]) => {
    const numbers = [...new Set(own.map((each) => Number(each[2])))].sort((a, b) => a - b);
    const width = own.every((each) => each[2]?.length === own[0]?.[2]?.length)
      ? (own[0]?.[2]?.length ?? 0)
      : 0;
    const holes = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1 - numbers.length;
    if (holes > numbers.length) return [];
    return numbers.flatMap((number, i) => {
      const next = numbers[i + 1] ?? number + 1;
      return Array.from(
        { length: next - number - 1 },
        (_, step) => prefix + String(number + step + 1).padStart(width, '0'),
      );
    });
  });
}

/** First and last day of a list; undefined when it is empty. */
export function spanOf(
  rows: readonly Pick<PopulationRow, 'day'>[],
): { readonly first: PopulationRow['day']; readonly last: PopulationRow['day'] } | undefined {
  const [head] = rows;
  if (!head) return undefined;
  return rows.reduce(
    ({ first, last }, { day }) => ({
      first: dayOfDate(day) < dayOfDate(first) ? day : first,
      last: dayOfDate(day) > dayOfDate(last) ? day : last,
    }),
    { first: head.day, last: head.day },
  );
}

function duplicates(rows: readonly PopulationRow[]): readonly string[] {
  return [...groupBy(rows, (row) => row.key)].filter(([, own]) => own.length > 1).map(([key]) => key);
}

function keysOf(rows: readonly PopulationRow[], is: (row: PopulationRow) => boolean): readonly string[] {
  return rows.filter(is).map((row) => row.key);
}

function about(code: PopulationWarningCode, is: boolean): PopulationWarning | undefined {
  return is ? { code, count: 0, examples: [] } : undefined;
}

function listed(code: PopulationWarningCode, keys: readonly string[]): PopulationWarning | undefined {
  return keys.length === 0 ? undefined : { code, count: keys.length, examples: keys.slice(0, SHOWN) };
}
