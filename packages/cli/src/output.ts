// What commands print: data on standard output, everything else on standard error.
import { CommandEnd, EXIT } from './exit.ts';

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

/** One column of a list. */
export interface Column<T> {
  readonly name: string;
  readonly of: (row: T) => string | number | null;
  readonly right?: true;
}

/** Reads `-o`; `--json` is its short form. */
export function formatOf(options: {
  readonly output?: string | undefined;
  readonly json?: boolean | undefined;
}): Format {
  if (options.json) return 'json';
  const wanted = options.output ?? 'table';
  const format = FORMATS.find((each) => each === wanted);
  if (!format)
    throw new CommandEnd(
      EXIT.usage,
      `There is no output format ${wanted}.`,
      `Choose one of ${FORMATS.join(', ')}.`,
    );
  return format;
}

/** Prints a list in the wanted format. */
export function printList<T>(rows: readonly T[], columns: readonly Column<T>[], format: Format): void {
  const text = (row: T, column: Column<T>): string => String(column.of(row) ?? '');
  switch (format) {
    case 'json':
      return out(`${JSON.stringify(rows, null, 2)}\n`);
    case 'ndjson':
      return out(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    case 'csv':
      return out(
        [
          columns.map((column) => column.name),
          ...rows.map((row) => columns.map((column) => text(row, column))),
        ]
          .map((cells) => cells.map(csvCell).join(','))
          .join('\r\n') + '\r\n',
      );
    case 'md':
      return out(
        [
          `| ${columns.map((column) => column.name).join(' | ')} |`,
          `| ${columns.map(() => '---').join(' | ')} |`,
          ...rows.map(
            (row) => `| ${columns.map((column) => text(row, column).replaceAll('|', '\\|')).join(' | ')} |`,
          ),
        ].join('\n') + '\n',
      );
    case 'table':
      return out(
        table(
          rows.map((row) => columns.map((column) => text(row, column))),
          columns,
        ),
      );
    default:
      return format satisfies never;
  }
}

/** Prints one thing: JSON as it is, otherwise name and value a line. */
export function printOne(value: object, lines: readonly (readonly [string, string])[], format: Format): void {
  if (format === 'json' || format === 'ndjson')
    return out(`${JSON.stringify(value, null, format === 'json' ? 2 : 0)}\n`);
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  out(lines.map(([name, text]) => `${dim(name.padEnd(width))}  ${text}\n`).join(''));
}

export function out(text: string): void {
  process.stdout.write(text);
}

/** A remark for the person; never mixed into data. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function dim(text: string): string {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? `\u001b[2m${text}\u001b[0m` : text;
}

function table<T>(rows: readonly (readonly string[])[], columns: readonly Column<T>[]): string {
  if (rows.length === 0) return '';
  const limit = process.stdout.isTTY ? Math.max(60, process.stdout.columns) : Number.POSITIVE_INFINITY;
  const widths = columns.map((column, i) =>
    Math.max(column.name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (columns[i]?.right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const cut = (text: string): string => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
  return (
    [
      dim(cut(line(columns.map((column) => column.name.toUpperCase())))),
      ...rows.map((row) => cut(line(row))),
    ].join('\n') + '\n'
  );
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
