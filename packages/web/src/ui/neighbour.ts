// Which spot of a picture an arrow key reaches. Pure.

interface At {
  readonly x: number;
  readonly y: number;
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest spot in the direction of an arrow key; what lies aside costs three times as much. */
export function neighbour<T extends At>(spots: readonly T[], from: At, key: string): T | undefined {
  const way = WAYS[key];
  if (!way) return undefined;
  const [dx, dy] = way;
  let best: T | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const along = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const across = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    const cost = along + 3 * across;
    if (along > 2 && cost < bestCost) [best, bestCost] = [spot, cost];
  }
  return best;
}
