// Signing keys of the organisations' ledgers, kept as files that only the server's user reads.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '@assay/core';
import { newSigningKey, readSigningKey, type SigningKey } from './crypto.ts';

export interface Keys {
  /** The organisation's key; made on first use. */
  of(org: Id<'organisation'>): SigningKey;
  remove(org: Id<'organisation'>): void;
}

/** Keys under a directory, one PEM file each, mode 0600. */
export function fileKeys(directory: string): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const cache = new Map<string, SigningKey>();
  const pathOf = (org: Id<'organisation'>): string => join(directory, `${org}.pem`);
  return {
    of(org) {
      const held = cache.get(org);
      if (held) return held;
      const key = load(pathOf(org));
      cache.set(org, key);
      return key;
    },
    remove(org) {
      cache.delete(org);
      rmSync(pathOf(org), { force: true });
    },
  };
}

function load(path: string): SigningKey {
  if (existsSync(path)) return readSigningKey(readFileSync(path, 'utf8'));
  const { key, pem } = newSigningKey();
  writeFileSync(`${path}.new`, pem, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return key;
}
