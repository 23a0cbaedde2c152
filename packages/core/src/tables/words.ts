// Words as people write them in headings and cells, found whole: "state" is not in "statement".

/** A word's beginning (`justif*`), its end (`*status`), a part (`*verantwort*`), or the word itself. */
type Matches = (word: string) => boolean;

/** Phrases of one meaning; each has parts that may stand anywhere, each part words that follow one another. */
export type Phrases = readonly (readonly (readonly Matches[])[])[];

/** Makes phrases of a list that is parted by `|`; parts of one phrase are joined by `+`. */
export function phrases(list: string): Phrases {
  return list
    .split('|')
    .map((phrase) => phrase.split('+').map((part) => part.trim().split(/\s+/u).map(matcher)));
}

/** Words of a text in lower case; signs such as ✓ are words of their own. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s\p{P}]/gu) ?? []
  );
}

/** Whether a text holds one of the phrases. */
export function says(text: string, any: Phrases): boolean {
  const words = wordsOf(text);
  return any.some((phrase) =>
    phrase.every((part) =>
      words.some((_, from) => part.every((matches, i) => matches(words[from + i] ?? ''))),
    ),
  );
}

/** Whether a text is one of the phrases and nothing more. */
export function saysOnly(text: string, any: Phrases): boolean {
  const words = wordsOf(text);
  return any.some(
    ([part = [], ...more]) =>
      more.length === 0 &&
      part.length === words.length &&
      part.every((matches, i) => matches(words[i] ?? '')),
  );
}

function matcher(pattern: string): Matches {
  const stem = pattern.replaceAll('*', '');
  if (pattern.startsWith('*') && pattern.endsWith('*')) return (word) => word.includes(stem);
  if (pattern.startsWith('*')) return (word) => word.endsWith(stem);
  if (pattern.endsWith('*')) return (word) => word.startsWith(stem);
  return (word) => word === stem;
}
