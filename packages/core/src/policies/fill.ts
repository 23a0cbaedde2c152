// Variables of a policy's text: which it holds, and the text with what is known put in.

/** Whatever stands between double braces is a place: one that is spelled oddly must not slip into an approved text. */
const PLACE = /\{\{[ \t]*([^{}\s](?:[^{}\n]{0,58}[^{}\s])?)[ \t]*\}\}/g;

export interface Filled {
  /** The text; what is missing stays as `{{name}}`, so that it is seen. */
  readonly text: string;
  /** Names without a value, in the order of the text. Only a text with none can be approved. */
  readonly missing: readonly string[];
}

/** Names of the variables in a text, each once, in its order. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))];
}

/** Puts values in; a value of blanks counts as missing, and a value is never read for variables again. */
export function fill(text: string, values: ReadonlyMap<string, string>): Filled {
  const valueOf = (name: string): string => values.get(name)?.trim() ?? '';
  return {
    text: text.replaceAll(PLACE, (place, name: string) => valueOf(name) || place),
    missing: variablesIn(text).filter((name) => valueOf(name) === ''),
  };
}
