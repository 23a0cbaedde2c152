// Makes UTF-8 without BOM of what Windows tools write: PowerShell's `>` gives UTF-16, Excel a BOM.

const BOM_BYTES = 3;

/** The same text as UTF-8 without its byte order mark; bytes without a mark pass through unlooked at. */
export async function* utf8Bytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  let wide: TextDecoder | undefined;
  for await (const chunk of bytes) {
    let part = chunk;
    if (start) {
      part = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
      start = part.length < BOM_BYTES ? part : undefined;
      if (start) continue;
      wide = wideDecoder(part);
      if (!wide && isUtf8Mark(part)) part = part.subarray(BOM_BYTES);
    }
    if (wide) part = Buffer.from(wide.decode(part, { stream: true }));
    if (part.length > 0) yield part;
  }
  const rest = start ?? (wide ? Buffer.from(wide.decode()) : undefined);
  if (rest && rest.length > 0) yield rest;
}

/** A decoder for UTF-16 when the bytes begin with its mark (Unicode 16.0, section 23.8). */
export function wideDecoder(first: Uint8Array): TextDecoder | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

function isUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
