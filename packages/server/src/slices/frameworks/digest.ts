// What the ledger says of an own catalogue: how much is in it, and the hash of its canonical text.
import type { FrameworkFile } from '@assay/contract';
import { canonicalText } from '@assay/core';
import { sha256Hex } from '../../platform/crypto.ts';
import { plainJson } from '../../platform/plainJson.ts';

export function frameworkDigest(file: FrameworkFile): {
  readonly requirements: number;
  readonly sha256: string;
} {
  const text = canonicalText(plainJson(file));
  if (!text.ok) throw new Error(`the catalogue ${file.id} has no canonical text: ${text.error.code}`);
  return { requirements: file.requirements.length, sha256: sha256Hex(text.value) };
}
