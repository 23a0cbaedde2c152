// One sheet of a workbook as a grid: every row at its place, merged cells spread over all that they cover.
import type { GridCell } from '@assay/core';
import { readXml, type XmlElement, type XmlHandler } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';
import { JsonFault } from '../../stream/fault.ts';
import { cellText, columnOf, type Lookups } from '../xlsx/cell.ts';
import { shownNumber } from '../xlsx/styles.ts';
import { GridRows } from './gridRows.ts';

/** Where a cell without a text may stand whose colour is read; people paint whole columns. */
const PAINTED = { rows: 5000, columns: 100 } as const;
const PAPER = 'FFFFFF';

export async function readGridSheet(bytes: Bytes, lookups: Lookups, grid: GridRows): Promise<void> {
  const reading = new SheetGrid(lookups, grid);
  await readXml(bytes, reading);
  reading.spread();
}

class SheetGrid implements XmlHandler {
  readonly #lookups: Lookups;
  readonly #grid: GridRows;
  readonly #merges: string[] = [];
  #row = -1;
  #column = -1;
  #value = '';
  #inline = '';

  constructor(lookups: Lookups, grid: GridRows) {
    this.#lookups = lookups;
    this.#grid = grid;
  }

  open({ local, attributes }: XmlElement): void {
    if (local === 'row') {
      this.#row = attributes['r'] === undefined ? this.#row + 1 : rowOf(attributes['r']);
      this.#column = -1;
    } else if (local === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column + 1;
      this.#value = '';
      this.#inline = '';
    } else if (local === 'mergeCell') this.#merges.push(attributes['ref'] ?? '');
  }

  close({ local, attributes }: XmlElement, text: string, parents: readonly XmlElement[]): void {
    if (local === 'v') this.#value = text;
    else if (local === 't' && !parents.some((each) => each.local === 'rPh')) this.#inline += text;
    else if (local === 'c') {
      const cell = this.#cellOf(attributes['t'] ?? 'n', Number(attributes['s'] ?? 0));
      const at = { row: this.#row, column: this.#column };
      const near = at.row < PAINTED.rows && at.column < PAINTED.columns;
      if (cell.text !== '' || (cell.fill !== undefined && near)) this.#grid.put(cell, at);
    }
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  /** Gives each cell of a merged area the text that is shown there once. */
  spread(): void {
    for (const merge of this.#merges) {
      const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge) ?? [];
      const [from, to] = [columnOf(left), columnOf(right)];
      const cell = this.#grid.rows[Number(top) - 1]?.[from ?? -1];
      if (from === undefined || to === undefined || cell === undefined) continue;
      for (let row = Number(top) - 1; row < Number(bottom); row += 1)
        for (let column = from; column <= to; column += 1) this.#grid.spread(cell, { row, column });
    }
  }

  #cellOf(type: string, style: number): GridCell {
    const { fill, day, number } = this.#lookups.styles[style] ?? { day: false };
    const painted = fill === undefined || fill === PAPER ? {} : { fill };
    const text = cellText({ type, style, value: this.#value, inline: this.#inline }, this.#lookups);
    const value = Number(this.#value);
    if (type !== 'n' || this.#value === '' || day || Number.isNaN(value)) return { text, ...painted };
    // Two places or more are shown as they are meant; with fewer, or a general format, 5.10 has become 5.1.
    const lost = (number?.places ?? 0) < 2;
    return { text: shownNumber(value, number), ...painted, ...(lost && { number: true }) };
  }
}

function rowOf(text: string): number {
  const row = Number(text);
  if (Number.isSafeInteger(row) && row > 0) return row - 1;
  throw new JsonFault(
    'xlsx.row_number',
    'A row has a number that no row can have.',
    `row ${text.slice(0, 20)}`,
  );
}
