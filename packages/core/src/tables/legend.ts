// What colours mean, where a workbook says so: a filled cell with its meaning in it or to its right.
import { textAt, type GridSheet } from './grid.ts';

/** Characters of a meaning; what is longer explains something else. */
const LONGEST = 200;

/** Finds the filled cells whose meaning `read` understands; a colour with two meanings has none. */
export function legendOf<T>(
  sheets: readonly GridSheet[],
  isTable: (sheet: GridSheet, row: number) => boolean,
  read: (text: string) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const sheet of sheets)
    for (const [row, cells] of sheet.rows.entries()) {
      if (isTable(sheet, row)) continue;
      for (const [column, { fill }] of cells.entries()) {
        const own = textAt(cells, column);
        const text = own === '' ? textAt(cells, column + 1) : own;
        const meaning = text.length > LONGEST ? undefined : read(text);
        if (fill === undefined || meaning === undefined) continue;
        found.set(fill, found.has(fill) && found.get(fill) !== meaning ? undefined : meaning);
      }
    }
  return new Map([...found].flatMap(([fill, meaning]) => (meaning === undefined ? [] : [[fill, meaning]])));
}
