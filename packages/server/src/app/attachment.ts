// Files of strangers leave only as attachments: never rendered, never sniffed, never with our rights.
import { Readable } from 'node:stream';

/** What is made here and is whole already, as a file. */
export function attachmentOf(
  content: string | Uint8Array,
  file: { readonly filename: string; readonly mediaType: string },
): Response {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return attachment(once(bytes), { ...file, size: bytes.byteLength });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** A response that a browser saves and does not run. */
export function attachment(
  bytes: AsyncIterable<Uint8Array>,
  file: {
    readonly filename: string;
    readonly mediaType: string;
    readonly size?: number;
    readonly etag?: string;
  },
): Response {
  const headers: Record<string, string> = {
    'content-type': file.mediaType === 'text/html' ? 'application/octet-stream' : file.mediaType,
    'content-disposition': `attachment; filename="${file.filename.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
  if (file.size !== undefined) headers['content-length'] = String(file.size);
  if (file.etag !== undefined) headers['etag'] = `"${file.etag}"`;
  return new Response(Readable.toWeb(Readable.from(bytes)), { headers });
}
