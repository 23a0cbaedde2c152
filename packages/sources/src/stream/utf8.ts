// Makes UTF-8 without BOM of what Windows tools write: PowerShell's `>` gives UTF-16, Excel a BOM.
import { TextDecoder } from 'node:util';

const BOM_BYTES = 3;
const FIRST_BYTES = 65_536;

/**
 * The same text as UTF-8 without its byte order mark; bytes without a mark pass through unlooked at.
 * The first chunk has 64 KiB or is the whole file, so that what is guessed from it never depends on the chunks.
 */
export async function* utf8Bytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  let wide: TextDecoder | undefined;
  for await (const chunk of bytes) {
    let part = chunk;
    if (start) {
      part = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
      start = part.length < FIRST_BYTES ? part : undefined;
      if (start) continue;
      wide = wideDecoder(part);
      part = withoutMark(part);
    }
    yield wide ? Buffer.from(wide.decode(part, { stream: true })) : part;
  }
  if (start) yield narrow(start);
  else if (wide) yield Buffer.from(wide.decode());
}

function narrow(whole: Uint8Array): Uint8Array {
  const wide = wideDecoder(whole);
  return wide ? Buffer.from(wide.decode(whole)) : withoutMark(whole);
}

/** A decoder for UTF-16 when the bytes begin with its mark (Unicode 16.0, section 23.8). */
export function wideDecoder(first: Uint8Array): TextDecoder | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(BOM_BYTES) : bytes;
}
