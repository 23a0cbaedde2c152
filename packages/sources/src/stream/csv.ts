// CSV row by row (RFC 4180 and what people make of it): comma, semicolon or tab found from the header,
// quotes, line breaks inside quotes, BOM, Windows-1252. Cells are text and never anything that runs.
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { JsonFault } from './fault.ts';
import { utf8Bytes } from './utf8.ts';

const ROW_LIMIT = 8 * 1024 * 1024;
export const SEPARATORS = [',', ';', '\t'] as const;

export type Separator = (typeof SEPARATORS)[number];

export interface CsvRow {
  readonly cells: readonly string[];
  /** Line on which the row starts, from 1. */
  readonly line: number;
}

/** The separator that the header line uses most; comma when it uses none. */
export function separatorOf(header: string): Separator {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => [separator, bare.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/**
 * All rows of a file, the header first, in batches, one for each chunk: waiting once a chunk and not once a row
 * makes tables twice as fast. `guessed` is called when the file can only be Windows-1252. Without a `separator`
 * the first line says it.
 */
export async function* csvRowBatches(
  bytes: AsyncIterable<Uint8Array>,
  { guessed = () => {}, separator }: { readonly guessed?: () => void; readonly separator?: Separator } = {},
): AsyncGenerator<Iterable<CsvRow>> {
  const rows = new Rows(separator);
  for await (const text of textOf(utf8Bytes(bytes), guessed)) yield rows.push(text, false);
  yield rows.push('', true);
}

/** The rows that are finished in a text, for example in the head of a file. */
export function rowsOf(text: string, separator?: Separator): readonly CsvRow[] {
  return [...new Rows(separator).push(text, false)];
}

class Rows {
  #separator: Separator | undefined;
  readonly #wanted: Separator | undefined;
  #rest = '';
  #line = 1;

  constructor(separator: Separator | undefined) {
    this.#wanted = separator;
  }

  *push(chunk: string, last: boolean): Generator<CsvRow> {
    const text = this.#rest + chunk;
    let from = this.#separator === undefined ? this.#start(text) : 0;
    const separator = this.#separator ?? ',';
    for (;;) {
      const row = rowAt(text, { from, separator, last });
      if (!row) break;
      const line = this.#line;
      this.#line += row.lines;
      from = row.next;
      yield { cells: row.cells, line };
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > ROW_LIMIT)
      throw new JsonFault(
        'csv.row_too_large',
        'A row is larger than 8,388,608 characters; perhaps a quote was never closed.',
        `line ${this.#line}`,
      );
    if (last && this.#rest !== '')
      throw new JsonFault('csv.quote_open', 'A quoted cell never ends.', `line ${this.#line}`);
  }

  /** Excel may say the separator in a line of its own, `sep=;`. */
  #start(text: string): number {
    const said = /^sep=([,;\t])\r?\n/i.exec(text);
    const separator = SEPARATORS.find((each) => each === said?.[1]) ?? this.#wanted;
    this.#separator = separator ?? (text === '' ? undefined : separatorOf(text.slice(0, lineEnd(text, 0))));
    if (said) this.#line += 1;
    return said ? said[0].length : 0;
  }
}

interface Place {
  readonly from: number;
  readonly separator: Separator;
  /** No more text will come. */
  readonly last: boolean;
}

interface FoundRow {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

/** The row that begins at a place; undefined when its end is not there yet. */
function rowAt(text: string, place: Place): FoundRow | undefined {
  if (place.from >= text.length) return undefined;
  const end = text.indexOf('\n', place.from);
  if (end < 0 && !place.last) return undefined;
  const line = text.slice(place.from, end < 0 ? text.length : end);
  if (line.includes('"')) return quotedRowAt(text, place);
  return {
    cells: (line.endsWith('\r') ? line.slice(0, -1) : line).split(place.separator),
    next: place.from + line.length + 1,
    lines: 1,
  };
}

function quotedRowAt(text: string, place: Place): FoundRow | undefined {
  const cells: string[] = [];
  let lines = 1;
  let i = place.from;
  let stop = -1;
  for (;;) {
    let quoted = '';
    if (text[i] === '"') {
      const close = closingQuote(text, i + 1);
      if (close < 0 || (close === text.length - 1 && !place.last)) return undefined;
      quoted = text.slice(i + 1, close).replaceAll('""', '"');
      for (let at = quoted.indexOf('\n'); at >= 0; at = quoted.indexOf('\n', at + 1)) lines += 1;
      i = close + 1;
    }
    if (stop < i) stop = lineEnd(text, i);
    if (stop === text.length && !place.last) return undefined;
    const cut = text.indexOf(place.separator, i);
    const last = cut < 0 || cut > stop;
    const plain = text.slice(i, last ? stop : cut);
    cells.push(quoted + (last && plain.endsWith('\r') ? plain.slice(0, -1) : plain));
    if (last) return { cells, next: stop + 1, lines };
    i = cut + 1;
  }
}

function closingQuote(text: string, from: number): number {
  let i = text.indexOf('"', from);
  while (i >= 0 && text[i + 1] === '"') i = text.indexOf('"', i + 2);
  return i;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** UTF-8; or, when the first byte beyond ASCII shows that it is not, Windows-1252 as older Excel writes. */
async function* textOf(bytes: AsyncIterable<Uint8Array>, guessed: () => void): AsyncGenerator<string> {
  let decoder = new TextDecoder('utf-8', { fatal: true });
  let undecided = true;
  /** No character is cut in two at the end of what came before. */
  let closed = true;
  let offset = 0;
  for await (const chunk of bytes) {
    const plain = isAscii(chunk);
    if (plain && closed) {
      // ASCII is the same in both and needs no decoding.
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      offset += chunk.length;
      continue;
    }
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      if (!undecided)
        throw new JsonFault(
          'csv.encoding',
          'The file is neither UTF-8 nor Windows-1252 throughout.',
          `after byte ${offset}`,
        );
      decoder = new TextDecoder('windows-1252');
      guessed();
      text = decoder.decode(chunk, { stream: true });
    }
    undecided = false;
    closed = (chunk.at(-1) ?? 0) < 0x80;
    offset += chunk.length;
    yield text;
  }
  try {
    yield decoder.decode();
  } catch {
    throw new JsonFault('csv.encoding', 'The file ends in the middle of a character.', `byte ${offset}`);
  }
}
