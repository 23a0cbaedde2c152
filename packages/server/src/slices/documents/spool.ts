// Files on their way into an archive: written to a directory of their own, hashed as they are written.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Spooled {
  /** Path inside the archive. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Keeps memory small whatever the size: nothing is held but the list of files. */
export class Spool {
  readonly #directory = mkdtempSync(join(tmpdir(), 'assay-export-'));
  readonly files: Spooled[] = [];

  async add(path: string, content: string | AsyncIterable<string | Uint8Array>): Promise<void> {
    const place = join(this.#directory, path);
    mkdirSync(dirname(place), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const parts = typeof content === 'string' ? [content] : content;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const part of parts) {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part;
        hash.update(bytes);
        size += bytes.byteLength;
        yield bytes;
      }
    }
    await pipeline(Readable.from(counted()), createWriteStream(place));
    this.files.push({ path, sha256: hash.digest('hex'), size });
  }

  read(path: string): Readable {
    return createReadStream(join(this.#directory, path));
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
