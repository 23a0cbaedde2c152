// What an auditor keeps and hands to an offline check: a checkpoint, a key, files. All of it stands in files.
import { parseCheckpoint } from '@assay/core';
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CommandEnd, EXIT } from '../exit.ts';

export interface KeptOptions {
  readonly checkpoint?: string;
  readonly key?: string;
}

/** Hash and signature functions for the verifiers of core. */
export const ports = {
  sha256: (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer'),
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, message, key, signature);
  },
};

/** Text of a file; a file that is not there ends the command. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
}

/** A key as it is written, or the file that holds it. */
export function keyOf(option: string): string {
  return option.includes('+') ? option : textOf(option);
}

/** Size of a checkpoint that was kept. */
export function sizeOf(path: string): number {
  const kept = parseCheckpoint(textOf(path));
  if (kept.ok) return kept.value.size;
  throw new CommandEnd(
    EXIT.error,
    `${path} is not a signed checkpoint.`,
    'assay ledger checkpoint prints one to keep.',
  );
}

/** Name and hash of a file that came along. */
export async function fileClaim(path: string): Promise<{ readonly name: string; readonly sha256: string }> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) digest.update(chunk);
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
  return { name: basename(path), sha256: digest.digest('hex') };
}
