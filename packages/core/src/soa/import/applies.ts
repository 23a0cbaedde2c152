// Yes and no as people write them in the column of applicability.

/** `unclear` is said of a blank and of words that are neither: a person decides, nothing is guessed. */
export type Said = 'yes' | 'no' | 'unclear';

// ü and û are a tick and a cross in the typeface Wingdings, which keeps its letters in the file.
const YES = words(
  'yes y true wahr vrai 1 ja j oui o si sí s x ✓ ✔ ✅ ☑ ● • ü applicable applies included selected in anwendbar zutreffend|in scope|van toepassing|aplica',
);
const NO = words(
  'no n false falsch faux 0 nein non nee ✗ ✘ ❌ ☒ û n/a n.a na excluded out entfällt ausgeschlossen exclu|not applicable|nicht anwendbar|nicht zutreffend|non applicable|niet van toepassing|no aplica|out of scope',
);
/** Where a remark begins: "no (no office)", "yes, since 2021", "n/a – not used". */
const REMARK = /\s*[,;:(]|\s+[–—-]\s/u;

/** Reads one cell; case, blanks around, a closing full stop and a remark behind do not matter. */
export function appliesOf(text: string): Said {
  const said = text.normalize('NFC').trim().toLowerCase();
  const whole = answerOf(said);
  return whole === 'unclear' ? answerOf(said.split(REMARK, 1)[0] ?? '') : whole;
}

function answerOf(said: string): Said {
  const bare = said.replace(/[.?!]$/u, '');
  if (YES.has(bare)) return 'yes';
  return NO.has(bare) ? 'no' : 'unclear';
}

function words(list: string): ReadonlySet<string> {
  const [single = '', ...more] = list.split('|');
  return new Set([...single.split(' '), ...more]);
}
