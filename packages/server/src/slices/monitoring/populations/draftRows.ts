// What a mapping makes of a table: its rows, and how many it cannot read.
import {
  guessMapping,
  mapRow,
  ROW_FAULTS,
  rowText,
  type PopulationKind,
  type PopulationRow,
  type RowFault,
} from '@assay/core';
import type { TableRow } from './tableReading.ts';

/** A mapping as a draft has it: a part that nobody has named yet is null. */
export interface DraftMapping {
  readonly key: string | null;
  readonly day: string | null;
  readonly done: string | null;
  readonly fields: readonly string[];
}

export interface Mapped {
  readonly row: PopulationRow;
  /** Its canonical text. */
  readonly body: string;
}

export interface Fault {
  readonly fault: RowFault;
  readonly rows: number;
  /** Place of the first of them. */
  readonly first: string;
}

export interface DraftRows {
  readonly mapped: readonly Mapped[];
  readonly faults: readonly Fault[];
}

/** No rows while key or day is not known: a guess of a guess helps nobody. */
export function rowsBy(mapping: DraftMapping, rows: readonly TableRow[]): DraftRows {
  const { key, day, done, fields } = mapping;
  if (key === null || day === null) return { mapped: [], faults: [] };
  const mapped: Mapped[] = [];
  const faults = new Map<RowFault, { rows: number; first: string }>();
  for (const { place, cells } of rows) {
    const made = mapRow(cells, { key, day, fields, ...(done === null ? {} : { done }) });
    const body = made.ok ? rowText(made.value) : undefined;
    if (made.ok && body !== undefined) {
      mapped.push({ row: made.value, body });
      continue;
    }
    const fault = made.ok ? 'no_key' : made.error;
    const held = faults.get(fault);
    if (held) held.rows += 1;
    else faults.set(fault, { rows: 1, first: place });
  }
  return {
    mapped,
    faults: ROW_FAULTS.flatMap((fault) => {
      const held = faults.get(fault);
      return held ? [{ fault, ...held }] : [];
    }),
  };
}

/** The mapping that was asked for, or a guess; `missing` is a column that the table does not have. */
export function draftMapping(
  columns: readonly string[],
  kind: PopulationKind,
  asked: { key: string; day: string; done?: string | undefined; fields?: string[] | undefined } | undefined,
): { readonly mapping: DraftMapping; readonly missing: string | undefined } {
  if (!asked) {
    const { key, day, done, fields } = guessMapping(columns, kind);
    return {
      mapping: { key: key ?? null, day: day ?? null, done: done ?? null, fields },
      missing: undefined,
    };
  }
  const roles = [asked.key, asked.day, ...(asked.done === undefined ? [] : [asked.done])];
  const fields = asked.fields ?? columns.filter((column) => !roles.includes(column));
  return {
    mapping: { key: asked.key, day: asked.day, done: asked.done ?? null, fields },
    missing: [...roles, ...fields].find((name) => !columns.includes(name)),
  };
}
