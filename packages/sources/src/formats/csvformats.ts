// Tables: Prowler's CSV, and any CSV whose columns a person has named.
import type { ObservationStatus } from '@assay/core';
import { csvRows } from '../stream/csv.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { fatal, refused, unknownStatus } from '../read/problem.ts';
import type { Bytes, ColumnMapping, Reader, Sink } from '../read/reader.ts';

const PROWLER: Readonly<Record<string, ObservationStatus>> = { PASS: 'pass', FAIL: 'fail', MANUAL: 'unknown' };
const WORDS: Readonly<Record<string, ObservationStatus>> = { pass: 'pass', passed: 'pass', ok: 'pass', compliant: 'pass', fail: 'fail', failed: 'fail', noncompliant: 'fail', 'non-compliant': 'fail', error: 'error', 'not applicable': 'not_applicable', 'n/a': 'not_applicable', unknown: 'unknown' };

export const prowlerCsv: Reader = {
  id: 'prowler-csv', title: 'Prowler (CSV)', version: 1,
  statusRule: 'STATUS PASS is pass, FAIL is fail (muted too), MANUAL is unknown.',
  recognise: (head) => (/^"?AUTH_METHOD"?[;,]/.test(head.text) || /[;,]"?CHECK_ID"?[;,].*[;,]"?STATUS"?[;,]/.test(head.text.split('\n', 1)[0] ?? '') ? 0.97 : 0),
  read: (bytes, sink) => readTable(bytes, { sink, tool: 'prowler', columns: { check: 'CHECK_ID', subject: 'RESOURCE_UID', status: 'STATUS', observedAt: 'TIMESTAMP', severity: 'SEVERITY', message: 'STATUS_EXTENDED' }, statuses: PROWLER, extra: { account: 'ACCOUNT_UID', region: 'REGION', version: 'PROWLER_VERSION', muted: 'MUTED' } }),
};

export const csv: Reader = {
  id: 'csv', title: 'CSV table', version: 1,
  statusRule: 'The words of the status column as the column mapping says; otherwise pass, passed, ok, compliant are pass; fail, failed, non-compliant are fail; anything else is unknown.',
  recognise: () => 0,
  read: (bytes, sink, options) => {
    if (!options.columns) {
      sink.problem(fatal('csv.no_mapping', 'A CSV table needs to be told which column holds what.', { remedy: 'Name the columns for check, subject and status.' }));
      return Promise.resolve();
    }
    const statuses: Record<string, ObservationStatus> = { ...WORDS };
    for (const [word, status] of Object.entries(options.columns.statuses ?? {})) statuses[word.toLowerCase()] = status;
    return readTable(bytes, { sink, tool: 'csv', columns: options.columns, statuses: lowered(statuses), extra: {} });
  },
};

interface Table {
  readonly sink: Sink;
  readonly tool: string;
  readonly columns: ColumnMapping;
  readonly statuses: Readonly<Record<string, ObservationStatus>>;
  readonly extra: { readonly account?: string; readonly region?: string; readonly version?: string; readonly muted?: string };
}

async function readTable(bytes: Bytes, table: Table): Promise<void> {
  let places: Map<string, number> | undefined;
  let told = false;
  for await (const row of csvRows(bytes)) {
    if (!places) {
      places = new Map(row.cells.map((name, i) => [name.replace(/^\ufeff/, '').trim(), i]));
      const missing = [table.columns.check, table.columns.subject, table.columns.status].find((name) => !places?.has(name));
      if (missing !== undefined) return table.sink.problem(fatal('csv.no_column', `The table has no column “${missing}”.`, { position: 'line 1', remedy: `Its columns are: ${[...places.keys()].slice(0, 20).join(', ')}.` }));
      continue;
    }
    if (row.cells.length === 1 && row.cells[0] === '') continue;
    if (!told) {
      told = true;
      tell(table, cellsOf(places, row.cells));
    }
    const waiting = readRow(table, cellsOf(places, row.cells), row.line);
    if (waiting) await waiting;
  }
}

type Cells = (name: string | undefined) => string | undefined;

function readRow(table: Table, cell: Cells, line: number): void | Promise<void> {
  const { columns, extra, sink } = table;
  const check = cell(columns.check);
  if (check === undefined) return sink.problem(refused('csv.no_check', 'A row names no check.', { position: `line ${line}`, remedy: 'Fill the cell, or leave the row out.' }));
  const word = cell(columns.status) ?? '';
  const status = table.statuses[table.tool === 'csv' ? word.toLowerCase() : word.toUpperCase()];
  if (!status) sink.problem(unknownStatus(table.tool, word, `line ${line}`));
  const name = cell(columns.subject);
  const account = cell(extra.account);
  const subject = name === undefined ? account : name.startsWith('arn:') || account === undefined ? name : `${account}/${cell(extra.region) ?? '-'}/${name}`;
  const message = cell(columns.message);
  return sink.observation(observation({ tool: table.tool, check, subject, status: status ?? 'unknown', observedAt: instantOf(cell(columns.observedAt)), severity: severityOf(cell(columns.severity)), message: cell(extra.muted)?.toLowerCase() === 'true' ? `Muted. ${message ?? ''}` : message }));
}

function tell(table: Table, cell: Cells): void {
  const version = cell(table.extra.version);
  const ranAt = instantOf(cell(table.columns.observedAt));
  const scope = cell(table.extra.account);
  table.sink.source({ tool: table.tool, ...(version ? { toolVersion: version } : {}), ...(ranAt ? { ranAt } : {}), ...(scope ? { scope } : {}) });
}

function cellsOf(places: ReadonlyMap<string, number>, cells: readonly string[]): Cells {
  return (name) => {
    const place = name === undefined ? undefined : places.get(name);
    const text = place === undefined ? undefined : cells[place]?.trim();
    return text === '' ? undefined : text;
  };
}

function lowered(statuses: Readonly<Record<string, ObservationStatus>>): Readonly<Record<string, ObservationStatus>> {
  return Object.fromEntries(Object.entries(statuses).map(([word, status]) => [word.toLowerCase(), status]));
}
