// Cuts a JSON stream into its items without building the whole: the elements of an array, values one
// after another (NDJSON, JSON text sequences, pages put together), the elements of a named array in an
// envelope, or one object. Memory is bounded by the largest item, time by one look at each byte.
import { Cutter, type RawItem } from './cutter.ts';
import { JsonFault } from './fault.ts';
import { syntaxReason } from './jsonSyntax.ts';
import { utf8Bytes } from './utf8.ts';
import { withoutComments } from './whole.ts';

export { JsonFault } from './fault.ts';

export interface Item {
  readonly value: unknown;
  readonly index: number;
  /** Byte offset of the item in the unzipped file (of its UTF-8 form when it was UTF-16). */
  readonly offset: number;
}

export interface ItemOptions {
  /** Told of an item that cannot be read; the items after it still come. Without it the fault is thrown. */
  readonly fault?: (fault: JsonFault) => void;
  /** Names of arrays inside a top-level object whose elements are the items. */
  readonly envelope?: readonly string[];
  /** Largest single item in bytes; a bigger one is a document, not an item. */
  readonly itemLimit?: number;
}

const ITEM_LIMIT = 32 * 1024 * 1024;

/** The items of a file. Throws JsonFault when the rest of the file cannot be trusted. */
export async function* jsonItems(
  bytes: AsyncIterable<Uint8Array>,
  options: ItemOptions = {},
): AsyncGenerator<Item> {
  for await (const items of jsonItemBatches(bytes, options)) yield* items;
}

/**
 * The same in batches, one for each chunk: waiting once a chunk and not once an item makes small items twice as fast.
 * A batch parses its items one by one as they are taken, so that each can be forgotten young; take it to its end.
 */
export async function* jsonItemBatches(
  bytes: AsyncIterable<Uint8Array>,
  options: ItemOptions = {},
): AsyncGenerator<Iterable<Item>> {
  const cutter = new Cutter({ envelope: options.envelope ?? [], itemLimit: options.itemLimit ?? ITEM_LIMIT });
  let first = true;
  for await (const chunk of utf8Bytes(bytes)) {
    if (first) cutter.lines = looksLikeLines(chunk);
    first = false;
    yield parsed(cutter.push(chunk), options.fault);
  }
  cutter.end();
}

function* parsed(raws: readonly RawItem[], fault: ItemOptions['fault']): Generator<Item> {
  for (const raw of raws) {
    const item = read(raw, fault);
    if (item) yield item;
  }
}

/** Where an item lies, in words. */
export function placeOf(item: Pick<Item, 'index' | 'offset'>): string {
  return `item ${item.index}, byte ${item.offset}`;
}

/** Two lines in a row that each begin an object and the first of which ends one. */
function looksLikeLines(head: Uint8Array): boolean {
  const [one, two] = Buffer.from(head.buffer, head.byteOffset, head.length)
    .toString('latin1')
    .split(/\r?\n/, 64)
    .filter((line) => line.trim() !== '' && !line.startsWith('//'));
  return one !== undefined && two !== undefined && one.startsWith('{') && two.startsWith('{');
}

function read(raw: RawItem, fault: ItemOptions['fault']): Item | undefined {
  try {
    if (raw.fault) throw raw.fault;
    return { value: parse(raw), index: raw.index, offset: raw.offset };
  } catch (cause) {
    if (!fault || !(cause instanceof JsonFault)) throw cause;
    fault(cause);
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(raw: RawItem): unknown {
  const text = typeof raw.content === 'string' ? raw.content : decoded(raw.content, raw);
  try {
    return JSON.parse(raw.commented ? withoutComments(text) : text);
  } catch (cause) {
    throw new JsonFault('json.syntax', `An item is not JSON: ${syntaxReason(cause)}.`, placeOf(raw));
  }
}

function decoded(bytes: Uint8Array, raw: RawItem): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new JsonFault('json.encoding', 'The file is not UTF-8.', placeOf(raw));
  }
}
