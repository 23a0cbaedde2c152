// What any spreadsheet comes down to before its meaning is looked for.

/**
 * One cell as it is shown. `fill` is its background by a name that is the same for the same colour (`C6EFCE`,
 * `theme 9 0.4`). `number` says that a number lies behind it, so that zeros at its end may have been lost.
 */
export interface GridCell {
  readonly text: string;
  readonly fill?: string;
  readonly number?: true;
}

/** One sheet; rows may differ in length, merged cells have been spread. */
export interface GridSheet {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
}

/** The text of a cell with its blanks made single; a cell that is not there is empty. */
export function textAt(row: readonly GridCell[] | undefined, column: number): string {
  return (row?.[column]?.text ?? '').replaceAll(/\s+/gu, ' ').trim();
}

/** The first text of a row; undefined for a row without any. */
export function firstText(row: readonly GridCell[]): string | undefined {
  return row.map((_, column) => textAt(row, column)).find((text) => text !== '');
}

/** How many different texts a row holds: a title spread over merged cells holds one. */
export function distinctTexts(row: readonly GridCell[] | undefined): number {
  return new Set((row ?? []).map((_, column) => textAt(row, column)).filter((text) => text !== '')).size;
}

/** Columns of the widest row. */
export function widthOf(sheet: GridSheet): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
}
