// The program's log: one JSON line each, to standard error. A secret that strays into a text is taken out here.

export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  fields?: Readonly<Record<string, string | number>>,
) => void;

export const log: Log = (level, event, fields = {}) => {
  process.stderr.write(`${lineOf({ at: new Date().toISOString(), level, event, ...fields })}\n`);
};

/** One line: line breaks of a text cannot begin another, for JSON escapes them. */
export function lineOf(fields: Readonly<Record<string, string | number>>): string {
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSecrets(value) : value,
  ]);
  return JSON.stringify(Object.fromEntries(shown));
}

/** What went wrong and where; what a message quotes may be somebody's data, so it is left out. */
export function faultText(cause: unknown): string {
  if (!(cause instanceof Error)) return 'something that is no error was thrown';
  const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g;
  const said = cause.message.split('\n', 1)[0]?.replace(quoted, '"…"').slice(0, 200) ?? '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${cause.name}: ${said}`, ...frames].join('\n');
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 […]'],
  [/\b([a-z][\w+.-]*:\/\/)[^\s/@]+@/gi, '$1[…]@'],
  [/((?:session|token|secret|password|csrf|key)["']?\s*[=:]\s*["']?)[^\s"'&;,]+/gi, '$1[…]'],
  // What Assay makes at random is that long, and nothing that is worth reading is.
  [/[A-Za-z0-9_-]{40,}/g, '[…]'],
];

function withoutSecrets(text: string): string {
  return SECRETS.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), text);
}
