// Tasks that wait for each other: named, so that who entered them finds the one wait too many.

/** A shortest way round, or undefined; each waits for the next, the last for the first. */
export function findCycle(before: readonly Int32Array[]): readonly number[] | undefined {
  const held = heldUp(before);
  let shortest: readonly number[] | undefined;
  for (const from of held) {
    const way = wayBack(before, held, from);
    if (way && (shortest === undefined || way.length < shortest.length)) shortest = way;
    if (shortest?.length === 1) break;
  }
  return shortest;
}

/** Tasks that never get ready: those of cycles and those behind them. */
function heldUp(before: readonly Int32Array[]): ReadonlySet<number> {
  const held = new Set(before.keys());
  for (let size = -1; size !== held.size;) {
    size = held.size;
    for (const task of held) if (!before[task]?.some((each) => held.has(each))) held.delete(task);
  }
  return held;
}

function wayBack(
  before: readonly Int32Array[],
  held: ReadonlySet<number>,
  from: number,
): readonly number[] | undefined {
  const cameFrom = new Map<number, number>();
  const queue = [from];
  for (const task of queue)
    for (const next of before[task] ?? []) {
      if (next === from) return trace(cameFrom, from, task);
      if (held.has(next) && !cameFrom.has(next)) {
        cameFrom.set(next, task);
        queue.push(next);
      }
    }
  return undefined;
}

function trace(cameFrom: ReadonlyMap<number, number>, from: number, last: number): readonly number[] {
  const way = [last];
  for (let task = last; task !== from;) {
    task = cameFrom.get(task) ?? from;
    way.push(task);
  }
  return way.toReversed();
}
