// Short secrets in a form that may stand in a table or a file: each with a key of its own, bound to where it belongs.
import { SealBroken } from '@assay/sources';
import { newKey, seal, unseal } from './box.ts';
import type { Keyring } from './keyring.ts';
import { RING_WRAPPED_BYTES, versionOf } from './ring.ts';

/**
 * What kinds of secrets there are. Each has a holder that wraps it anew when keys are rotated (`Rotation.hold`): a kind
 * without one would be lost with the key before.
 */
export const SECRET_KINDS = ['ledger-signing-key', 'one-time-code', 'provider-secret'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Where a secret belongs; sealed bytes open nowhere else. */
export interface SecretPlace {
  /** An organisation's id, or IDENTITY_REALM for what belongs to people. */
  readonly realm: string;
  readonly kind: SecretKind;
  /** Which of its kind, for example a person's id. */
  readonly item: string;
  /** Moves with every new value, so that an older one cannot be put back. */
  readonly version: number;
}

/** Wraps everything of its kind anew in a realm, wherever it stands. */
export type Holder = (realm: string) => Promise<void>;

export interface Secrets {
  /** Text that may be stored anywhere. */
  seal(place: SecretPlace, secret: Uint8Array): string;
  /** Throws SealBroken for another place, a changed text or a key that is gone. */
  open(place: SecretPlace, sealed: string): Uint8Array;
  /** The same secret under the realm's present key; the very text where nothing is to be done. */
  rewrap(place: SecretPlace, sealed: string): string;
}

const PREFIX = 's1.';

export function secretsOf(keyring: Keyring): Secrets {
  return {
    seal: (place, secret) => {
      const key = newKey();
      return textOf(keyring.of(place.realm).wrap(key, keyPlace(place)), seal(key, secret, bodyPlace(place)));
    },
    open: (place, sealed) => {
      const { wrapped, body } = partsOf(sealed);
      return unseal(keyring.of(place.realm).unwrap(wrapped, keyPlace(place)), body, bodyPlace(place));
    },
    rewrap: (place, sealed) => {
      const { wrapped, body } = partsOf(sealed);
      const ring = keyring.of(place.realm);
      if (versionOf(wrapped) === ring.version) return sealed;
      return textOf(ring.wrap(ring.unwrap(wrapped, keyPlace(place)), keyPlace(place)), body);
    },
  };
}

function textOf(wrapped: Uint8Array, body: Uint8Array): string {
  return `${PREFIX}${Buffer.concat([wrapped, body]).toString('base64url')}`;
}

function partsOf(sealed: string): { readonly wrapped: Uint8Array; readonly body: Uint8Array } {
  if (!sealed.startsWith(PREFIX)) throw new SealBroken('the text is no sealed secret');
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  return { wrapped: bytes.subarray(0, RING_WRAPPED_BYTES), body: bytes.subarray(RING_WRAPPED_BYTES) };
}

function keyPlace({ kind, item, version }: SecretPlace) {
  return ['assay/secret-key/1', kind, item, version];
}

function bodyPlace({ realm, kind, item, version }: SecretPlace) {
  return ['assay/secret/1', realm, kind, item, version];
}
