// The keys of one realm (an organisation, or identities): numbered, wrapped by the root key, kept in one small file.
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SealBroken } from '@assay/sources';
import { z } from 'zod';
import { StartFailure } from '../failure.ts';
import { newKey, seal, unseal, WRAPPED_BYTES, type Place } from './box.ts';
import { replaceFile } from './replaceFile.ts';
import type { RootKey, RootKeys } from './rootKey.ts';

const wrapped = z.strictObject({ root: z.string(), key: z.base64() });
const ringSchema = z.strictObject({
  format: z.literal(1),
  realm: z.string(),
  /** Names the files of the realm; it never changes, or every file would have another name. */
  names: wrapped,
  keys: z.array(wrapped.extend({ version: z.int().positive() })).min(1),
});
type RingFile = z.infer<typeof ringSchema>;

/** First byte of everything that is wrapped by a ring, and the number of the key behind it. */
const FORMAT = 1;
const HEAD_BYTES = 5;
export const RING_WRAPPED_BYTES = HEAD_BYTES + WRAPPED_BYTES;

export class Ring {
  readonly realm: string;
  readonly #path: string;
  #file: RingFile;
  readonly #keys = new Map<number, Uint8Array>();
  readonly #names: Uint8Array;

  private constructor(path: string, file: RingFile, roots: RootKeys) {
    this.realm = file.realm;
    this.#path = path;
    this.#file = file;
    this.#names = opened(file.names, ['assay/names/1', file.realm], roots);
    for (const each of file.keys)
      this.#keys.set(each.version, opened(each, ['assay/realm-key/1', file.realm, each.version], roots));
  }

  /** Reads a ring; throws a StartFailure where its keys cannot be had. */
  static read(path: string, realm: string, roots: RootKeys): Ring {
    const file = readRing(path, realm);
    try {
      return new Ring(path, file, roots);
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause;
      throw new StartFailure(
        `The keys of ${realm} cannot be opened: ${cause.message}.`,
        'Give back the root key that they were wrapped with, or restore the keys from a backup.',
      );
    }
  }

  static make(path: string, realm: string, roots: RootKeys): Ring {
    const { current } = roots;
    const file: RingFile = {
      format: 1,
      realm,
      names: wrap(current, newKey(), ['assay/names/1', realm]),
      keys: [{ version: 1, ...wrap(current, newKey(), ['assay/realm-key/1', realm, 1]) }],
    };
    replaceFile(path, textOf(file));
    return new Ring(path, file, roots);
  }

  /** Number of the key that wraps now. */
  get version(): number {
    return Math.max(...this.#keys.keys());
  }

  /** Whether keys before the present one still unwrap. */
  get turning(): boolean {
    return this.#keys.size > 1;
  }

  /** Ids of the root keys that the ring is wrapped by. */
  get roots(): readonly string[] {
    return [...new Set([this.#file.names, ...this.#file.keys].map(({ root }) => root))];
  }

  /** Wraps the key of one item by the present key. */
  wrap(key: Uint8Array, place: Place): Buffer {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(FORMAT);
    head.writeUInt32BE(this.version, 1);
    return Buffer.concat([head, seal(this.#key(this.version), key, [...place, this.realm, this.version])]);
  }

  /** Throws SealBroken for what was wrapped for another place, realm or key. */
  unwrap(bytes: Uint8Array, place: Place): Buffer {
    const version = versionOf(bytes);
    return unseal(this.#key(version), bytes.subarray(HEAD_BYTES), [...place, this.realm, version]);
  }

  /** Name of a file: nobody without the key can tell which bytes it holds, nor whether another realm has them. */
  nameOf(sha256: string): string {
    return createHmac('sha256', this.#names).update(sha256, 'hex').digest('hex');
  }

  /** Adds the next key: from here on it wraps, and those before it only unwrap. */
  turn(roots: RootKeys): void {
    const version = this.version + 1;
    const key = newKey();
    const kept = { version, ...wrap(roots.current, key, ['assay/realm-key/1', this.realm, version]) };
    this.#write({ ...this.#file, keys: [...this.#file.keys, kept] });
    this.#keys.set(version, key);
  }

  /** Destroys the keys before the present one; whatever they alone wrapped is lost. */
  settle(): void {
    const { version } = this;
    this.#write({ ...this.#file, keys: this.#file.keys.filter((each) => each.version === version) });
    for (const each of this.#keys.keys()) if (each !== version) this.#keys.delete(each);
  }

  /** Wraps the ring's own keys by the present root key. */
  rewrap({ current }: RootKeys): void {
    this.#write({
      ...this.#file,
      names: wrap(current, this.#names, ['assay/names/1', this.realm]),
      keys: [...this.#keys].map(([version, key]) => ({
        version,
        ...wrap(current, key, ['assay/realm-key/1', this.realm, version]),
      })),
    });
  }

  #key(version: number): Uint8Array {
    const key = this.#keys.get(version);
    if (!key) throw new SealBroken(`the key number ${version} of ${this.realm} does not exist any more`);
    return key;
  }

  #write(file: RingFile): void {
    replaceFile(this.#path, textOf(file));
    this.#file = file;
  }
}

/** Number of the key that wrapped something. */
export function versionOf(bytes: Uint8Array): number {
  if (bytes.byteLength < HEAD_BYTES || bytes[0] !== FORMAT)
    throw new SealBroken('the wrapped key is damaged');
  return Buffer.from(bytes).readUInt32BE(1);
}

function readRing(path: string, realm: string): RingFile {
  try {
    if (existsSync(path)) {
      const file = ringSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      if (file.realm === realm) return file;
    }
  } catch {
    // Said below, as for a ring that is not there.
  }
  throw new StartFailure(
    `The keys of ${realm} (${path}) are gone or damaged: without them nothing of it can be opened.`,
    'Restore the file from a backup; Assay does not start without it.',
  );
}

function textOf(file: RingFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}

function wrap(root: RootKey, key: Uint8Array, place: Place): z.infer<typeof wrapped> {
  return { root: root.id, key: Buffer.from(root.wrap(key, place)).toString('base64') };
}

function opened(kept: z.infer<typeof wrapped>, place: Place, roots: RootKeys): Uint8Array {
  const root = [roots.current, ...roots.before].find(({ id }) => id === kept.root);
  if (!root)
    throw new SealBroken(
      `they are wrapped by the root key ${kept.root}, and the one given is ${roots.current.id}`,
    );
  return root.unwrap(Buffer.from(kept.key, 'base64'), place);
}
