// The key that wraps the organisations' keys: a file that only the server's user reads, the environment, or a device.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, StartFailure } from '../failure.ts';
import { KEY_BYTES, newKey, seal, unseal, type Place } from './box.ts';
import { replaceFile, syncFolder } from './replaceFile.ts';

/** One root key. What it wraps stands in the rings, so it is asked once for each organisation, when the server starts. */
export interface RootKey {
  /** Says which key it is and nothing about it. */
  readonly id: string;
  wrap(key: Uint8Array, place: Place): Uint8Array;
  /** Throws SealBroken for what it did not wrap for this place. */
  unwrap(wrapped: Uint8Array, place: Place): Uint8Array;
}

/** The root keys of a server: one wraps, those before it still unwrap until everything is wrapped anew. */
export interface RootKeys {
  readonly kind: RootKeyPlace['kind'];
  readonly current: RootKey;
  readonly before: readonly RootKey[];
  /** Makes the next key the current one; undefined where only configuration can bring it. */
  readonly next?: () => RootKeys;
  /** Nothing is wrapped by the keys before any more. */
  readonly settle?: () => RootKeys;
}

/** Where the root key is. Cloud services have no row here: none of them can be tested honestly without an account. */
export type RootKeyPlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'environment'; readonly key: string; readonly before?: string | undefined };

/** Where the file is unless somebody says otherwise. */
export function ownRootKey(keys: string): RootKeyPlace {
  return { kind: 'file', path: join(keys, 'root.key') };
}

/** Opens a file with the root key; makes it only where nothing was ever wrapped. */
export function fileRootKeys(path: string, mayMake: boolean): RootKeys {
  if (!existsSync(path) && existsSync(`${path}.next`)) renameSync(`${path}.next`, path);
  if (!existsSync(path)) {
    if (!mayMake)
      throw new StartFailure(
        `The root key ${path} is gone: without it nothing that Assay sealed can be opened.`,
        'Put the file back from where you keep it; Assay does not start with another.',
      );
    replaceFile(path, `${newKey().toString('hex')}\n`);
  }
  const current = memoryKey(readKeyFile(path));
  const begun = existsSync(`${path}.next`) ? memoryKey(readKeyFile(`${path}.next`)) : undefined;
  return begun ? turning(path, begun, current) : resting(path, current);
}

function resting(path: string, current: RootKey): RootKeys {
  return {
    kind: 'file',
    current,
    before: [],
    next: () => {
      const key = newKey();
      replaceFile(`${path}.next`, `${key.toString('hex')}\n`);
      return turning(path, memoryKey(key), current);
    },
  };
}

function turning(path: string, current: RootKey, before: RootKey): RootKeys {
  return {
    kind: 'file',
    current,
    before: [before],
    settle: () => {
      renameSync(`${path}.next`, path);
      syncFolder(dirname(path));
      return resting(path, current);
    },
  };
}

/** Keys that the environment gives, 64 hexadecimal digits each. */
export function environmentRootKeys({
  key,
  before,
}: Extract<RootKeyPlace, { kind: 'environment' }>): RootKeys {
  return {
    kind: 'environment',
    current: memoryKey(parseKey(key, 'ASSAY_ROOT_KEY')),
    before: before === undefined ? [] : [memoryKey(parseKey(before, 'ASSAY_ROOT_KEY_BEFORE'))],
  };
}

function memoryKey(key: Uint8Array): RootKey {
  const id = createHash('sha256').update('assay root key\0').update(key).digest('hex').slice(0, 16);
  return {
    id,
    wrap: (plain, place) => seal(key, plain, place),
    unwrap: (wrapped, place) => unseal(key, wrapped, place),
  };
}

function readKeyFile(path: string): Buffer {
  let text: string;
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new StartFailure(
        `The root key ${path} can be read by others than its owner.`,
        `Take their rights away: chmod 600 ${path}. If others may have read it, make a new one: assay keys rotate --root.`,
      );
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof StartFailure) throw cause;
    throw new StartFailure(
      `The root key ${path} cannot be read (${codeOf(cause) ?? 'unknown reason'}).`,
      'Let the user who runs Assay read it.',
    );
  }
  return parseKey(text, path);
}

function parseKey(text: string, name: string): Buffer {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits))
    throw new StartFailure(
      `${name} is no root key: it must be ${KEY_BYTES * 2} hexadecimal digits.`,
      'Put the right key there, for a new installation for example one made by: openssl rand -hex 32.',
    );
  return Buffer.from(digits, 'hex');
}
