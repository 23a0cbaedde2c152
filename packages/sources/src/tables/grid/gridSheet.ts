// One sheet of a workbook as a grid: every row at its place, merged cells spread over all that they cover.
import type { GridCell } from '@assay/core';
import { readXml } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';
import { JsonFault } from '../../stream/fault.ts';
import { cellText, columnOf, type Lookups } from '../xlsx/cell.ts';

/** Cells that a grid may have, blank ones between and merged ones included: it is held in memory. */
const MOST_CELLS = 500_000;

export async function readGridSheet(bytes: Bytes, lookups: Lookups): Promise<GridCell[][]> {
  const rows: GridCell[][] = [];
  const merges: string[] = [];
  let [row, column, value, inline, size] = [-1, -1, '', '', 0];
  const put = (text: string, at: { readonly row: number; readonly column: number }): void => {
    size += Math.max(0, at.row + 1 - rows.length);
    while (rows.length <= at.row && size <= MOST_CELLS) rows.push([]);
    const cells = rows[at.row];
    size += Math.max(0, at.column + 1 - (cells?.length ?? 0));
    if (size > MOST_CELLS || !cells) throw tooMany(at.row);
    while (cells.length < at.column) cells.push({ text: '' });
    cells[at.column] = { text };
  };
  await readXml(bytes, {
    open: ({ local, attributes }) => {
      if (local === 'row') [row, column] = [Number(attributes['r'] ?? row + 2) - 1, -1];
      if (local === 'c') [column, value, inline] = [columnOf(attributes['r']) ?? column + 1, '', ''];
      if (local === 'mergeCell') merges.push(attributes['ref'] ?? '');
    },
    close: ({ local, attributes }, text, parents) => {
      if (local === 'v') value = text;
      if (local === 't' && !parents.some((each) => each.local === 'rPh')) inline += text;
      if (local !== 'c') return;
      const saved = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value, inline };
      const shown = cellText(saved, lookups);
      if (shown !== '') put(shown, { row, column });
    },
    flush: () => Promise.resolve(),
  });
  for (const merge of merges) spread(merge, rows, put);
  return rows;
}

function spread(
  reference: string,
  rows: readonly (readonly GridCell[])[],
  put: (text: string, at: { readonly row: number; readonly column: number }) => void,
): void {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const [from, to] = [columnOf(left), columnOf(right)];
  if (from === undefined || to === undefined) return;
  const text = rows[Number(top) - 1]?.[from]?.text ?? '';
  if (text === '') return;
  for (let row = Number(top) - 1; row < Number(bottom); row += 1)
    for (let column = from; column <= to; column += 1) put(text, { row, column });
}

function tooMany(row: number): JsonFault {
  return new JsonFault('table.too_many_cells', 'A sheet has more than 500,000 cells.', `row ${row + 1}`);
}
