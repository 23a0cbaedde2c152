// Did you mean: the known word that a mistyped one stands nearest to.

/** The nearest known words, at most three, best first; none when nothing is near. */
function nearest(text: string, known: readonly string[]): readonly string[] {
  const wanted = text.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((word) => ({ word, far: far(wanted, word.toLowerCase()) }))
    .filter((each) => each.far <= limit)
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
}

/** `Did you mean C-07 or C-70?`, or nothing. */
export function didYouMean(text: string, known: readonly string[]): string | undefined {
  const words = nearest(text, known);
  return words.length === 0 ? undefined : `Did you mean ${words.join(' or ')}?`;
}

function far(wanted: string, word: string): number {
  return wanted.length > 1 && word.startsWith(wanted) ? 0 : distance(wanted, word);
}

/** Changes of one letter, or of two neighbours, that lead from one word to the other (optimal string alignment). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
