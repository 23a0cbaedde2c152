// What the large inputs of the bench are made with.

/** How the machine's own parser reads the same bytes. */
export type Plain = 'json' | 'lines' | 'xml' | 'csv';

export interface Input {
  /** The reader that has to be found. */
  readonly reader: string;
  readonly name: string;
  readonly plain: Plain;
  readonly columns?: { readonly check: string; readonly subject: string; readonly status: string };
  readonly text: (bytes: number) => string;
}

const WORDS = 'It was looked at, described in one sentence of the usual length, and nothing else is said. ';
export const prose = (length: number): string =>
  WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
export const LINKS = Array.from(
  { length: 8 },
  (_, k) => `https://advisories.example.com/${k}/a-page-about-it`,
);

/** Items until they have as many bytes, between a beginning and an end. */
export function filled(bytes: number, item: (i: number) => unknown, joint = ','): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < bytes; i += 1) {
    const part = item(i);
    const text = typeof part === 'string' ? part : JSON.stringify(part);
    parts.push(text);
    size += text.length;
  }
  return parts.join(joint);
}

/** A JSON document whose empty array `"@@"` is filled. */
export function within(document: unknown, items: string): string {
  return JSON.stringify(document).replace('"@@"', () => items);
}
