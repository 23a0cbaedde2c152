// Passkeys (Web Authentication): what is asked, and whether an answer belongs to it. The library checks signatures,
// origin and relying party; the algorithms and the verification of the user are ours to ask for.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Instant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Person } from '../scope.ts';
import type { PasskeyRow } from './account.repository.ts';

/** EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

type At = Pick<Deps, 'origin'>;

export function questionForNew(at: At, person: Person, held: readonly PasskeyRow[]) {
  return generateRegistrationOptions({
    rpName: 'Assay',
    rpID: hostOf(at),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: held.map(({ id }) => ({ id })),
  });
}

/** Of one’s own passkeys, or of any that the browser has for this server. */
export function questionFor(at: At, held: readonly PasskeyRow[] = []) {
  return generateAuthenticationOptions({
    rpID: hostOf(at),
    userVerification: 'required',
    allowCredentials: held.map(({ id }) => ({ id })),
  });
}

/** The passkey that was made; undefined for whatever does not belong to the question. */
export async function newPasskey(
  at: At,
  answer: RegistrationResponseJSON,
  of: { readonly challenge: string; readonly person: Person; readonly name: string; readonly now: Instant },
): Promise<PasskeyRow | undefined> {
  const checked = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: of.challenge,
    expectedOrigin: at.origin,
    expectedRPID: hostOf(at),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!checked?.verified) return undefined;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    id: credential.id,
    principal: of.person.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    name: of.name,
    createdAt: of.now,
    usedAt: null,
  };
}

/** The passkey’s next counter when the answer is its own; a counter that went back is a copy and is refused. */
export async function counterAfter(
  at: At,
  answer: AuthenticationResponseJSON,
  of: { readonly challenge: string; readonly passkey: PasskeyRow },
): Promise<number | undefined> {
  const { passkey } = of;
  const checked = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: of.challenge,
    expectedOrigin: at.origin,
    expectedRPID: hostOf(at),
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}

function hostOf({ origin }: At): string {
  return new URL(origin).hostname;
}
