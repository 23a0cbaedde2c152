// Words within a line of Markdown: emphasis, code, links to web and mail, and places that are still to be filled.

export type InlinePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `{{name}}`: a place without a value. */
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly InlinePart[] }
  /** Only to the web and to mail; any other address stays text. */
  | { readonly kind: 'link'; readonly to: string; readonly parts: readonly InlinePart[] };

/** Each is tried where the text stands, and looks no further than its bound. */
const MARKS: readonly (readonly [RegExp, (found: RegExpExecArray, depth: number) => InlinePart])[] = [
  [/\\([!-/:-@[-`{-~])/y, ([, text = '']) => ({ kind: 'text', text })],
  [/\{\{[ \t]*([^{}\s](?:[^{}\n]{0,58}[^{}\s])?)[ \t]*\}\}/y, ([, name = '']) => ({ kind: 'place', name })],
  [/`([^`]{1,400})`/y, ([, text = '']) => ({ kind: 'code', text })],
  [
    /\[([^[\]]{1,300})\]\((https?:\/\/[^\s()]{1,500}|mailto:[^\s()]{1,200})\)/y,
    ([, words = '', to = ''], depth) => ({ kind: 'link', to, parts: partsOf(words, depth) }),
  ],
  [
    /<(https?:\/\/[^\s<>]{1,500})>/y,
    ([, to = '']) => ({ kind: 'link', to, parts: [{ kind: 'text', text: to }] }),
  ],
  [
    /\*\*(?=[^\s*])([^*]{1,1000})\*\*/y,
    ([, words = ''], depth) => ({ kind: 'strong', parts: partsOf(words, depth) }),
  ],
  [
    /\*(?=[^\s*])([^*]{1,1000})\*/y,
    ([, words = ''], depth) => ({ kind: 'emphasis', parts: partsOf(words, depth) }),
  ],
  [
    /(?<!\w)_(?=[^\s_])([^_]{1,1000})_(?!\w)/y,
    ([, words = ''], depth) => ({ kind: 'emphasis', parts: partsOf(words, depth) }),
  ],
];
/** Signs with which something may begin. */
const SIGNS = /[\\{`[<*_]/g;
const DEEPEST = 3;

export function inlineParts(text: string): readonly InlinePart[] {
  return partsOf(text, 0);
}

/** The words alone; an open place stays as it is written. */
export function plainOf(parts: readonly InlinePart[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
        case 'code':
          return part.text;
        case 'place':
          return `{{${part.name}}}`;
        default:
          return plainOf(part.parts);
      }
    })
    .join('');
}

function partsOf(text: string, depth: number): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let held = '';
  const push = (part: InlinePart): void => {
    if (part.kind === 'text') held += part.text;
    else {
      if (held !== '') parts.push({ kind: 'text', text: held });
      held = '';
      parts.push(part);
    }
  };
  for (let at = 0; at < text.length;) {
    SIGNS.lastIndex = at;
    const sign = depth > DEEPEST ? undefined : SIGNS.exec(text)?.index;
    const stop = sign ?? text.length;
    held += text.slice(at, stop);
    if (sign === undefined) break;
    const found = markAt(text, stop, depth + 1);
    if (found) push(found.part);
    else held += text[stop] ?? '';
    at = found?.next ?? stop + 1;
  }
  if (held !== '') parts.push({ kind: 'text', text: held });
  return parts;
}

function markAt(
  text: string,
  at: number,
  depth: number,
): { readonly part: InlinePart; readonly next: number } | undefined {
  for (const [pattern, make] of MARKS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) {
      const next = pattern.lastIndex;
      return { part: make(found, depth), next };
    }
  }
  return undefined;
}
