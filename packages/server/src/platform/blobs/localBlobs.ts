// The store on a local disk: temporary name, hashed and sealed on the way, fsync, rename, fsync of the directory.
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Id } from '@assay/core';
import {
  HEADER_BYTES,
  openFile,
  proveHeader,
  readHeader,
  SealBroken,
  type FilePlace,
  type FileSeal,
} from '@assay/sources';
import { replaceFile } from '../sealing/replaceFile.ts';
import type { Keyring } from '../sealing/keyring.ts';
import { BlobErased, type Blobs, type StoredBlob, type Unsealed } from './blobs.ts';
import { writeSealed } from './sealedWriter.ts';
import { Shelves } from './shelves.ts';

type Org = Id<'organisation'>;
/** Sealed files stand apart from those that an older Assay named by their hashes. */
const SEALED = 'sealed';
/** What stands in the place of bytes that were erased. */
const ERASED = Buffer.from('erased\n');

/** Opens the store under a directory. */
export function localBlobs(root: string, keyring: Keyring): Blobs {
  const store = new Store(root, keyring);
  return {
    placeOf: (org, sha256) => store.placeOf(org, sha256),
    put: (org, bytes, limit) => store.put(org, bytes, limit),
    has: (org, sha256) => Promise.resolve(store.find(org, sha256) !== undefined),
    read: (org, sha256, range) => store.read(org, sha256, range),
    erase: (org, sha256) => store.erase(org, sha256),
    isErased: (org, sha256) => store.isErased(org, sha256),
    unsealed: (org) => store.unsealed(org),
    sealAll: (org, each) => store.sealAll(org, each),
    removeAll: (org) => store.removeAll(org),
  };
}

/** Organisations that have sealed files below a directory: each must have its keys. */
export function sealedRealms(root: string): readonly string[] {
  return readdirSync(root).filter((name) => existsSync(join(root, name, SEALED)));
}

class Store {
  readonly #root: string;
  readonly #keyring: Keyring;
  readonly #shelves = new Shelves();
  /** Files of older Assays that were found not to be what they say. */
  readonly #damaged = new Set<string>();

  constructor(root: string, keyring: Keyring) {
    this.#root = root;
    this.#keyring = keyring;
  }

  find(org: Org, sha256: string): FilePlace | undefined {
    try {
      return this.placeOf(org, sha256);
    } catch {
      return undefined;
    }
  }

  /** The header is proved here: a file of another hash, organisation or key is refused before a byte of it is read. */
  placeOf(org: Org, sha256: string): FilePlace {
    const path = this.#pathOf(org, sha256);
    const plain = this.#plainPath(org, sha256);
    if (!existsSync(path) && existsSync(plain)) return { path: plain };
    const header = headerOf(path);
    const told = readHeader(header);
    if (header.equals(ERASED)) throw new SealBroken('they were erased');
    if (!told) throw new SealBroken('the file is not sealed, or its beginning was changed');
    const seal = sealOf(org, this.#keyring.find(org, told.keyId));
    proveHeader(seal, header, sha256);
    return { path, seal };
  }

  async *read(org: Org, sha256: string, range?: { readonly from: number; readonly until: number }) {
    const file = await openFile(this.placeOf(org, sha256));
    try {
      yield* file.bytes(range?.from, range && Math.min(range.until, file.size));
    } finally {
      await file.close();
    }
  }

  async put(org: Org, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob> {
    const directory = join(this.#root, org);
    await this.#shelves.open(join(directory, SEALED));
    const temporary = join(directory, `.incoming-${randomUUID()}`);
    const file = await open(temporary, 'wx', 0o600);
    const key = this.#keyring.make(org);
    try {
      const written = await writeSealed(file, bytes, { seal: sealOf(org, key), keyId: key.id, limit });
      await file.sync();
      await file.close();
      await key.written;
      if (this.isErased(org, written.sha256)) throw new BlobErased(written.sha256);
      if (this.#isSealed(org, written.sha256)) await this.#forget(org, { temporary, keyId: key.id });
      else await this.#shelve(temporary, this.#pathOf(org, written.sha256));
      return written;
    } catch (cause) {
      await file.close().catch(() => undefined);
      await key.written.catch(() => undefined);
      await this.#forget(org, { temporary, keyId: key.id });
      throw cause;
    }
  }

  /** The key first: whatever happens then, the bytes open no more. */
  async erase(org: Org, sha256: string): Promise<void> {
    const path = this.#pathOf(org, sha256);
    const told = existsSync(path) ? readHeader(headerOf(path)) : undefined;
    if (told) this.#keyring.destroy(org, told.keyId);
    await this.#shelves.open(dirname(path));
    replaceFile(path, ERASED);
    const plain = this.#plainPath(org, sha256);
    if (!existsSync(plain)) return;
    await rm(plain, { force: true });
    await this.#shelves.sync(dirname(plain));
  }

  isErased(org: Org, sha256: string): boolean {
    const path = this.#pathOf(org, sha256);
    return existsSync(path) && headerOf(path).equals(ERASED);
  }

  async unsealed(org: Org): Promise<Unsealed> {
    const files = await this.#plainFiles(org);
    return { files: files.length, damaged: files.filter((path) => this.#damaged.has(path)).length };
  }

  async sealAll(org: Org, each: () => void): Promise<void> {
    for (const path of await this.#plainFiles(org)) {
      const sha256 = basename(path);
      if ((await hashOf(path)) === sha256) {
        await this.put(org, createReadStream(path), Number.MAX_SAFE_INTEGER);
        await rm(path, { force: true });
        await this.#shelves.sync(dirname(path));
      } else this.#damaged.add(path);
      each();
    }
  }

  async removeAll(org: Org): Promise<void> {
    // Without its keys what a backup still holds of them says nothing.
    this.#keyring.remove(org);
    await rm(join(this.#root, org), { recursive: true, force: true });
    this.#shelves.forget(join(this.#root, org));
  }

  #isSealed(org: Org, sha256: string): boolean {
    return this.find(org, sha256)?.seal !== undefined;
  }

  async #shelve(temporary: string, path: string): Promise<void> {
    await this.#shelves.open(dirname(path));
    await rename(temporary, path);
    await this.#shelves.sync(dirname(path));
  }

  async #forget(org: Org, made: { readonly temporary: string; readonly keyId: string }): Promise<void> {
    await rm(made.temporary, { force: true });
    this.#keyring.destroy(org, made.keyId);
  }

  #pathOf(org: Org, sha256: string): string {
    const name = this.#keyring.of(org).nameOf(sha256);
    return join(this.#root, org, SEALED, name.slice(0, 2), name);
  }

  #plainPath(org: Org, sha256: string): string {
    return join(this.#root, org, sha256.slice(0, 2), sha256);
  }

  async #plainFiles(org: Org): Promise<readonly string[]> {
    const found: string[] = [];
    const shelves = await readdir(join(this.#root, org)).catch(() => []);
    for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/.test(name)))
      for (const name of await readdir(join(this.#root, org, shelf)))
        if (/^[0-9a-f]{64}$/.test(name)) found.push(join(this.#root, org, shelf, name));
    return found.sort();
  }
}

function sealOf(org: Org, { id, key }: { readonly id: string; readonly key: Uint8Array }): FileSeal {
  return { key, context: `assay/artefact/1/${org}/${id}` };
}

function headerOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const bytes: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
