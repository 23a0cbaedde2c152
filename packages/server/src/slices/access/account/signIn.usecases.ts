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
  const found = await deps.db.inIdentity(async (tx) => {
    const person = await personByEmail(tx, said.email);
    return { person, password: person && (await passwordOf(tx, person.id)) };
  });
  const same = await isPassword(said.password, found.password?.hash);
  if (!same || !found.person || found.person.disabledAt !== null) {
    const tried = { principal: found.person?.id ?? null, from, at: deps.clock.now() };
    await deps.db.inIdentity((tx) => noteRefused(tx, tried));
    return err(FAILED);
  }
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
  return deps.db.inIdentity(async (tx) => {
    const challenge = await answered(tx, { secret: said.id, kind: 'passkey_sign_in', principal: null, now });
    const passkey = answer && (await findPasskey(tx, answer.id));
    if (challenge === undefined || !answer || !passkey) return err(FAILED);
    const counter = await counterAfter(deps, answer, { challenge, passkey });
    const person = await findPrincipal(tx, passkey.principal);
    if (counter === undefined || !person || person.disabledAt !== null) return err(FAILED);
    await usePasskey(tx, passkey.id, counter, now);
    return ok(await openSession(tx, deps, { principal: person, factors: ['passkey'], from }));
  });
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
