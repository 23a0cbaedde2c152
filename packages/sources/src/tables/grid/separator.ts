// Which sign parts the cells of a CSV file whose first lines may be titles and remarks.
import { rowsOf, SEPARATORS, type Separator } from '../../stream/csv.ts';

const LINES = 20;

/** The sign by which most of the first lines have the same number of cells, two or more; a comma if none does. */
export function separatorOver(head: string): Separator {
  return SEPARATORS.map((separator) => ({ separator, ...fit(head, separator) })).reduce((best, next) =>
    next.lines > best.lines || (next.lines === best.lines && next.cells > best.cells) ? next : best,
  ).separator;
}

function fit(head: string, separator: Separator): { readonly lines: number; readonly cells: number } {
  const lines = new Map<number, number>();
  for (const { cells } of rowsOf(head, separator).slice(0, LINES))
    if (cells.length > 1) lines.set(cells.length, (lines.get(cells.length) ?? 0) + 1);
  return [...lines].reduce(
    (best, [cells, count]) =>
      count > best.lines || (count === best.lines && cells > best.cells) ? { lines: count, cells } : best,
    { lines: 0, cells: 0 },
  );
}
