// For which controls an unmapped check may speak: those of the mapped checks whose words are most like its own.
// A suggestion names the check that it leans on; a person decides.

export interface Known {
  readonly key: string;
  readonly title: string;
  readonly controls: readonly string[];
}

export interface Suggestion {
  readonly controls: readonly string[];
  /** The mapped check that is most like it. */
  readonly like: string;
  /** Words that both share. */
  readonly words: readonly string[];
}

const MOST = 2;
/** Share of the check's own weight that has to be found again, and in how many words; below it a likeness is chance. */
const LEAST = 0.34;
const FEWEST = 2;

/** At most two suggestions with different controls, the more alike first. */
export function suggest(check: Pick<Known, 'key' | 'title'>, known: readonly Known[]): readonly Suggestion[] {
  const mapped = known.filter((each) => each.controls.length > 0 && each.key !== check.key);
  const weight = weightsOf(known);
  const own = wordsOf(check);
  const whole = [...own.keys()].reduce((sum, stem) => sum + weight(stem), 0);
  const ranked = mapped
    .map((each) => {
      const shared = [...wordsOf(each).keys()].filter((stem) => own.has(stem));
      return { each, shared, score: shared.reduce((sum, stem) => sum + weight(stem), 0) / whole };
    })
    .filter(({ score, shared }) => score >= LEAST && shared.length >= FEWEST)
    .sort((a, b) => b.score - a.score || (a.each.key < b.each.key ? -1 : 1));
  const found: Suggestion[] = [];
  for (const { each, shared } of ranked) {
    const same = found.some((one) => one.controls.join() === each.controls.join());
    if (!same)
      found.push({
        controls: each.controls,
        like: each.key,
        words: shared.map((stem) => own.get(stem) ?? stem).sort(),
      });
    if (found.length === MOST) break;
  }
  return found;
}

/** Rare words weigh more: "s3" says more than "enabled". */
function weightsOf(known: readonly Known[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const each of known)
    for (const word of wordsOf(each).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + known.length / (1 + (counts.get(word) ?? 0)));
}

const EMPTY = new Set([
  'the',
  'is',
  'are',
  'for',
  'and',
  'with',
  'not',
  'no',
  'all',
  'has',
  'have',
  'check',
  'ensure',
  'that',
  'should',
  'be',
  'of',
  'to',
  'in',
  'on',
  'a',
  'an',
  'at',
  'by',
  'or',
]);

/** Words of a check by their stem, so that "bucket" and "buckets" are one. */
function wordsOf({ key, title }: Pick<Known, 'key' | 'title'>): ReadonlyMap<string, string> {
  const words = `${key.slice(key.indexOf(':') + 1)} ${title === key ? '' : title}`
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !EMPTY.has(word));
  return new Map(words.map((word) => [word.replace(/(?<=[a-z]{3})(ies|y|es|s|ed|ion)$/, ''), word]));
}
