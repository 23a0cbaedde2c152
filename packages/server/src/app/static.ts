// The built web application: files with hashes are kept for ever, the page is asked for anew.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** A file of the web application, or its page for every address that is not a file. */
export async function serveWeb(directory: string, path: string): Promise<Response> {
  const safe = normalize(path).replace(/^(\.\.[/\\])+/, '');
  const isFile = extname(safe) !== '' && !safe.includes('..') && !safe.includes('\0');
  const found = isFile ? await read(join(directory, safe)) : undefined;
  if (found)
    return new Response(found, {
      headers: {
        'content-type': TYPES[extname(safe)] ?? 'application/octet-stream',
        'cache-control': safe.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  if (isFile && safe.startsWith('/assets/')) return new Response('not found', { status: 404 });
  const page = await read(join(directory, 'index.html'));
  if (!page)
    return new Response('The web application is not built. Run npm start, which builds it.', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    });
  return new Response(page, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return undefined;
  }
}
