// Names of columns as they can be chosen by: every one has a name, no two have the same.
import { clean } from '../read/observe.ts';
import { JsonFault } from '../stream/fault.ts';

/** What `population` says of a row that is not read as anything yet. */
export const TABLE_ROWS = 'rows';

const NAME_LIMIT = 200;
const COLUMN_LIMIT = 500;

/** Headers without blanks around them; an empty one is named by its place, a second of the same name by its number. */
export function columnNames(header: readonly string[]): readonly string[] {
  let end = header.length;
  while (end > 0 && header[end - 1]?.trim() === '') end -= 1;
  if (end > COLUMN_LIMIT)
    throw new JsonFault('table.columns', `The table has more than ${COLUMN_LIMIT} columns.`, 'header');
  const taken = new Set<string>();
  return header.slice(0, end).map((cell, i) => {
    const name = clean(cell, NAME_LIMIT) || `column ${i + 1}`;
    let free = name;
    for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`;
    taken.add(free);
    return free;
  });
}

/** The cells of a row by the names of their columns, one line each; what no column names is left out. */
export function fieldsOf(
  columns: readonly string[],
  cells: readonly (string | undefined)[],
): Record<string, string> {
  return Object.fromEntries(columns.map((name, i) => [name, clean(cells[i] ?? '', CELL_LIMIT)]));
}

/** Characters of one cell; a description of a change is shorter. */
export const CELL_LIMIT = 4000;
