// Documents that are read whole: text within a limit, JSON within a depth.
import { DEPTH_LIMIT, JsonFault } from './items.ts';

/** Largest document that is read whole; streams have no such limit. */
export const WHOLE_LIMIT = 128 * 1024 * 1024;

/** The whole file as text: UTF-8 (with or without BOM), UTF-16 by its BOM, else Windows-1252. */
export async function readText(bytes: AsyncIterable<Uint8Array>, options: { readonly lenient?: boolean } = {}): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > WHOLE_LIMIT) throw new JsonFault('file.too_large', `The document is larger than ${WHOLE_LIMIT / 1024 / 1024} MiB.`, `byte ${size}`);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), options.lenient === true);
}

/** The whole file as JSON; line comments at its top are allowed. */
export async function readJsonWhole(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  const text = (await readText(bytes)).replace(/^(?:\s*\/\/[^\n]*\n)+/, '');
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const place = /position (\d+)/.exec(message)?.[1];
    throw new JsonFault('json.syntax', `The file is not JSON: ${message.slice(0, 160)}`, place === undefined ? 'whole file' : `character ${place}`);
  }
}

export function decode(bytes: Uint8Array, lenient: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
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
      if (depth > DEPTH_LIMIT) throw new JsonFault('json.depth', `The file nests deeper than ${DEPTH_LIMIT} levels.`, `character ${i}`);
    } else if (code === 93 || code === 125) depth -= 1;
  }
}
