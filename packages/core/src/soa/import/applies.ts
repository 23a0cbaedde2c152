// Yes and no as people write them in the column of applicability.

/** `unclear` is said of a blank and of words that are neither: a person decides, nothing is guessed. */
export type Said = 'yes' | 'no' | 'unclear';

const YES = words(
  'yes y true 1 ja j oui o si sí s x ✓ ✔ ☑ applicable applies included anwendbar|in scope|van toepassing',
);
const NO = words(
  'no n false 0 nein non nee ✗ ✘ ☒ n/a na excluded entfällt ausgeschlossen|not applicable|nicht anwendbar|non applicable|niet van toepassing|no aplica|out of scope',
);

/** Reads one cell; case, blanks around and a closing full stop do not matter. */
export function appliesOf(text: string): Said {
  const said = text.normalize('NFC').trim().toLowerCase().replace(/\.$/u, '');
  if (YES.has(said)) return 'yes';
  return NO.has(said) ? 'no' : 'unclear';
}

function words(list: string): ReadonlySet<string> {
  const [single = '', ...phrases] = list.split('|');
  return new Set([...single.split(' '), ...phrases]);
}
