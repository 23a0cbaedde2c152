// assay soa read: what a statement of applicability that was kept as a spreadsheet says, row by row.
import { columnLetters, readStatement, STATEMENT_FIELDS } from '@assay/core';
import type { LeftRow, StatementField, StatementReading, StatementRow } from '@assay/core';
import { Option, type Command } from 'commander';
import { annexIds } from '../kept/annex.ts';
import { gridsIn, noTable } from '../kept/grid.ts';
import { columnNumber, overrideOf, placing, type PlaceOptions } from '../kept/place.ts';
import { formatOf, out, printList, say, type Column } from '../output.ts';
import { printing } from './shared.ts';

interface Options extends PlaceOptions<StatementField> {
  readonly idColumn?: number;
  readonly left?: true;
  readonly output?: string;
  readonly json?: boolean;
}

export function addStatementRead(soa: Command): void {
  placing(
    printing(
      soa
        .command('read <file>')
        .description('Read a kept statement (.xlsx, .csv) and say what each row means'),
    ),
    STATEMENT_FIELDS,
  )
    .addOption(new Option('--id-column <LETTER>', 'the column of the ids of Annex A').argParser(columnNumber))
    .option('--left', 'the rows that were left, each with its reason, instead')
    .action(read);
}

async function read(path: string, { idColumn, left, ...options }: Options): Promise<void> {
  const format = formatOf(options);
  const sheets = await gridsIn(path);
  const found = readStatement(sheets, annexIds(), {
    ...overrideOf(options),
    ...(idColumn !== undefined && { idColumn }),
  });
  if (!found.ok) throw noTable(path, found.error, sheets);
  if (format === 'json' && !left) out(`${JSON.stringify(asJson(found.value), null, 2)}\n`);
  else if (left) printList(found.value.left, LEFT, format);
  else printList(found.value.rows, ROWS, format);
  remark(found.value);
}

const ROWS: readonly Column<StatementRow>[] = [
  { name: 'row', of: (row) => row.row, right: true },
  { name: 'id', of: (row) => row.id },
  { name: 'title', of: (row) => row.said.title ?? '' },
  { name: 'applies', of: (row) => row.applies },
  { name: 'status', of: (row) => row.status },
  { name: 'because', of: (row) => row.reasons.join(' ') },
  { name: 'said', of: (row) => row.said.reason ?? (row.said.inclusion || row.said.exclusion) ?? '' },
  { name: 'owner', of: (row) => row.said.owner ?? '' },
];

const LEFT: readonly Column<LeftRow>[] = [
  { name: 'sheet', of: (row) => row.sheet },
  { name: 'row', of: (row) => row.row, right: true },
  { name: 'left because', of: (row) => row.reason },
  { name: 'text', of: (row) => row.text },
];

function remark({ edition, tables, rows, left, others }: StatementReading): void {
  const count = (applies: StatementRow['applies']): number =>
    rows.filter((row) => row.applies === applies).length;
  const where = tables.map(({ sheet, headRow }) => `${sheet} below row ${headRow}`).join(', ');
  say(
    `${rows.length} controls of ISO/IEC 27001:${edition} (${where}): ${count('yes')} in, ${count('no')} out, ${count('unclear')} unclear. Rows left: ${left.length}${left.length > 0 ? '; --left shows them' : ''}.`,
  );
  for (const { sheet, ids, edition: its } of others)
    say(`The sheet ${sheet} holds ${ids} ids of ${its} too; --sheet reads it instead.`);
}

function asJson({ edition, tables, rows, left, others }: StatementReading): object {
  return {
    edition,
    tables: tables.map(({ sheet, headRow, columns }) => ({
      sheet,
      head_row: headRow,
      columns: columns.map(({ index, heading, field }) => ({
        column: columnLetters(index),
        heading,
        field: field ?? null,
      })),
    })),
    rows,
    left,
    others,
  };
}
