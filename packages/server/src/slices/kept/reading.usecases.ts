// Reads a stored table apart and within limits: where it stands, what its columns are, what each row says.
import {
  columnIndex,
  err,
  ok,
  readRegister,
  readStatement,
  REGISTER_FIELDS,
  STATEMENT_FIELDS,
  textAt,
  type GridSheet,
  type Result,
  type RiskMethod,
  type TableColumn,
} from '@assay/core';
import { GRID_LIMITS, readGridInWorker } from '@assay/sources';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import type { KeptKind } from './kept.repository.ts';
import type { Asked, Reading } from './stored.ts';

/** Most rows that a kept table may have, mapped and left; more is an export of something else. */
const MOST_ROWS = 2000;
const LEFT_SHOWN = 200;
const EXAMPLES = 2;
/** A person waits for it. */
const LIMITS = { ...GRID_LIMITS, totalMs: 30_000 };

export interface Wanted {
  readonly kind: KeptKind;
  readonly artefact: string;
  readonly filename: string;
  readonly asked: Asked;
}

/** All sheets of a stored file; read before any row of the database is held. */
export async function gridsOf(
  { deps, scope }: { readonly deps: Deps; readonly scope: OrgScope },
  { artefact, filename }: Pick<Wanted, 'artefact' | 'filename'>,
): Promise<Result<readonly GridSheet[], Refusal>> {
  if (!(await deps.blobs.has(scope.org, artefact)))
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${artefact} are stored; send them first.`,
    });
  const found = await readGridInWorker({ ...deps.blobs.placeOf(scope.org, artefact), limits: LIMITS });
  if (found.ok) return found;
  const { message, position, remedy } = found.error;
  return err({ code: 'kept.unreadable', detail: `${filename}: ${message} (${position}) ${remedy}` });
}

/** Recognises the table in its sheets. */
export function readingOf(
  sheets: readonly GridSheet[],
  { kind, filename, asked }: Wanted,
  { catalogue, method }: { readonly catalogue: Catalogue; readonly method: RiskMethod },
): Result<Reading, Refusal> {
  const fault = wrongField(kind, asked);
  if (fault) return err(fault);
  const read =
    kind === 'statement'
      ? statementIn(sheets, asked, catalogue)
      : registerIn(sheets, asked, { catalogue, method });
  if (!read.ok) return err(noTable(read.error, filename, sheets));
  const rows = read.value.rows.length + read.value.leftCount;
  return rows <= MOST_ROWS
    ? read
    : err({
        code: 'kept.too_many_rows',
        detail: `${filename} has ${rows.toLocaleString('en')} rows below the headings; ${MOST_ROWS.toLocaleString('en')} are the most.`,
      });
}

/** Ids of Annex A in both editions. */
function annexIds({ frameworks }: Catalogue): ReadonlySet<string> {
  return new Set(
    ['iso27001:2013', 'iso27001:2022'].flatMap((id) =>
      (frameworks.get(id)?.requirements ?? []).map((each) => each.id).filter((each) => each.startsWith('A.')),
    ),
  );
}

function statementIn(sheets: readonly GridSheet[], asked: Asked, catalogue: Catalogue) {
  const set = columnsOf(asked, STATEMENT_FIELDS);
  const idColumn = [...asked.columns].find(({ field }) => field === 'id');
  const found = readStatement(sheets, annexIds(catalogue), {
    ...placeOf(asked),
    ...(set.size > 0 && { columns: set }),
    ...(idColumn && { idColumn: columnIndex(idColumn.column) ?? 0 }),
  });
  if (!found.ok) return found;
  const { edition, tables, rows, left } = found.value;
  const reading: Reading = {
    kind: 'statement',
    edition,
    tables: tables.map((table) => tableOf(sheets, table)),
    rows: rows.map(copy),
    ...common(sheets, left),
  };
  return ok(reading);
}

function registerIn(
  sheets: readonly GridSheet[],
  asked: Asked,
  { catalogue, method }: { readonly catalogue: Catalogue; readonly method: RiskMethod },
) {
  const set = columnsOf(asked, REGISTER_FIELDS);
  const context = {
    likelihood: method.likelihood.map(({ name }) => name),
    impact: method.impact.map(({ name }) => name),
    catalogue: annexIds(catalogue),
  };
  const found = readRegister(sheets, context, { ...placeOf(asked), ...(set.size > 0 && { columns: set }) });
  if (!found.ok) return found;
  const { rows, left, ...table } = found.value;
  const reading: Reading = {
    kind: 'register',
    tables: [tableOf(sheets, table)],
    rows: rows.map(copy),
    ...common(sheets, left),
  };
  return ok(reading);
}

/** What is read is kept as it was read, and nothing writes to it. */
function copy<T>(row: T): { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
function copy(row: object): object {
  return structuredClone(row);
}

function placeOf({ sheet, head_row: headRow }: Asked) {
  return { ...(sheet !== undefined && { sheet }), ...(headRow !== undefined && { headRow }) };
}

function columnsOf<F extends string>(
  { columns }: Asked,
  fields: readonly F[],
): ReadonlyMap<number, F | null> {
  return new Map(
    columns.flatMap(({ column, field }) => {
      const index = columnIndex(column);
      const found = fields.find((each) => each === field);
      return index === undefined || (field !== null && found === undefined)
        ? []
        : [[index, found ?? null] as const];
    }),
  );
}

function wrongField(kind: KeptKind, { columns }: Asked): Refusal | undefined {
  const fields: readonly string[] = kind === 'statement' ? ['id', ...STATEMENT_FIELDS] : REGISTER_FIELDS;
  const at = columns.findIndex(({ field }) => field !== null && !fields.includes(field));
  if (at < 0) return undefined;
  const message = `A ${kind} has no field ${columns[at]?.field ?? ''}; it has ${fields.join(', ')}.`;
  return {
    code: 'request.invalid',
    detail: message,
    errors: [{ pointer: `/body/columns/${at}/field`, message }],
  };
}

function tableOf<F extends string>(
  sheets: readonly GridSheet[],
  table: { readonly sheet: string; readonly headRow: number; readonly columns: readonly TableColumn<F>[] },
) {
  const below = sheets.find(({ name }) => name === table.sheet)?.rows.slice(table.headRow) ?? [];
  return {
    sheet: table.sheet,
    headRow: table.headRow,
    columns: table.columns.map(({ index, heading, field }) => ({
      index,
      heading,
      field: field ?? null,
      examples: examplesIn(below, index),
    })),
  };
}

function examplesIn(rows: GridSheet['rows'], column: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const text = textAt(row, column).slice(0, 60);
    if (text !== '') found.add(text);
    if (found.size === EXAMPLES) break;
  }
  return [...found];
}

function common(
  sheets: readonly GridSheet[],
  left: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly reason: string;
    readonly text: string;
  }[],
) {
  return {
    sheets: sheets.map(({ name }) => name),
    left: left.slice(0, LEFT_SHOWN).map(({ text, ...at }) => ({ ...at, text: text.slice(0, 200) })),
    leftCount: left.length,
  };
}

function noTable(why: 'no_table' | 'unknown_sheet', filename: string, sheets: readonly GridSheet[]): Refusal {
  const names = sheets.map(({ name }) => name).join(', ');
  return {
    code: 'kept.no_table',
    detail:
      why === 'unknown_sheet'
        ? `${filename} has no such sheet; it has ${names}.`
        : `${filename} holds no table that could be recognised; its sheets are ${names}.`,
  };
}
