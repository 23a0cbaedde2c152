// What any spreadsheet comes down to before its meaning is looked for.

/** One cell as it is shown; `fill` is its background as RRGGBB where the file says one. */
export interface GridCell {
  readonly text: string;
  readonly fill?: string;
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

/** How many different texts a row holds: a title spread over merged cells holds one. */
export function distinctTexts(row: readonly GridCell[]): number {
  return new Set(row.map((_, column) => textAt(row, column)).filter((text) => text !== '')).size;
}
