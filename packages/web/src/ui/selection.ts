// Which rows of a list are picked: one by one, as a range from the last one touched, or all.

export interface Selection {
  readonly picked: ReadonlySet<string>;
  /** The row from which a range runs. */
  readonly anchor: string | undefined;
}

export const NOTHING: Selection = { picked: new Set(), anchor: undefined };

/** Picks or drops one row; with `range`, picks all from the anchor to it. */
export function pick(
  now: Selection,
  keys: readonly string[],
  of: { key: string; range: boolean },
): Selection {
  const from = now.anchor === undefined ? -1 : keys.indexOf(now.anchor);
  const to = keys.indexOf(of.key);
  if (of.range && from >= 0 && to >= 0) {
    const run = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { picked: new Set([...now.picked, ...run]), anchor: of.key };
  }
  const picked = new Set(now.picked);
  if (!picked.delete(of.key)) picked.add(of.key);
  return { picked, anchor: of.key };
}

/** All rows, or none when all were. */
export function pickAll(now: Selection, keys: readonly string[]): Selection {
  return keys.every((key) => now.picked.has(key)) ? NOTHING : { picked: new Set(keys), anchor: undefined };
}

/** Only rows that are still in the list stay picked. */
export function keep(now: Selection, keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.filter((key) => now.picked.has(key)));
}
