// Which column of a stranger's table is what: guessed for a person to confirm, then applied row by row.
import { err, ok, parseInstant, parsePlainDate, type PlainDate, type Result } from '../../kernel/index.ts';
import { KINDS, type PopulationKind } from './kind.ts';
import type { PopulationRow } from './row.ts';

/** Columns of the table by what they hold; `fields` are kept under their own names. */
export interface PopulationMapping {
  readonly key: string;
  readonly day: string;
  readonly done?: string | undefined;
  readonly fields: readonly string[];
}

export const ROW_FAULTS = ['no_key', 'no_day', 'day_unreadable', 'done_unreadable'] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** A guess from the headers alone; undefined for a part that no header names. */
export function guessMapping(
  columns: readonly string[],
  kind: PopulationKind,
): {
  readonly key: string | undefined;
  readonly day: string | undefined;
  readonly done: string | undefined;
  readonly fields: readonly string[];
} {
  const wanted = KINDS[kind].columns;
  const day = columnFor(columns, wanted.day, []);
  const done = columnFor(columns, wanted.done, [day]);
  const key = columnFor(columns, wanted.key, [day, done]);
  return {
    key,
    day,
    done,
    fields: columns.filter((column) => column !== key && column !== day && column !== done),
  };
}

/** A row of the table as a row of the population; the fault names what is wrong with it. */
export function mapRow(
  cells: Readonly<Record<string, string>>,
  mapping: PopulationMapping,
): Result<PopulationRow, RowFault> {
  const key = (cells[mapping.key] ?? '').trim();
  if (key === '') return err('no_key');
  const dayText = (cells[mapping.day] ?? '').trim();
  if (dayText === '') return err('no_day');
  const day = dayOf(dayText);
  if (!day) return err('day_unreadable');
  const doneText = mapping.done === undefined ? '' : (cells[mapping.done] ?? '').trim();
  const done = doneText === '' ? undefined : dayOf(doneText);
  if (doneText !== '' && !done) return err('done_unreadable');
  const fields = mapping.fields.map((name) => [name, (cells[name] ?? '').trim()] as const);
  return ok({ key, day, done, fields: Object.fromEntries(fields.filter(([, value]) => value !== '')) });
}

/**
 * The day of a cell: a day or an instant of ISO 8601 (an instant's own day as written, whatever its zone), or
 * `31.12.2026`. Days with slashes are refused: nobody knows whether 03/04 is in March or in April.
 */
export function dayOf(text: string): PlainDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (german) {
    const [, day = '', month = '', year = ''] = german;
    return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  const plain = parsePlainDate(text);
  if (plain) return plain;
  return parseInstant(text) ? parsePlainDate(text.slice(0, 10)) : undefined;
}

function columnFor(
  columns: readonly string[],
  names: readonly string[],
  taken: readonly (string | undefined)[],
): string | undefined {
  const free = columns.filter((column) => !taken.includes(column));
  for (const name of names) {
    const found = free.find((column) => plain(column) === plain(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Left On`, `left_on`, `leftOn` and `LEFT-ON` are one name. */
function plain(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
