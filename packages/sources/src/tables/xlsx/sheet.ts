// Rows of one sheet as texts. Formulas are never run: the value that was saved with them is taken.
import { readXml, type XmlElement, type XmlHandler } from '../../formats/xml.ts';
import { fatal } from '../../read/problem.ts';
import type { Bytes, Sink } from '../../read/reader.ts';
import { columnNames, fieldsOf, TABLE_ROWS } from '../header.ts';
import { cellText, columnOf, type Lookups } from './cell.ts';

/** Gives every row below the first that is not empty; hidden and filtered rows are rows too. */
export async function readSheet(
  bytes: Bytes,
  lookups: Lookups,
  { sink, sheets }: { readonly sink: Sink; readonly sheets: readonly string[] },
): Promise<void> {
  const reading = new SheetReading(lookups, sink, sheets);
  await readXml(bytes, reading);
  if (!reading.hasHeader)
    sink.problem(
      fatal('table.empty', 'The sheet is empty.', { remedy: 'Name the sheet that holds the list.' }),
    );
}

class SheetReading implements XmlHandler {
  readonly #lookups: Lookups;
  readonly #sink: Sink;
  readonly #sheets: readonly string[];
  #columns: readonly string[] | undefined;
  #cells: (string | undefined)[] = [];
  #row = 0;
  #column = 0;
  #value: string | undefined;
  #inline = '';
  #formula = false;
  #told = new Set<string>();
  #ready: { readonly key: string; readonly fields: Record<string, string> }[] = [];

  constructor(lookups: Lookups, sink: Sink, sheets: readonly string[]) {
    this.#lookups = lookups;
    this.#sink = sink;
    this.#sheets = sheets;
  }

  get hasHeader(): boolean {
    return this.#columns !== undefined;
  }

  open({ local, attributes }: XmlElement): void {
    if (local === 'row') {
      this.#row = Number(attributes['r'] ?? this.#row + 1);
      this.#cells = [];
      this.#column = -1;
    } else if (local === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column + 1;
      this.#value = undefined;
      this.#inline = '';
      this.#formula = false;
    }
  }

  close(element: XmlElement, text: string, parents: readonly XmlElement[]): void {
    const { local } = element;
    if (local === 'v') this.#value = text;
    else if (local === 'f') this.#formula = true;
    else if (local === 't' && !parents.some((each) => each.local === 'rPh')) this.#inline += text;
    else if (local === 'c') this.#endCell(element);
    else if (local === 'row') this.#endRow();
  }

  async flush(): Promise<void> {
    const ready = this.#ready;
    this.#ready = [];
    for (const row of ready) {
      const waiting = this.#sink.population({ population: TABLE_ROWS, ...row });
      if (waiting) await waiting;
    }
  }

  #endCell({ attributes }: XmlElement): void {
    if (this.#formula && this.#value === undefined)
      this.#warn('xlsx.formula_without_value', 'A formula was saved without its value; its cell is empty.');
    const text = this.#textOf(attributes['t'] ?? 'n', Number(attributes['s'] ?? 0));
    if (text === '') return;
    if (this.#column < MOST_COLUMNS) this.#cells[this.#column] = text;
  }

  #textOf(type: string, style: number): string {
    const value = this.#value ?? '';
    if (type !== 'e') return cellText({ type, style, value, inline: this.#inline }, this.#lookups);
    this.#warn('xlsx.error_value', `A cell holds the error ${value.slice(0, 20)}; it is empty.`);
    return '';
  }

  #endRow(): void {
    if (this.#cells.every((cell) => cell === undefined || cell.trim() === '')) return;
    if (!this.#columns) {
      this.#columns = columnNames(Array.from(this.#cells, (cell) => cell ?? ''));
      this.#sink.source({ tool: 'xlsx', columns: this.#columns, sheets: this.#sheets });
      return;
    }
    if (this.#cells.length > this.#columns.length)
      this.#warn('table.beyond_header', 'A cell stands to the right of the last header; it is left out.');
    this.#ready.push({ key: `row ${this.#row}`, fields: fieldsOf(this.#columns, this.#cells) });
  }

  /** Each kind once, at its first place: a column of errors would say the same a thousand times. */
  #warn(code: string, message: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#sink.problem({
      code,
      level: 'warning',
      message,
      position: `row ${this.#row}`,
      remedy: 'Open the workbook, save it again, and look at that row.',
    });
  }
}

/** The widest sheet there is has columns A to XFD. */
const MOST_COLUMNS = 16_384;
