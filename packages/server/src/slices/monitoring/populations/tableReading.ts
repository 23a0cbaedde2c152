// Reads a stored table apart and within limits, for a draft or for a second source.
import { err, ok, type Result } from '@assay/core';
import {
  DEFAULT_LIMITS,
  readInWorker,
  type Batch,
  type Limits,
  type Problem,
  type ReadRequest,
  type Summary,
} from '@assay/sources';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Largest population: it is sorted, hashed and drawn from as a whole. */
const ROW_LIMIT = 200_000;
/** A person waits for it. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, cpuMs: 60_000, totalMs: 60_000, maxBytes: 256 * 1024 ** 2 };
const EXAMPLES = 3;
const PROBLEMS_SHOWN = 20;

/** A row of the table with its place in the file. */
export interface TableRow {
  readonly place: string;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TableReading {
  readonly reader: string;
  readonly sheets: readonly string[];
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  readonly rows: readonly TableRow[];
  readonly problems: {
    readonly fatal: number;
    readonly error: number;
    readonly warning: number;
    readonly first: readonly Problem[];
  };
}

/** How the bytes are read: apart, as strangers' files must be, unless the caller vouches for them. */
export type ReadBytes = (request: ReadRequest, give: (batch: Batch) => Promise<void>) => Promise<Summary>;

export async function readTable(
  {
    deps,
    scope,
    read = readInWorker,
  }: { readonly deps: Deps; readonly scope: OrgScope; readonly read?: ReadBytes },
  wanted: { readonly artefact: string; readonly sheet: string | null },
): Promise<Result<TableReading, Refusal>> {
  if (!(await deps.blobs.has(scope.org, wanted.artefact)))
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${wanted.artefact} are stored; send them first.`,
    });
  const rows: TableRow[] = [];
  const summary = await read(
    {
      ...deps.blobs.placeOf(scope.org, wanted.artefact),
      options: { table: wanted.sheet === null ? {} : { sheet: wanted.sheet } },
      limits: LIMITS,
    },
    (batch) => {
      if (rows.length <= ROW_LIMIT)
        rows.push(...batch.population.map((row) => ({ place: row.key, cells: row.fields })));
      return Promise.resolve();
    },
  );
  if (rows.length > ROW_LIMIT)
    return err({
      code: 'population.too_large',
      detail: `The list has more than ${ROW_LIMIT.toLocaleString('en')} rows; split it by time.`,
    });
  return ok({
    reader: summary.reader,
    sheets: summary.source?.sheets ?? [],
    columns: (summary.source?.columns ?? []).map((name) => ({ name, examples: examplesOf(rows, name) })),
    rows,
    problems: { ...summary.counts, first: summary.problems.slice(0, PROBLEMS_SHOWN) },
  });
}

function examplesOf(rows: readonly TableRow[], name: string): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = (cells[name] ?? '').slice(0, 60);
    if (text !== '') found.add(text);
    if (found.size === EXAMPLES) break;
  }
  return [...found];
}
