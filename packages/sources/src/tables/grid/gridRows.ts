// The cells of a grid, within what memory should hold.
import type { GridCell } from '@assay/core';
import { JsonFault } from '../../stream/fault.ts';

/** Cells that all sheets of a file may have together, blank ones between and merged ones included. */
const MOST_CELLS = 500_000;
/** Characters of all cells together: what a grid means is looked for in each of them, by many words. */
const MOST_TEXT = 16 * 1024 * 1024;
/** Columns of a sheet, as of any table; people merge titles over many more. */
const MOST_COLUMNS = 500;

/** How many cells a file may still have; its sheets share it. */
export class Budget {
  #left = MOST_CELLS;
  #text = MOST_TEXT;

  /** Counts a text once for each cell that shows it: one shared text may stand in all of them. */
  read({ text }: GridCell, row: number): void {
    this.#text -= text.length;
    if (this.#text < 0)
      throw new JsonFault('table.too_much_text', 'The file has more than 16 MiB of text.', `row ${row + 1}`);
  }

  take(cells: number, row: number): void {
    this.#left -= cells;
    if (this.#left < 0)
      throw new JsonFault('table.too_many_cells', 'The file has more than 500,000 cells.', `row ${row + 1}`);
  }
}

export interface At {
  readonly row: number;
  readonly column: number;
}

/** The rows of one sheet; what is not there is blank. */
export class GridRows {
  readonly rows: GridCell[][] = [];
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  put(cell: GridCell, { row, column }: At): void {
    if (column >= MOST_COLUMNS)
      throw new JsonFault(
        'table.columns',
        `A sheet has more than ${MOST_COLUMNS} columns.`,
        `row ${row + 1}`,
      );
    this.#budget.read(cell, row);
    this.#budget.take(Math.max(0, row + 1 - this.rows.length), row);
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row];
    if (cells === undefined) return;
    this.#budget.take(Math.max(0, column + 1 - cells.length), row);
    while (cells.length < column) cells.push({ text: '' });
    cells[column] = cell;
  }

  /** Counts each cell, also one that is there: merged areas that lie on one another would never end. */
  spread(cell: GridCell, at: At): void {
    this.#budget.take(1, at.row);
    if (at.column < MOST_COLUMNS) this.put(cell, at);
  }
}
