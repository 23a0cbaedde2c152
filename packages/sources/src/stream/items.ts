// Cuts a JSON stream into its items without building the whole: a top-level array, or values one
// after another (NDJSON). Memory is bounded by the largest item, time by one look at each byte.

export interface Item {
  readonly value: unknown;
  readonly index: number;
  /** Byte offset of the item in the unzipped file. */
  readonly offset: number;
}

/** Why a stream could not be cut, and where. */
export class JsonFault extends Error {
  readonly code: string;
  readonly position: string;
  constructor(code: string, message: string, position: string) {
    super(message);
    this.code = code;
    this.position = position;
  }
}

export const DEPTH_LIMIT = 64;
/** Largest single item; a bigger one is a document, not an item. */
const ITEM_LIMIT = 96 * 1024 * 1024;

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const COMMA = 44;
const SLASH = 47;
const NEWLINE = 10;

/** Where the cutter is between two chunks. */
class Cutter {
  depth = 0;
  base = -1;
  inText = false;
  escaped = false;
  inComment = false;
  maybeComment = false;
  started = -1;
  offset = 0;
  index = 0;
  held: Uint8Array[] = [];
  heldBytes = 0;
}

/** Items of a top-level array, or of values in a row. Throws JsonFault. */
export async function* jsonItems(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  const cutter = new Cutter();
  for await (const chunk of bytes) {
    yield* cut(cutter, chunk);
    cutter.offset += chunk.length;
  }
  if (cutter.started >= 0 || cutter.inText) throw new JsonFault('json.truncated', 'The file ends in the middle of an item.', `item ${cutter.index}, byte ${cutter.started}`);
  if (cutter.base === 1 && cutter.depth > 0) throw new JsonFault('json.truncated', 'The file ends before its array does.', `byte ${cutter.offset}`);
}

function* cut(state: Cutter, chunk: Uint8Array): Generator<Item> {
  let begin = state.started >= 0 ? 0 : -1;
  for (let i = 0; i < chunk.length; i += 1) {
    const byte = chunk[i] ?? 0;
    if (state.inText) {
      if (state.escaped) state.escaped = false;
      else if (byte === BACKSLASH) state.escaped = true;
      else if (byte === QUOTE) state.inText = false;
      continue;
    }
    if (state.inComment) {
      if (byte === NEWLINE) state.inComment = false;
      continue;
    }
    if (byte === QUOTE) state.inText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (state.base < 0 && byte === OPEN_ARRAY) state.base = 1;
      else if (state.base < 0) state.base = 0;
      if (state.depth === state.base && !(state.base === 1 && state.depth === 0)) {
        state.started = state.offset + i;
        begin = i;
      }
      state.depth += 1;
      if (state.depth > DEPTH_LIMIT + state.base) throw new JsonFault('json.depth', `The file nests deeper than ${DEPTH_LIMIT} levels.`, `byte ${state.offset + i}`);
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      state.depth -= 1;
      if (state.depth < 0) throw new JsonFault('json.syntax', 'A bracket closes that was never opened.', `byte ${state.offset + i}`);
      if (state.started >= 0 && state.depth === state.base) {
        yield finish(state, chunk.subarray(begin, i + 1));
        begin = -1;
      } else if (state.base === 1 && state.depth === 0) state.base = 2;
    } else if (state.started < 0) checkBetween(state, byte, i);
  }
  if (state.started >= 0) hold(state, chunk.subarray(begin));
}

/** Between items only white space, commas and line comments may stand. */
function checkBetween(state: Cutter, byte: number, i: number): void {
  if (byte === SLASH) {
    if (state.maybeComment) state.inComment = true;
    state.maybeComment = !state.maybeComment;
    return;
  }
  state.maybeComment = false;
  if (byte <= 32 || byte === COMMA || byte === 0xef || byte === 0xbb || byte === 0xbf) return;
  throw new JsonFault('json.syntax', 'Something other than an object stands between the items.', `byte ${state.offset + i}`);
}

function hold(state: Cutter, part: Uint8Array): void {
  state.held.push(part.slice());
  state.heldBytes += part.length;
  if (state.heldBytes > ITEM_LIMIT) throw new JsonFault('json.item_too_large', `An item is larger than ${ITEM_LIMIT / 1024 / 1024} MiB.`, `item ${state.index}, byte ${state.started}`);
}

function finish(state: Cutter, last: Uint8Array): Item {
  const bytes = state.held.length === 0 ? last : Buffer.concat([...state.held, last]);
  const offset = state.started;
  const index = state.index;
  state.held = [];
  state.heldBytes = 0;
  state.started = -1;
  state.index += 1;
  return { value: parseItem(bytes, index, offset), index, offset };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function parseItem(bytes: Uint8Array, index: number, offset: number): unknown {
  const position = `item ${index}, byte ${offset}`;
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new JsonFault('json.encoding', 'The file is not UTF-8.', position);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new JsonFault('json.syntax', `An item is not JSON: ${cause instanceof Error ? cause.message.slice(0, 160) : 'unreadable'}`, position);
  }
}
