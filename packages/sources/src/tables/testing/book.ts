// A workbook or a CSV file as a person would have made it, for fixtures.
import { writeFileSync } from 'node:fs';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';

/** A cell: its value, its background as RRGGBB, its number format. */
export interface Cell {
  readonly value: string | number | boolean | Date | null;
  readonly fill?: string;
  readonly format?: string;
}
export type Row = readonly (Cell | Cell['value'])[];

/** `merges` are areas such as A1:F1. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges?: readonly string[];
}

export function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(written) });
}

/** Text in the encodings that spreadsheet programs write. */
export function csv(
  rows: readonly (readonly string[])[],
  how: { readonly separator: ',' | ';' | '\t'; readonly encoding: 'utf8' | 'windows-1252' | 'utf-16' },
): Uint8Array {
  const cell = (text: string): string =>
    text.includes(how.separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = rows.map((row) => `${row.map(cell).join(how.separator)}\r\n`).join('');
  if (how.encoding === 'utf8') return Buffer.from(text);
  // Every letter that is used here stands at the same place in Latin-1 as in Windows-1252, but for the dash.
  if (how.encoding === 'windows-1252') return Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

export function save(folder: URL, name: string, bytes: Uint8Array): void {
  writeFileSync(new URL(name, folder), bytes);
}

function written({ name, rows, merges = [] }: Sheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries()) {
      if (!isCell(cell)) continue;
      const { fill, format } = cell;
      cells.set(`${r},${c}`, {
        value: cell.value,
        style: {
          ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
          ...(format !== undefined && { numFmt: format }),
        },
      });
    }
  return {
    name,
    rows: rows.map((row) => row.map((cell) => (isCell(cell) ? cell.value : cell))),
    cells,
    merges: merges.map(areaOf),
  };
}

function isCell(cell: Row[number]): cell is Cell {
  return typeof cell === 'object' && cell !== null && 'value' in cell;
}

function areaOf(reference: string): NonNullable<WriteSheet['merges']>[number] {
  const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(reference) ?? [];
  return {
    startRow: Number(top) - 1,
    startCol: left.charCodeAt(0) - 65,
    endRow: Number(bottom) - 1,
    endCol: right.charCodeAt(0) - 65,
  };
}
