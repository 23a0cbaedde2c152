// What is joined to what in the two-views picture, how to say it, and which spot an arrow key reaches. Pure.
import type { ControlLike, Spot } from './spots.ts';

export interface Links {
  /** Pairs of control and requirement that a spot lights. */
  readonly pairs: (id: string) => readonly (readonly [string, string])[];
  readonly reach: (id: string) => ReadonlySet<string>;
  readonly say: (id: string) => string;
}

/** Joins by mappings that answer with more than support. */
export function linksOf(controls: readonly ControlLike[]): Links {
  const strong = controls.map((control) => ({
    code: control.code,
    refs: control.mappings
      .filter((mapping) => mapping.strength !== 'supporting')
      .map((mapping) => mapping.to),
  }));
  const pairs = (id: string): readonly (readonly [string, string])[] =>
    strong
      .filter((each) => each.code === id || each.refs.includes(id))
      .flatMap((each) => each.refs.map((ref) => [each.code, ref] as const));
  return {
    pairs,
    reach: (id) => new Set([id, ...pairs(id).flat()]),
    say: (id) => {
      const found = pairs(id);
      const codes = new Set(found.map(([code]) => code));
      const others = (start: string): number =>
        new Set(found.map(([, ref]) => ref).filter((ref) => ref.startsWith(start) && ref !== id)).size;
      const met = `${others('iso27001:2022/')} ISO and ${others('soc2:')} SOC 2 requirements`;
      if (codes.has(id)) return `It answers ${met}.`;
      return `${codes.size} ${codes.size === 1 ? 'control answers' : 'controls answer'} it and ${met} beside.`;
    },
  };
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest spot in the direction of an arrow key; what lies aside costs three times as much. */
export function neighbour(spots: readonly Spot[], from: Spot, key: string): Spot | undefined {
  const way = WAYS[key];
  if (!way) return undefined;
  const [dx, dy] = way;
  let best: Spot | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const along = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const across = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    const cost = along + 3 * across;
    if (along > 2 && cost < bestCost) [best, bestCost] = [spot, cost];
  }
  return best;
}
