// Files of the person's own machine: sent whole, written whole or not at all.
import type { Client } from '@assay/contract';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  openAsBlob,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { take } from './connection.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { counted, watched } from './progress.ts';

/** Sends a file's bytes; the server keeps the same bytes once. */
export async function store(where: { readonly client: Client; readonly org: string }, file: string) {
  const body = await bytesOf(file);
  return take(
    await where.client['artefacts.put']({
      params: { org: where.org },
      query: { filename: basename(file) },
      body,
    }),
  );
}

/** A file's bytes on their way: counted when a person is watching. */
export async function bytesOf(file: string): Promise<Blob | ReadableStream<Uint8Array>> {
  requireFile(file);
  const blob = await openAsBlob(file).catch(() => undefined);
  if (!blob) throw new CommandEnd(EXIT.error, `${file} cannot be read.`, 'Look at its permissions.');
  return watched() ? counted(blob, basename(file)) : blob;
}

/** Ends the command when there is no such file. */
export function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CommandEnd(EXIT.notFound, `${file} is not there.`);
  if (found.isDirectory())
    throw new CommandEnd(
      EXIT.usage,
      `${file} is a directory.`,
      'Name a file; assay import takes directories.',
    );
}

/** Writes a response's bytes; a broken or wrong download leaves nothing behind. */
export async function writeBody(
  response: Response,
  to: { readonly path: string; readonly force: boolean; readonly sha256?: string },
): Promise<void> {
  if (!response.body) throw new CommandEnd(EXIT.error, 'The server sent nothing.');
  const hash = createHash('sha256');
  const bytes = chunksOf(response.body, (chunk) => hash.update(chunk));
  if (to.path === '-') {
    for await (const chunk of bytes) process.stdout.write(chunk);
    return;
  }
  if (!existsSync(dirname(to.path)))
    throw new CommandEnd(EXIT.notFound, `The directory ${dirname(to.path)} is not there.`);
  if (existsSync(to.path) && !to.force)
    throw new CommandEnd(
      EXIT.conflict,
      `${to.path} is there already.`,
      'Add --force, or name another with --to.',
    );
  const partial = `${to.path}.part`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(partial));
    if (to.sha256 !== undefined && hash.digest('hex') !== to.sha256)
      throw new CommandEnd(
        EXIT.error,
        'The bytes that came have another hash than the record.',
        'Run assay verify.',
      );
    renameSync(partial, to.path);
  } finally {
    rmSync(partial, { force: true });
  }
}

async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  seen: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    seen(value);
    yield value;
  }
}

/** The text of a file, - being standard input; a file that cannot be read ends the command. */
export function textIn(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
}

/** The JSON of a file, - being standard input; a file that is none ends the command. */
export function jsonIn(path: string): unknown {
  const text = textIn(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandEnd(EXIT.error, `${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
}
