// Documents that are read whole: text within a limit, JSON within a depth.
import { DEPTH_LIMIT, JsonFault } from './fault.ts';
import { wideDecoder } from './utf8.ts';

/** Largest document that is read whole; streams have no such limit. */
const WHOLE_LIMIT = 128 * 1024 * 1024;

/** The whole file as text: UTF-8 (with or without BOM), UTF-16 by its BOM, else Windows-1252. */
async function readText(
  bytes: AsyncIterable<Uint8Array>,
  options: { readonly lenient?: boolean } = {},
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > WHOLE_LIMIT)
      throw new JsonFault(
        'file.too_large',
        `The document is larger than ${WHOLE_LIMIT / 1024 / 1024} MiB.`,
        `byte ${size}`,
      );
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), options.lenient === true);
}

/** The whole file as JSON; line comments are allowed. */
export async function readJsonWhole(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  const text = await readText(bytes);
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const bare = text.includes('//') ? withoutComments(text) : text;
    if (bare !== text) return parseBare(bare);
    throw syntaxFault(cause);
  }
}

function parseBare(text: string): unknown {
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw syntaxFault(cause);
  }
}

function syntaxFault(cause: unknown): JsonFault {
  const message = cause instanceof Error ? cause.message : '';
  const place = /position (\d+)/.exec(message)?.[1];
  return new JsonFault(
    'json.syntax',
    `The file is not JSON: ${message.slice(0, 160)}`,
    place === undefined ? 'whole file' : `character ${place}`,
  );
}

/** JSON with blanks for its `//` comments, so that positions stay; what stands in texts is left alone. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 34) i = endOfText(text, i);
    else if (code === 47 && text.charCodeAt(i + 1) === 47) {
      const newline = text.indexOf('\n', i);
      const end = newline < 0 ? text.length : newline;
      parts.push(text.slice(from, i), ' '.repeat(end - i));
      from = end;
      i = end - 1;
    }
    i += 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** The place of the quote that ends the text which begins here. */
function endOfText(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1;
  return i;
}

export function decode(bytes: Uint8Array, lenient: boolean): string {
  const wide = wideDecoder(bytes);
  if (wide) return wide.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (lenient) return new TextDecoder('windows-1252').decode(bytes);
    throw new JsonFault('json.encoding', 'The file is not UTF-8.', 'whole file');
  }
}

function checkDepth(text: string): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 92) i += 1;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > DEPTH_LIMIT)
        throw new JsonFault(
          'json.depth',
          `The file nests deeper than ${DEPTH_LIMIT} levels.`,
          `character ${i}`,
        );
    } else if (code === 93 || code === 125) depth -= 1;
  }
}
