// Documents that are read whole: text within a limit, JSON within a depth.
import { isAscii } from 'node:buffer';
import { DEPTH_LIMIT, JsonFault } from './fault.ts';
import { syntaxReason } from './jsonSyntax.ts';
import { utf8Bytes, wideDecoder } from './utf8.ts';

/** Largest document that is read whole; streams have no such limit. */
const WHOLE_LIMIT = 128 * 1024 * 1024;

/** The whole file as JSON; line comments are allowed. */
export async function readJsonWhole(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  const whole = await readWhole(utf8Bytes(bytes));
  const text = textOf(whole);
  const tooDeep = depthFault(whole);
  const plain = tooDeep ?? parsed(text);
  if (!(plain instanceof JsonFault)) return plain.value;
  // Addresses have two slashes too, so comments are looked for only when the text is no JSON as it stands, or
  // when its depth may be that of what somebody commented out.
  const bare = text.includes('//') ? withoutComments(text) : text;
  if (bare === text) throw plain;
  const answer = (tooDeep && depthFault(Buffer.from(bare))) ?? parsed(bare);
  if (answer instanceof JsonFault) throw answer;
  return answer.value;
}

function parsed(text: string): { readonly value: unknown } | JsonFault {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return syntaxFault(cause, text);
  }
}

async function readWhole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
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
  return Buffer.concat(chunks, size);
}

/** ASCII, which most reports are, needs no decoding: copying it is several times faster. */
function textOf(utf8: Buffer): string {
  if (isAscii(utf8)) return utf8.toString('latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(utf8);
  } catch {
    throw new JsonFault('json.encoding', 'The file is not UTF-8.', `byte ${firstBroken(utf8)}`);
  }
}

/** Where UTF-8 breaks: the longest beginning that decodes, found by halving. */
function firstBroken(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

/** V8 names line and column; at the end of the text it names nothing. */
function syntaxFault(cause: unknown, text: string): JsonFault {
  const message = cause instanceof Error ? cause.message : '';
  const place = /\(line (\d+) column (\d+)\)/.exec(message);
  const position = /position (\d+)/.exec(message)?.[1];
  const atEnd = /end of JSON input|Unterminated/.test(message) || Number(position) >= text.trimEnd().length;
  if (atEnd) return new JsonFault('json.truncated', 'The file ends before its document does.', endOf(text));
  return new JsonFault(
    'json.syntax',
    `The file is not JSON: ${syntaxReason(cause)}.`,
    place ? `line ${place[1]}, column ${place[2]}` : 'line 1, column 1',
  );
}

function endOf(text: string): string {
  const lines = text.split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
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

/** The text of a file's beginning: what cannot be UTF-8 is taken for Windows-1252. */
export function decodeHead(bytes: Uint8Array): string {
  const wide = wideDecoder(bytes);
  if (wide) return wide.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The first bracket that nests too deep; one look at each byte. */
function depthFault(utf8: Uint8Array): JsonFault | undefined {
  const end = utf8.length;
  let depth = 0;
  for (let i = 0; i < end; i += 1) {
    const byte = utf8[i];
    if (byte === 34) {
      i += 1;
      while (i < end && utf8[i] !== 34) i += utf8[i] === 92 ? 2 : 1;
    } else if (byte === 123 || byte === 91) {
      depth += 1;
      if (depth > DEPTH_LIMIT)
        return new JsonFault('json.depth', `The file nests deeper than ${DEPTH_LIMIT} levels.`, `byte ${i}`);
    } else if (byte === 125 || byte === 93) depth -= 1;
  }
  return undefined;
}
