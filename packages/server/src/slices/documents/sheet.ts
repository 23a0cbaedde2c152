// One table as CSV and as XLSX, from the same rows; a cell that looks like a formula is text in both.
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { csvText, harmless } from './csv.ts';

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  /** A number stays one, so that a reader can reckon on. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Rows that a sheet of a workbook can hold, with its header. */
const SHEET_ROWS = 1_048_576;

export function csvOf(sheet: Sheet): string {
  return csvText(sheet.header, sheet.rows);
}

/** The workbook's bytes; undefined when it has more rows than a workbook can hold, so that none is lost unsaid. */
export function xlsxOf(sheet: Sheet): AsyncIterable<Uint8Array> | undefined {
  if (sheet.rows.length >= SHEET_ROWS) return undefined;
  const rows = sheet.rows.map((row) => row.map(cellOf));
  return chunksOf(
    writeXlsxStream(rows, {
      name: sheet.name,
      columns: sheet.header.map((header) => ({ header, width: 24 })),
      freezePane: { rows: 1 },
    }),
  );
}

function cellOf(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : harmless(cell).slice(0, CELL_LENGTH);
}

/** Characters that a cell of a workbook can hold; the CSV beside it has the whole text. */
const CELL_LENGTH = 32_767;

/** A workbook of several sheets; undefined when one has more rows or a longer cell than a workbook can hold. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array | undefined> {
  const fits = sheets.every(
    ({ rows }) =>
      rows.length < SHEET_ROWS && rows.every((row) => row.every((cell) => String(cell).length < CELL_LENGTH)),
  );
  if (!fits) return undefined;
  return writeXlsx({
    sheets: sheets.map(({ name, header, rows }) => ({
      name,
      columns: header.map(() => ({ width: 24 })),
      rows: [header, ...rows].map((row) =>
        row.map((cell) => (typeof cell === 'number' ? cell : harmless(cell).replace(ESCAPED, '_x005F_'))),
      ),
      freezePane: { rows: 1 },
    })),
  });
}

/** `_x0041_` in a cell means A (ECMA-376 part 1, 22.9.2.19): an underscore that only looks so is written as one itself. */
const ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
