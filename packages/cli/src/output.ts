// What commands print: data on standard output, everything else on standard error.
import { settings } from './config.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { didYouMean } from './words.ts';

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

/** One column of a list. */
export interface Column<T> {
  readonly name: string;
  readonly of: (row: T) => string | number | null;
  readonly right?: true;
}

/** The format that flag, environment or files ask for; `--json` is short for `-o json`. */
export function formatOf(options: {
  readonly output?: string | undefined;
  readonly json?: boolean | undefined;
}): Format {
  if (options.json) return 'json';
  const wanted = settings({ output: options.output })('output')?.value ?? 'table';
  const format = FORMATS.find((each) => each === wanted.toLowerCase());
  if (format) return format;
  throw new CommandEnd(
    EXIT.usage,
    `There is no output format ${wanted}.`,
    `${didYouMean(wanted, FORMATS) ?? ''} It is one of ${FORMATS.join(', ')}.`.trim(),
  );
}

/** Prints a list in the wanted format. */
export function printList<T>(rows: readonly T[], columns: readonly Column<T>[], format: Format): void {
  const text = (row: T, column: Column<T>): string => String(column.of(row) ?? '');
  const cell = (row: T, column: Column<T>): string => plain(text(row, column)).replaceAll('\n', ' ');
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
            (row) => `| ${columns.map((column) => cell(row, column).replaceAll('|', '\\|')).join(' | ')} |`,
          ),
        ].join('\n') + '\n',
      );
    case 'table':
      return out(
        table(
          rows.map((row) => columns.map((column) => cell(row, column))),
          columns,
        ),
      );
    default:
      return format satisfies never;
  }
}

/** Prints one record: JSON as it is, otherwise its fields by name, a line each. */
export function printOne(value: object, lines: readonly (readonly [string, string])[], format: Format): void {
  if (format === 'json' || format === 'ndjson')
    return out(`${JSON.stringify(value, null, format === 'json' ? 2 : 0)}\n`);
  if (format !== 'table')
    return printList(
      lines,
      [
        { name: 'field', of: ([name]) => name },
        { name: 'value', of: ([, text]) => text },
      ],
      format,
    );
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return out(lines.map(([name, text]) => `${dim(name.padEnd(width))}  ${plain(text)}\n`).join(''));
}

let quiet = false;

/** `--quiet`: remarks are kept to oneself; data and errors are not. */
export function setQuiet(on: boolean): void {
  quiet = on;
}

export function isQuiet(): boolean {
  return quiet;
}

export function out(text: string): void {
  process.stdout.write(text);
}

/** A remark for the person; never mixed into data. */
export function say(text: string): void {
  if (!quiet) process.stderr.write(`${plain(text)}\n`);
}

/** Why a command ended; said even under `--quiet`. */
export function complain(text: string): void {
  process.stderr.write(`${plain(text)}\n`);
}

/** Text of strangers without control characters, so that a title never moves the cursor or rings the bell. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '�');
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
