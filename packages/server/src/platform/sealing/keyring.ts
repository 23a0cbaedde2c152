// All rings of an installation, and the keys of single items beside them: one small file for each, so that one key can
// be destroyed for good while everything else stays.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SealBroken } from '@assay/sources';
import { Shelves } from '../blobs/shelves.ts';
import { StartFailure } from '../failure.ts';
import { newKey } from './box.ts';
import { syncFolder } from './replaceFile.ts';
import { Ring, RING_WRAPPED_BYTES, versionOf } from './ring.ts';
import type { RootKeys } from './rootKey.ts';

const RING = '.ring.json';
/** Realm of people’s secrets, which stand outside every organisation. */
export const IDENTITY_REALM = 'identity';

/** A key that was made for one item; it counts once it is durable. */
export interface ItemKey {
  readonly id: string;
  readonly key: Uint8Array;
}

export class Keyring {
  readonly #directory: string;
  #roots: RootKeys;
  readonly #rings = new Map<string, Ring>();
  readonly #shelves = new Shelves();
  readonly #pending = new Set<Promise<void>>();

  /** Opens every ring at once: a server whose keys cannot be had must not start, and never shows less than there is. */
  constructor(directory: string, roots: RootKeys, sealed: readonly string[] = []) {
    this.#directory = directory;
    this.#roots = roots;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const realm of ringsIn(directory))
      this.#rings.set(realm, Ring.read(this.#ringPath(realm), realm, roots));
    for (const realm of sealed)
      if (!this.#rings.has(realm))
        throw new StartFailure(
          `The keys of ${realm} (${this.#ringPath(realm)}) are gone: without them nothing of it can be opened.`,
          'Restore the file from a backup; Assay does not start without it.',
        );
  }

  get roots(): RootKeys {
    return this.#roots;
  }

  get realms(): readonly string[] {
    return [...this.#rings.keys()];
  }

  /** The ring of a realm; made on first use. */
  of(realm: string): Ring {
    const held = this.#rings.get(realm);
    if (held) return held;
    const path = this.#ringPath(realm);
    const ring = existsSync(path) ? Ring.read(path, realm, this.#roots) : Ring.make(path, realm, this.#roots);
    this.#rings.set(realm, ring);
    return ring;
  }

  /** Makes a key and writes it, wrapped; durable when `written` is. */
  make(realm: string): ItemKey & { readonly written: Promise<void> } {
    const key = newKey();
    const id = newKey().toString('hex', 0, 16);
    const written = this.#write(
      this.#itemPath(realm, id),
      this.of(realm).wrap(key, ['assay/item-key/1', id]),
    );
    this.#pending.add(written);
    // Whoever made it waits for it later.
    written.catch(() => undefined).finally(() => this.#pending.delete(written));
    return { id, key, written };
  }

  /** Throws SealBroken when the key was destroyed, changed, or is another item's. */
  find(realm: string, id: string): ItemKey {
    let wrapped: Buffer;
    try {
      wrapped = readFileSync(this.#itemPath(realm, id));
    } catch {
      throw new SealBroken('its key is gone');
    }
    return { id, key: this.of(realm).unwrap(wrapped, ['assay/item-key/1', id]) };
  }

  /** Destroys the key of one item for good: overwritten, removed, and durable before it returns. */
  destroy(realm: string, id: string): void {
    const path = this.#itemPath(realm, id);
    for (const each of [path, `${path}.new`]) {
      if (!existsSync(each)) continue;
      const file = openSync(each, 'r+');
      try {
        writeSync(file, Buffer.alloc(RING_WRAPPED_BYTES), 0, RING_WRAPPED_BYTES, 0);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      rmSync(each, { force: true });
    }
    if (existsSync(dirname(path))) syncFolder(dirname(path));
  }

  /** Ends when every key that was made until now stands on the disk, or does not. */
  async written(): Promise<void> {
    await Promise.allSettled(this.#pending);
  }

  /** Ids of all keys of items in a realm. */
  async items(realm: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const shelf of await names(join(this.#directory, realm)))
      for (const name of await names(join(this.#directory, realm, shelf)))
        if (/^[0-9a-f]{32}$/.test(name)) ids.push(name);
    return ids.sort();
  }

  /** Number of the key that wraps an item's; undefined when the item's is gone. */
  versionOf(realm: string, id: string): number | undefined {
    try {
      return versionOf(readFileSync(this.#itemPath(realm, id)));
    } catch {
      return undefined;
    }
  }

  /** Wraps the key of an item by the present key of its realm. A key that is destroyed meanwhile stays destroyed. */
  async rewrap(realm: string, id: string): Promise<void> {
    const path = this.#itemPath(realm, id);
    if (!existsSync(path)) return;
    const before = readFileSync(path);
    const ring = this.of(realm);
    if (versionOf(before) === ring.version) return;
    const { key } = this.find(realm, id);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(ring.wrap(key, ['assay/item-key/1', id]));
      await file.sync();
    } finally {
      await file.close();
    }
    // Nothing comes between the look and the rename.
    if (existsSync(path) && readFileSync(path).equals(before)) renameSync(`${path}.new`, path);
    else rmSync(`${path}.new`, { force: true });
  }

  /** Makes the renames of `rewrap` durable. */
  async sync(realm: string): Promise<void> {
    for (const shelf of await names(join(this.#directory, realm)))
      syncFolder(join(this.#directory, realm, shelf));
  }

  turn(realm: string): void {
    this.of(realm).turn(this.#roots);
  }

  /** Begins to wrap everything by the next root key. */
  turnRoot(): boolean {
    if (this.#roots.before.length > 0) return true;
    if (!this.#roots.next) return false;
    this.#roots = this.#roots.next();
    return true;
  }

  rewrapRing(realm: string): void {
    this.of(realm).rewrap(this.#roots);
  }

  /** The root keys before the present one wrap nothing any more. */
  settleRoot(): void {
    if (this.#roots.settle) this.#roots = this.#roots.settle();
  }

  /** Destroys all keys of a realm. */
  remove(realm: string): void {
    this.#rings.delete(realm);
    rmSync(this.#ringPath(realm), { force: true });
    rmSync(join(this.#directory, realm), { recursive: true, force: true });
    this.#shelves.forget(join(this.#directory, realm));
  }

  async #write(path: string, wrapped: Uint8Array): Promise<void> {
    await this.#shelves.open(dirname(path));
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(wrapped);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#shelves.sync(dirname(path));
  }

  #ringPath(realm: string): string {
    return join(this.#directory, `${realm}${RING}`);
  }

  #itemPath(realm: string, id: string): string {
    return join(this.#directory, realm, id.slice(0, 2), id);
  }
}

/** Whether anything was ever wrapped here. */
export function hasRings(directory: string): boolean {
  return ringsIn(directory).length > 0;
}

function ringsIn(directory: string): readonly string[] {
  return readdirSync(directory).flatMap((name) => (name.endsWith(RING) ? [name.slice(0, -RING.length)] : []));
}

function names(path: string): Promise<readonly string[]> {
  return readdir(path).catch(() => []);
}
