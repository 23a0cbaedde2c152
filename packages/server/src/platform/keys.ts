// Signing keys of the organisations' ledgers, kept sealed, a file for each. Beside each key stands
// the last checkpoint that it signed: whoever rolls the database back does not roll the key's memory back.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '@assay/core';
import { newSigningKey, readSigningKey, type SigningKey } from './crypto.ts';
import { replaceFile, syncFolder } from './sealing/replaceFile.ts';
import type { SecretPlace, Secrets } from './sealing/secrets.ts';

export interface Keys {
  /** The organisation's key; made on first use. */
  of(org: Id<'organisation'>): SigningKey;
  /** The last checkpoint that was signed with the key. */
  lastSigned(org: Id<'organisation'>): string | undefined;
  /** Remembers a checkpoint, durably, before it is given out. */
  rememberSigned(org: Id<'organisation'>, checkpoint: string): void;
  /** Wraps the key anew when the organisation's keys are rotated. */
  rewrap(org: string): void;
  remove(org: Id<'organisation'>): void;
}

/** Keys under a directory, one sealed file each, mode 0600. What an older Assay kept plain is sealed on its first use. */
export function fileKeys(directory: string, secrets: Secrets): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const cache = new Map<string, SigningKey>();
  const pathOf = (org: string): string => join(directory, `${org}.signing`);
  const memoryOf = (org: Id<'organisation'>): string => join(directory, `${org}.checkpoint`);
  return {
    of(org) {
      const held = cache.get(org);
      if (held) return held;
      const key = readSigningKey(load({ directory, secrets }, org));
      cache.set(org, key);
      return key;
    },
    lastSigned: (org) => (existsSync(memoryOf(org)) ? readFileSync(memoryOf(org), 'utf8') : undefined),
    rememberSigned: (org, checkpoint) => replaceFile(memoryOf(org), checkpoint),
    rewrap(org) {
      if (!existsSync(pathOf(org))) return;
      const sealed = readFileSync(pathOf(org), 'utf8');
      const next = secrets.rewrap(placeOf(org), sealed);
      if (next !== sealed) replaceFile(pathOf(org), next);
    },
    remove(org) {
      cache.delete(org);
      for (const path of [pathOf(org), plainPath(directory, org), memoryOf(org)])
        rmSync(path, { force: true });
    },
  };
}

/** The key as PKCS#8 text; made where there is none yet. */
function load(
  { directory, secrets }: { readonly directory: string; readonly secrets: Secrets },
  org: Id<'organisation'>,
): string {
  const path = join(directory, `${org}.signing`);
  const plain = plainPath(directory, org);
  if (existsSync(path)) return Buffer.from(secrets.open(placeOf(org), readFileSync(path, 'utf8'))).toString();
  const pem = existsSync(plain) ? readFileSync(plain, 'utf8') : newSigningKey().pem;
  replaceFile(path, secrets.seal(placeOf(org), Buffer.from(pem)));
  if (existsSync(plain)) {
    rmSync(plain);
    syncFolder(directory);
  }
  return pem;
}

/** Where an older Assay kept the key. */
function plainPath(directory: string, org: string): string {
  return join(directory, `${org}.pem`);
}

function placeOf(org: string): SecretPlace {
  return { realm: org, kind: 'ledger-signing-key', item: 'current', version: 1 };
}
