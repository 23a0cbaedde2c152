// Signing in. What fails is answered alike, and as slowly, whether the address is unknown or the secret is wrong.
import { err, millisOfInstant, ok, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { noteRefused, openSession, type NewSession } from '../sessions.usecases.ts';
import { findPrincipal, type Device } from '../sessions.repository.ts';
import type { Person } from '../scope.ts';
import { findPasskey, passwordOf, personByEmail, usePasskey } from './account.repository.ts';
import { authenticationIn } from './answers.ts';
import { answered, ask } from './challenges.repository.ts';
import { isPassword } from './password.ts';
import { counterAfter, questionFor } from './passkeys.ts';

const FAILED: Refusal = {
  code: 'access.sign_in',
  detail: 'That did not sign you in. Check the address and the password, or use another way.',
};

export async function signInByPassword(
  deps: Deps,
  said: { readonly email: string; readonly password: string },
  from: Device,
): Promise<Result<NewSession, Refusal>> {
  const tries = tooOften(deps, said.email);
  if (tries) return err(tries);
  // Outside the transaction of the call: it would wait while the password is hashed, and take the refusal's note back.
  const found = await deps.pool.inIdentity(async (tx) => {
    const person = await personByEmail(tx, said.email, 'said');
    return { person, password: person && (await passwordOf(tx, person.id)) };
  });
  const same = await isPassword(said.password, found.password?.hash);
  if (!same || !found.person || found.person.disabledAt !== null) return refused(deps, found.person, from);
  return ok(await opened(deps, found.person, { factors: ['password'], from }));
}

/** A question for whichever passkey the browser has. */
export async function askForPasskey(deps: Deps) {
  const question = await questionFor(deps);
  const id = await deps.db.inIdentity((tx) =>
    ask(tx, {
      kind: 'passkey_sign_in',
      principal: null,
      challenge: question.challenge,
      now: deps.clock.now(),
    }),
  );
  return { id, question };
}

export async function signInByPasskey(
  deps: Deps,
  said: { readonly id: string; readonly answer: unknown },
  from: Device,
): Promise<Result<NewSession, Refusal>> {
  const now = deps.clock.now();
  const answer = authenticationIn(said.answer);
  // Spent whatever comes of it: a question is answered once.
  const { challenge, passkey, person } = await deps.pool.inIdentity(async (tx) => {
    const spent = await answered(tx, { secret: said.id, kind: 'passkey_sign_in', principal: null, now });
    const key = answer && (await findPasskey(tx, answer.id));
    return { challenge: spent, passkey: key, person: key && (await findPrincipal(tx, key.principal)) };
  });
  if (challenge === undefined || !answer || !passkey || !person || person.disabledAt !== null)
    return refused(deps, person, from);
  const counter = await counterAfter(deps, answer, { challenge, passkey });
  if (counter === undefined) return refused(deps, person, from);
  return deps.db.inIdentity(async (tx) => {
    await usePasskey(tx, passkey.id, counter, now);
    return ok(await openSession(tx, deps, { principal: person, factors: ['passkey'], from }));
  });
}

/** Noted by itself: what the call wrote is taken back. */
async function refused(
  deps: Deps,
  person: Person | undefined,
  from: Device,
): Promise<Result<never, Refusal>> {
  const tried = { principal: person?.id ?? null, from, at: deps.clock.now() };
  await deps.pool.inIdentity((tx) => noteRefused(tx, tried));
  return err(FAILED);
}

/** Ten tries in a minute for one account, from wherever they come. */
export function tooOften(deps: Deps, account: string): Refusal | undefined {
  const taken = deps.tries.take(account, millisOfInstant(deps.clock.now()));
  return taken.allowed
    ? undefined
    : {
        code: 'access.too_many_tries',
        detail: 'This account was tried too often in this minute; wait until it is over.',
      };
}

function opened(
  deps: Deps,
  principal: Person,
  with_: { readonly factors: readonly string[]; readonly from: Device },
): Promise<NewSession> {
  return deps.db.inIdentity((tx) => openSession(tx, deps, { principal, ...with_ }));
}
