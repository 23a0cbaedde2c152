// Walks over the items of a JSON stream and waits only when the sink asks for it.
import { jsonItemBatches, placeOf, type Item } from '../stream/items.ts';
import type { Observation } from '@assay/core';
import { isObject, type JsonObject } from './json.ts';
import { itemFault, refused } from './problem.ts';
import type { Bytes, Sink } from './reader.ts';

export interface ItemWalk {
  readonly sink: Sink;
  /** Names of arrays in an envelope whose elements are the items. */
  readonly envelope?: readonly string[];
}

/** Calls `take` with every object; other values and broken items become errors at their place. */
export async function eachItem(
  bytes: Bytes,
  walk: ItemWalk,
  take: (value: JsonObject, item: Item) => void | Promise<void>,
): Promise<void> {
  const { sink, envelope = [] } = walk;
  for await (const items of jsonItemBatches(bytes, {
    envelope,
    fault: (fault) => sink.problem(itemFault(fault)),
  })) {
    for (const item of items) {
      if (!isObject(item.value)) {
        sink.problem(
          refused('json.not_an_object', 'An item is not an object.', {
            position: placeOf(item),
            remedy: 'Export the file again.',
          }),
        );
        continue;
      }
      const waiting = take(item.value, item);
      if (waiting) await waiting;
    }
  }
}

/** Gives several observations to a sink, one after another; a promise only when the sink asks to wait. */
export function putAll(observations: readonly Observation[], sink: Sink, from = 0): void | Promise<void> {
  for (const [i, each] of observations.slice(from).entries()) {
    const waiting = sink.observation(each);
    if (waiting) return waiting.then(() => putAll(observations, sink, from + i + 1));
  }
  return undefined;
}
