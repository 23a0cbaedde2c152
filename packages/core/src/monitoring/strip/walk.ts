// Keys of the grid, as the ARIA grid pattern and spreadsheets have them.
import type { Stretch } from './row.ts';

export interface StripCell {
  readonly row: number;
  readonly column: number;
}

export interface StripKey {
  readonly key: string;
  /** Ctrl or Cmd: to the edge of what shows the same, and to the corners. */
  readonly jump: boolean;
}

export interface StripGrid {
  readonly rows: readonly { readonly stretches: readonly Stretch[] }[];
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

/** The cell to which a key leads; undefined for a key that is not the grid's. */
export function walkStrip(cell: StripCell, { key, jump }: StripKey, grid: StripGrid): StripCell | undefined {
  const { row, column } = cell;
  const last = { row: grid.rows.length - 1, column: grid.columns - 1 };
  const within = (to: StripCell): StripCell => ({
    row: Math.min(last.row, Math.max(0, to.row)),
    column: Math.min(last.column, Math.max(0, to.column)),
  });
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: jump ? edgeBefore(grid, cell) : column - 1 });
    case 'ArrowRight':
      return within({ row, column: jump ? edgeBehind(grid, cell) : column + 1 });
    case 'ArrowUp':
      return within({ row: jump ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: jump ? last.row : row + 1, column });
    case 'Home':
      return within({ row: jump ? 0 : row, column: 0 });
    case 'End':
      return within({ row: jump ? last.row : row, column: last.column });
    case 'PageUp':
      return within({ row: row - grid.page, column });
    case 'PageDown':
      return within({ row: row + grid.page, column });
    default:
      return undefined;
  }
}

function edgeBehind(grid: StripGrid, { row, column }: StripCell): number {
  return grid.rows[row]?.stretches.find((each) => each.column > column)?.column ?? grid.columns - 1;
}

/** The first day of what shows the same, or of the stretch before when one stands there already. */
function edgeBefore(grid: StripGrid, { row, column }: StripCell): number {
  return grid.rows[row]?.stretches.findLast((each) => each.column < column)?.column ?? 0;
}
