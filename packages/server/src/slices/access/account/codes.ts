// Codes of an authenticator (RFC 6238: SHA-1, six digits, half a minute, as every authenticator makes them) and recovery codes.
import { Secret, TOTP } from 'otpauth';
import { millisOfInstant, type Instant } from '@assay/core';
import type { Secrets } from '../../../platform/sealing/secrets.ts';
import { sha256Hex } from '../../../platform/crypto.ts';
import { IDENTITY_REALM } from '../../../platform/sealing/keyring.ts';
import type { Person } from '../scope.ts';

const SECONDS = 30;
/** Clocks differ: the code before and the one after are taken as well. */
const STEPS_APART = 1;
const RECOVERY_CODES = 10;

/** Where the secret of a person belongs; sealed, it opens for nobody else. */
function placeOf(principal: string) {
  return { realm: IDENTITY_REALM, kind: 'one-time-code', item: principal, version: 1 } as const;
}

/** A new secret of 160 bits (RFC 4226, section 4), sealed to be kept and as its owner's authenticator takes it. */
export function newCodes(secrets: Secrets, person: Person) {
  const secret = new Secret({ size: 20 });
  const uri = new TOTP({ issuer: 'Assay', label: person.email ?? person.name, secret }).toString();
  return {
    sealed: secrets.seal(placeOf(person.id), secret.bytes),
    secret: secret.base32,
    uri,
  };
}

/** The half minute that a code is of, counted from 1970; undefined for a code that is not the secret's now. */
export function stepOfCode(
  secrets: Secrets,
  of: { readonly principal: string; readonly sealed: string; readonly code: string; readonly now: Instant },
): number | undefined {
  const bytes = secrets.open(placeOf(of.principal), of.sealed);
  const timestamp = millisOfInstant(of.now);
  const secret = Secret.fromHex(Buffer.from(bytes).toString('hex'));
  const delta = new TOTP({ secret, period: SECONDS }).validate({
    token: of.code,
    timestamp,
    window: STEPS_APART,
  });
  return delta === null ? undefined : Math.floor(timestamp / (SECONDS * 1000)) + delta;
}

/** The same secret under the present key. */
export function rewrapped(secrets: Secrets, principal: string, sealed: string): string {
  return secrets.rewrap(placeOf(principal), sealed);
}

/** Codes for the day the authenticator is lost: 120 bits each, so that a plain hash keeps them, in groups to copy from paper. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = new Secret({ size: 15 }).base32.toLowerCase();
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** Spaces, dashes and case are the writer's. */
export function recoveryHash(code: string): string {
  return sha256Hex(`recovery:${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`);
}
