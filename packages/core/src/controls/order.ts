// The order of human ids: numbers inside them count as numbers, so that A.5.9 stands before A.5.10.

/** Compares two ids; negative when `a` stands first. */
export function byId(a: string, b: string): number {
  return a === b ? 0 : compareParts(partsOf(a), partsOf(b));
}

/** Sorts by an id, taking each id apart once. */
export function sortedById<T>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, parts: partsOf(idOf(item)) }));
  return keyed.sort((a, b) => compareParts(a.parts, b.parts)).map(({ item }) => item);
}

/** Texts and numbers in turn; a number's text is kept for ties such as 01 and 1. */
type Parts = readonly string[];

function partsOf(id: string): Parts {
  return id.split(/(\d+)/);
}

function compareParts(left: Parts, right: Parts): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const difference = i % 2 === 1 ? Number(x) - Number(y) : 0;
    return difference !== 0 ? difference : x < y ? -1 : 1;
  }
  return left.length - right.length;
}
