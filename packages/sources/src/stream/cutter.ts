// The byte machine under `jsonItems`: finds where items begin and end without building anything.
import { isAscii } from 'node:buffer';
import { DEPTH_LIMIT, JsonFault } from './fault.ts';
import { withoutComments } from './whole.ts';

/** One item, not yet parsed; `fault` when it cannot be one. */
export interface RawItem {
  /** Text when it was ASCII and whole in one chunk, which is the common case and the fast one. */
  readonly content: Uint8Array | string;
  readonly index: number;
  readonly offset: number;
  readonly commented: boolean;
  readonly fault: JsonFault | undefined;
}

export interface CutOptions {
  /** Names of arrays inside a top-level object whose elements are the items. */
  readonly envelope: readonly string[];
  readonly itemLimit: number;
}

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const SLASH = 47;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const ENVELOPE_LIMIT = 4 * 1024 * 1024;
const NAME_LOOKBACK = 256;

/** JSON white space (RFC 8259 section 2) and the record separator of RFC 7464. */
const BLANK = new Set([9, NEWLINE, 13, 30, 32]);

/** Keeps its place between chunks. `base` is the depth at which items stand: 0 in a row, 1 in an array, 2 in an envelope. */
export class Cutter {
  /** True when every line is one item (NDJSON): a broken line then costs only itself. */
  lines = false;
  readonly #options: CutOptions;
  #depth = 0;
  #base = 0;
  #inText = false;
  #escaped = false;
  #slash = false;
  #inComment = false;
  #commented = false;
  #skipping = false;
  #started = -1;
  #offset = 0;
  /** The chunk at hand, when all of it is ASCII. */
  #ascii: Buffer | undefined;
  #index = 0;
  #comma: 'free' | 'wanted' | 'taken' = 'free';
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #envelope: { readonly started: number; readonly shell: Uint8Array[]; size: number } | undefined;

  constructor(options: CutOptions) {
    this.#options = options;
  }

  /** The items that end in this chunk. Throws JsonFault when nothing after this place can be trusted. */
  push(chunk: Uint8Array): RawItem[] {
    const items: RawItem[] = [];
    this.#ascii = isAscii(chunk) ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : undefined;
    let begin = this.#started >= 0 ? 0 : -1;
    let i = 0;
    while (i < chunk.length) {
      if (this.#skipping || this.#inComment) {
        const end = chunk.indexOf(NEWLINE, i);
        if (end < 0) break;
        this.#skipping = false;
        this.#inComment = false;
        i = end;
      }
      i = this.#started >= 0 ? this.#runInside(chunk, i) : i;
      if (i >= chunk.length) break;
      begin = this.lines
        ? this.#meetInLine(chunk, { i, begin, items })
        : this.#meet(chunk, { i, begin, items });
      i += 1;
    }
    if (this.#started >= 0) this.#hold(chunk.subarray(begin));
    this.#offset += chunk.length;
    return items;
  }

  /** Call at the end of the file. Throws when it ends too early. */
  end(): void {
    if (this.#started >= 0)
      throw new JsonFault(
        'json.truncated',
        'The file ends in the middle of an item.',
        `item ${this.#index}, byte ${this.#started}`,
      );
    if (this.#depth > 0)
      throw new JsonFault('json.truncated', 'The file ends before its array does.', `byte ${this.#offset}`);
  }

  /**
   * Runs over bytes inside an item that decide nothing; gives the next place that does: the item's end, a slash,
   * a line's end, an array that an envelope may name. Plain comparisons here are twice as fast as a table.
   */
  #runInside(chunk: Uint8Array, from: number): number {
    const newline = this.lines ? chunk.indexOf(NEWLINE, from) : -1;
    const end = newline < 0 ? chunk.length : newline;
    const named = this.#base === 0 && this.#options.envelope.length > 0;
    const floor = this.#base + 1;
    const deepest = DEPTH_LIMIT + this.#base;
    let depth = this.#depth;
    let inText = this.#inText;
    let i = from + (this.#escaped ? 1 : 0);
    this.#escaped = false;
    while (i < end) {
      const byte = chunk[i] ?? 0;
      if (inText) {
        i = endOfText(chunk, i, end);
        if (i >= end) break;
        inText = false;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (named && depth === 1 && byte === OPEN_ARRAY) break;
        depth += 1;
        if (depth > deepest) throw this.#tooDeep(i);
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (depth === floor) break;
        depth -= 1;
      } else if (byte === SLASH) break;
      i += 1;
    }
    this.#depth = depth;
    this.#inText = inText;
    this.#escaped = i > chunk.length;
    return Math.min(i, end);
  }

  /** In NDJSON what cannot stand in a line costs that line alone. */
  #meetInLine(
    chunk: Uint8Array,
    at: { readonly i: number; readonly begin: number; readonly items: RawItem[] },
  ): number {
    try {
      return this.#meet(chunk, at);
    } catch (cause) {
      if (!(cause instanceof JsonFault) || cause.code !== 'json.syntax') throw cause;
      this.#takeHeld([]);
      this.#started = this.#offset + at.i;
      this.#emit(new Uint8Array(0), at.items, cause);
      this.#startLine();
      this.#skipping = true;
      return -1;
    }
  }

  /** One byte that may decide something; gives the place in the chunk where the open item begins. */
  #meet(
    chunk: Uint8Array,
    at: { readonly i: number; readonly begin: number; readonly items: RawItem[] },
  ): number {
    const byte = chunk[at.i] ?? 0;
    const slash = this.#slash;
    this.#slash = byte === SLASH && !slash;
    if (byte === SLASH) {
      if (slash) this.#inComment = this.#commented = true;
      return at.begin;
    }
    if (slash && this.#started < 0) throw this.#stray(at.i);
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return this.#open(chunk, at);
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) return this.#close(chunk, at);
    if (this.#started < 0) this.#between(byte, at.i);
    else if (byte === NEWLINE && this.lines) return this.#breakLine(chunk, at);
    return at.begin;
  }

  #open(chunk: Uint8Array, at: { readonly i: number; readonly begin: number }): number {
    let begin = at.begin;
    if (this.#started < 0) {
      if (this.#comma === 'wanted') throw this.#stray(at.i);
      this.#comma = 'free';
      if (this.#depth === 0 && chunk[at.i] === OPEN_ARRAY) this.#base = 1;
      else {
        this.#started = this.#offset + at.i;
        this.#commented = false;
        begin = at.i;
      }
    } else if (
      this.#depth === 1 &&
      this.#base === 0 &&
      chunk[at.i] === OPEN_ARRAY &&
      this.#namesItems(chunk, { i: at.i, begin })
    ) {
      this.#keepShell(chunk.subarray(begin, at.i + 1));
      this.#base = 2;
      this.#comma = 'free';
      begin = -1;
    }
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT + this.#base) throw this.#tooDeep(at.i);
    return begin;
  }

  #close(
    chunk: Uint8Array,
    at: { readonly i: number; readonly begin: number; readonly items: RawItem[] },
  ): number {
    this.#depth -= 1;
    if (this.#depth < 0)
      throw new JsonFault(
        'json.syntax',
        'A bracket closes that was never opened.',
        `byte ${this.#offset + at.i}`,
      );
    if (this.#started >= 0) {
      if (this.#depth > this.#base) return at.begin;
      this.#finish(chunk, at);
      return -1;
    }
    if (this.#comma === 'taken' || chunk[at.i] !== CLOSE_ARRAY) throw this.#stray(at.i);
    this.#comma = 'free';
    this.#base = 0;
    if (this.#envelope === undefined) return -1;
    this.#started = this.#envelope.started;
    return at.i;
  }

  /** What may stand between items: white space, and in an array one comma. */
  #between(byte: number, i: number): void {
    if (BLANK.has(byte)) return;
    if (byte !== COMMA || this.#base === 0 || this.#comma !== 'wanted') throw this.#stray(i);
    this.#comma = 'taken';
  }

  #tooDeep(i: number): JsonFault {
    return new JsonFault(
      'json.depth',
      `The file nests deeper than ${DEPTH_LIMIT} levels.`,
      `item ${this.#index}, byte ${this.#offset + i}`,
    );
  }

  #stray(i: number): JsonFault {
    return new JsonFault(
      'json.syntax',
      'Something other than an object stands where an item should.',
      `item ${this.#index}, byte ${this.#offset + i}`,
    );
  }

  #finish(
    chunk: Uint8Array,
    at: { readonly i: number; readonly begin: number; readonly items: RawItem[] },
  ): void {
    const envelope = this.#base === 0 ? this.#envelope : undefined;
    if (envelope) {
      // What is around the items of an envelope is checked too, so that a broken frame is not half accepted.
      checkShell(this.#takeHeld([...envelope.shell, chunk.subarray(at.begin, at.i + 1)]), envelope.started);
      this.#envelope = undefined;
    } else if (this.#ascii && this.#held.length === 0)
      this.#emit(this.#ascii.toString('latin1', at.begin, at.i + 1), at.items, undefined);
    else this.#emit(this.#takeHeld([chunk.subarray(at.begin, at.i + 1)]), at.items, undefined);
    this.#started = -1;
    this.#comma = this.#base === 0 ? 'free' : 'wanted';
  }

  #emit(content: Uint8Array | string, items: RawItem[], fault: JsonFault | undefined): void {
    if (content.length > this.#options.itemLimit) throw this.#tooLarge();
    items.push({ content, index: this.#index, offset: this.#started, commented: this.#commented, fault });
    this.#index += 1;
  }

  #breakLine(
    chunk: Uint8Array,
    at: { readonly i: number; readonly begin: number; readonly items: RawItem[] },
  ): number {
    const bytes = this.#takeHeld([chunk.subarray(at.begin, at.i)]);
    this.#emit(
      bytes,
      at.items,
      new JsonFault(
        'json.syntax',
        'A line does not hold one whole object.',
        `item ${this.#index}, byte ${this.#started}`,
      ),
    );
    this.#startLine();
    return -1;
  }

  #startLine(): void {
    this.#started = -1;
    this.#depth = 0;
    this.#base = 0;
    this.#comma = 'free';
    this.#inText = false;
    this.#slash = false;
    this.#envelope = undefined;
  }

  #takeHeld(last: readonly Uint8Array[]): Uint8Array {
    const [only] = last;
    if (this.#held.length === 0 && last.length === 1 && only) return only;
    // The shell of an envelope stands before what was held after its items.
    const shell = last.slice(0, -1);
    const bytes = Buffer.concat([...shell, ...this.#held, ...last.slice(-1)]);
    this.#held = [];
    this.#heldBytes = 0;
    return bytes;
  }

  #hold(part: Uint8Array): void {
    this.#held.push(Buffer.from(part));
    this.#heldBytes += part.length;
    if (this.#heldBytes > this.#options.itemLimit) throw this.#tooLarge();
  }

  #tooLarge(): JsonFault {
    return new JsonFault(
      'json.item_too_large',
      `An item is larger than ${this.#options.itemLimit / 1024 / 1024} MiB.`,
      `item ${this.#index}, byte ${this.#started}`,
    );
  }

  /** Whether the array that opens here is one that the envelope names. */
  #namesItems(chunk: Uint8Array, at: { readonly i: number; readonly begin: number }): boolean {
    let k = at.i - 1;
    while (k > at.begin && (BLANK.has(chunk[k] ?? 0) || chunk[k] === COLON)) k -= 1;
    if (!this.#options.envelope.some((name) => mayEndWith(chunk, { from: at.begin, quote: k, name })))
      return false;
    const name = /"([^"\\]*)"\s*:\s*$/.exec(this.#before(chunk.subarray(at.begin, at.i)))?.[1];
    return name !== undefined && this.#options.envelope.includes(name);
  }

  /** The last bytes of the open item, as far back as a name can reach. */
  #before(part: Uint8Array): string {
    let text = Buffer.from(part.buffer, part.byteOffset, part.length)
      .subarray(-NAME_LOOKBACK)
      .toString('latin1');
    for (let k = this.#held.length - 1; k >= 0 && text.length < NAME_LOOKBACK; k -= 1)
      text = Buffer.from(this.#held[k] ?? []).toString('latin1') + text;
    return text;
  }

  #keepShell(part: Uint8Array): void {
    const envelope = this.#envelope ?? { started: this.#started, shell: [], size: 0 };
    const bytes = Buffer.from(this.#takeHeld([part]));
    envelope.shell.push(bytes);
    envelope.size += bytes.length;
    if (envelope.size > ENVELOPE_LIMIT)
      throw new JsonFault(
        'json.item_too_large',
        'What stands around the items is larger than the items may be.',
        `byte ${envelope.started}`,
      );
    this.#envelope = envelope;
    this.#started = -1;
  }
}

function checkShell(bytes: Uint8Array, offset: number): void {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    JSON.parse(text.includes('//') ? withoutComments(text) : text);
  } catch {
    throw new JsonFault('json.syntax', 'What stands around the items is not JSON.', `byte ${offset}`);
  }
}

/** The place of the quote that ends a text; behind the end when an escape is cut there. */
function endOfText(chunk: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const byte = chunk[i];
    if (byte === QUOTE) return i;
    i += byte === BACKSLASH ? 2 : 1;
  }
  return i;
}

/** Whether the bytes before a quote can be this name, as far back as the chunk goes. */
function mayEndWith(
  chunk: Uint8Array,
  at: { readonly from: number; readonly quote: number; readonly name: string },
): boolean {
  for (let k = 1; k <= at.name.length && at.quote - k >= at.from; k += 1) {
    if (chunk[at.quote - k] !== at.name.charCodeAt(at.name.length - k)) return false;
  }
  return true;
}
