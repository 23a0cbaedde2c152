// Tells SQL from prose: SQL is written in one case, and its second word gives it away.

const NAME = '[\\w."]+';
const SHAPES = [
  `select\\s[\\s\\S]*\\sfrom\\s+${NAME}`,
  'select\\s+(?:\\d|\\w+\\()',
  `insert\\s+into\\s+${NAME}`,
  `update\\s+${NAME}\\s+set\\s`,
  `delete\\s+from\\s+${NAME}`,
  `(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:unique\\s+)?(?:table|index|role|policy|schema|database|function|view|extension|trigger|type|sequence)\\s+${NAME}`,
  `(?:truncate|copy)\\s+(?:table\\s+)?${NAME}\\s+(?:from|to|cascade)\\b`,
  `(?:grant|revoke)\\s[\\s\\S]*\\son\\s+${NAME}`,
  'set\\s+(?:local|session)\\s+\\w',
  `with\\s+${NAME}\\s+as\\s*\\(`,
];
const LOWER = new RegExp(`^\\s*(?:${SHAPES.join('|')})`);
const UPPER = new RegExp(`^\\s*(?:${SHAPES.map(raised).join('|')})`);

/** Whether a text is a statement of SQL. `Select a row from the list` is not: a sentence begins with one capital. */
export function isSql(text: string): boolean {
  return LOWER.test(text) || UPPER.test(text);
}

/** The keywords of a shape in capitals; escapes such as \s stay as they are. */
function raised(shape: string): string {
  return shape.replace(/\\?[a-z]+/g, (word) =>
    word.startsWith('\\') ? word.slice(0, 2) + word.slice(2).toUpperCase() : word.toUpperCase(),
  );
}
