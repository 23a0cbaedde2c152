// Secrets in what is recorded: a digest under a key of the organisation's own, so that a change is seen and a guess is
// worth nothing to whoever reads the ledger.
import { createHmac } from 'node:crypto';
import { digestText } from '@assay/core';
import type { Keys } from '../../../platform/keys.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Ed25519 signs the same words the same way: the signature of these is the key, and leaves the signer as it is. */
const WORDS = Buffer.from('assay: key of the digests of secrets, version 1');

/** A secret as it may stand in a record. */
export function concealed(
  { keys, scope }: { readonly keys: Keys; readonly scope: OrgScope },
  secret: string,
) {
  const key = sha256(keys.of(scope.org).sign(WORDS));
  return digestText(createHmac('sha256', key).update(secret).digest('hex'));
}
