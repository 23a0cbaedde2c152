// Files of strangers leave only as attachments: never rendered, never sniffed, never with our rights.
import { Readable } from 'node:stream';

/** What may keep its name: nothing in this list can run in a browser. All else is bytes. */
const SERVED = new Set([
  'application/gzip',
  'application/json',
  'application/pdf',
  'application/x-ndjson',
  'application/yaml',
  'application/zip',
  'image/gif',
  'image/jpeg',
  'image/png',
  'text/calendar',
  'text/csv',
  'text/markdown',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

function served(mediaType: string): string {
  const [bare = ''] = mediaType.split(';');
  if (!SERVED.has(bare.trim())) return 'application/octet-stream';
  return bare.startsWith('text/') && bare === mediaType ? `${bare}; charset=utf-8` : mediaType;
}

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
    'content-type': served(file.mediaType),
    'content-disposition': `attachment; filename="${file.filename.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
  if (file.size !== undefined) headers['content-length'] = String(file.size);
  if (file.etag !== undefined) headers['etag'] = `"${file.etag}"`;
  return new Response(Readable.toWeb(Readable.from(bytes)), { headers });
}
