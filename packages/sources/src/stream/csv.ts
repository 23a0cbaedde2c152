// CSV row by row (RFC 4180 and what people make of it): comma, semicolon or tab, quotes, line breaks
// inside quotes, BOM. Cells come out as text, never as anything that runs.
import { TextDecoder } from 'node:util';
import { JsonFault } from './items.ts';
import { decode } from './whole.ts';

const CELL_LIMIT = 1_000_000;

/** The separator that the header line uses most. */
export function separatorOf(header: string): ',' | ';' | '\t' {
  const counts = ([',', ';', '\t'] as const).map((separator) => [separator, header.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** Line on which the row starts, from 1. */
  readonly line: number;
}

/** All rows of a file, the header first. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const state: State = { cell: '', cells: [], quoted: false, afterQuote: false, line: 1, rowLine: 1, separator: undefined, any: false };
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    yield* take(state, decoder.decode(chunk, { stream: true }));
  }
  yield* take(state, decoder?.decode() ?? '');
  if (state.quoted) throw new JsonFault('csv.quote_open', 'A quoted cell never ends.', `line ${state.rowLine}`);
  if (state.any) yield { cells: [...state.cells, state.cell], line: state.rowLine };
}

interface State {
  cell: string;
  cells: string[];
  quoted: boolean;
  afterQuote: boolean;
  line: number;
  rowLine: number;
  separator: ',' | ';' | '\t' | undefined;
  any: boolean;
}

function* take(state: State, text: string): Generator<CsvRow> {
  state.separator ??= text === '' ? undefined : separatorOf(text.split(/\r?\n/, 1)[0] ?? '');
  for (const character of text) {
    if (character === '\n') state.line += 1;
    if (state.quoted) quotedCharacter(state, character);
    else if (character === '"' && state.cell === '') state.quoted = true;
    else if (character === '"' && state.afterQuote) {
      state.cell += '"';
      state.quoted = true;
    } else if (character === state.separator) endCell(state);
    else if (character === '\n') {
      endCell(state);
      yield { cells: state.cells, line: state.rowLine };
      Object.assign(state, { cells: [], rowLine: state.line, any: false });
      continue;
    } else if (character !== '\r') state.cell += character;
    state.any = true;
    if (state.cell.length > CELL_LIMIT) throw new JsonFault('csv.cell_too_large', 'A cell is larger than 1,000,000 characters.', `line ${state.line}`);
  }
}

function quotedCharacter(state: State, character: string): void {
  if (character === '"') {
    state.quoted = false;
    state.afterQuote = true;
  } else state.cell += character;
}

function endCell(state: State): void {
  state.cells.push(state.cell);
  state.cell = '';
  state.afterQuote = false;
}

function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  try {
    // A multi-byte character may be cut at the end of the chunk; the last bytes prove nothing.
    decode(first.subarray(0, Math.max(0, first.length - 4)), false);
    return new TextDecoder('utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}
