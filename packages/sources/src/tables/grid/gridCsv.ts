// A CSV file as a grid: rows may be of any length, since titles stand above the table.
import type { GridCell } from '@assay/core';
import { csvRowBatches } from '../../stream/csv.ts';
import type { Opened } from '../../stream/open.ts';
import { GridRows, type Budget } from './gridRows.ts';
import { separatorOver } from './separator.ts';

export async function readGridCsv({ head, bytes }: Opened, budget: Budget): Promise<readonly GridCell[][]> {
  const grid = new GridRows(budget);
  let row = 0;
  for await (const rows of csvRowBatches(bytes, { separator: separatorOver(ended(head.text, head.whole)) }))
    for (const { cells } of rows) {
      for (const [column, text] of cells.entries()) if (text !== '') grid.put(cellOf(text), { row, column });
      row += 1;
    }
  return grid.rows;
}

/** A file of one line has no line end, and its head is whole. */
function ended(text: string, whole: boolean): string {
  return whole && !text.endsWith('\n') ? `${text}\n` : text;
}

/** Nothing says whether 5.1 was a number in the spreadsheet that wrote the file, so it may have been 5.10. */
function cellOf(text: string): GridCell {
  return /^\s*\d+[.,]\d{1,2}\s*$/.test(text) ? { text, number: true } : { text };
}
