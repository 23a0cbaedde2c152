// Signing keys of the organisations' ledgers, kept as files that only the server's user reads. Beside each key stands
// the last checkpoint that it signed: whoever rolls the database back does not roll the key's memory back.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '@assay/core';
import { newSigningKey, readSigningKey, type SigningKey } from './crypto.ts';

export interface Keys {
  /** The organisation's key; made on first use. */
  of(org: Id<'organisation'>): SigningKey;
  /** The last checkpoint that was signed with the key. */
  lastSigned(org: Id<'organisation'>): string | undefined;
  /** Remembers a checkpoint, durably, before it is given out. */
  rememberSigned(org: Id<'organisation'>, checkpoint: string): void;
  remove(org: Id<'organisation'>): void;
}

/** Keys under a directory, one PEM file each, mode 0600. */
export function fileKeys(directory: string): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const cache = new Map<string, SigningKey>();
  const pathOf = (org: Id<'organisation'>): string => join(directory, `${org}.pem`);
  const memoryOf = (org: Id<'organisation'>): string => join(directory, `${org}.checkpoint`);
  return {
    of(org) {
      const held = cache.get(org);
      if (held) return held;
      const key = load(pathOf(org));
      cache.set(org, key);
      return key;
    },
    lastSigned: (org) => (existsSync(memoryOf(org)) ? readFileSync(memoryOf(org), 'utf8') : undefined),
    rememberSigned: (org, checkpoint) => replaceFile(memoryOf(org), checkpoint),
    remove(org) {
      cache.delete(org);
      rmSync(pathOf(org), { force: true });
      rmSync(memoryOf(org), { force: true });
    },
  };
}

function load(path: string): SigningKey {
  if (existsSync(path)) return readSigningKey(readFileSync(path, 'utf8'));
  const { key, pem } = newSigningKey();
  replaceFile(path, pem);
  return key;
}

function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
