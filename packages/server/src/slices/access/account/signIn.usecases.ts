// Signing in. What fails is answered alike, and as slowly, whether the address is unknown or the secret is wrong.
import { err, millisOfInstant, ok, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { noteRefused, openSession, type NewSession } from '../sessions.usecases.ts';
import { findPrincipal, type Device } from '../sessions.repository.ts';
import type { Person } from '../scope.ts';
import { findPasskey, passwordOf, personByEmail, usePasskey } from './account.repository.ts';
import { authenticationIn } from './answers.ts';
import { answered, ask, waiting } from './challenges.repository.ts';
import { factorOf } from './codes.usecases.ts';
import { enter, enterBy, type Entered } from './entering.ts';
import { GUESSED, guessedOften } from './guesses.ts';
import { signInLetter } from './letters.ts';
import { newMailed, spendMailed } from './mailed.repository.ts';
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
): Promise<Result<Entered, Refusal>> {
  const tries = tooOften(deps, said.email);
  if (tries) return err(tries);
  // Outside the transaction of the call: it would wait while the password is hashed, and take the refusal's note back.
  const found = await deps.pool.inIdentity(async (tx) => {
    const person = await personByEmail(tx, said.email, 'said');
    return { person, password: person && (await passwordOf(tx, person.id)) };
  });
  const same = await isPassword(said.password, found.password?.hash);
  if (!same || !found.person || found.person.disabledAt !== null)
    return refused(deps, found.person, { from });
  return enter(deps, found.person, { factor: 'password', from, now: deps.clock.now() });
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
    return refused(deps, person, { from });
  const counter = await counterAfter(deps, answer, { challenge, passkey });
  if (counter === undefined) return refused(deps, person, { from });
  return deps.db.inIdentity(async (tx) => {
    await usePasskey(tx, passkey.id, counter, now);
    return ok(await openSession(tx, deps, { principal: person, factors: ['passkey'], from, shown: true }));
  });
}

/** The second factor, after what was shown first. A wrong code may be corrected while the question waits. */
export async function signInByCode(
  deps: Deps,
  said: { readonly id: string; readonly code: string },
  from: Device,
): Promise<Result<NewSession, Refusal>> {
  const now = deps.clock.now();
  const question = { secret: said.id, kind: 'second_factor', now } as const;
  const held = await deps.pool.inIdentity((tx) => waiting(tx, question));
  const person = held && (await deps.pool.inIdentity((tx) => findPrincipal(tx, held.principal)));
  if (!held || !person || person.disabledAt !== null) return refused(deps, person, { from });
  const tries = tooOften(deps, person.id);
  if (tries) return err(tries);
  if (await guessedOften(deps, person.id)) return err(GUESSED);
  const factor = await factorOf(deps, person, { code: said.code, now });
  if (!factor) return refused(deps, person, { from, by: 'code' });
  const first = await deps.pool.inIdentity((tx) => answered(tx, { ...question, principal: person.id }));
  if (first === undefined) return refused(deps, person, { from });
  return ok(await enterBy(deps, person, { factors: [first, factor], from }));
}

/** Mails a link to whoever has shown that the address is theirs; nobody learns whether somebody has. */
export async function mailLink(deps: Deps, email: string): Promise<void> {
  const now = deps.clock.now();
  const secret = await deps.pool.inIdentity(async (tx) => {
    const person = await personByEmail(tx, email, 'verified');
    if (!person || person.disabledAt !== null) return undefined;
    return newMailed(tx, { purpose: 'mail', principal: person.id, email, now });
  });
  if (secret === undefined) return;
  // Not waited for: how long a mail server takes would tell that there is somebody.
  void deps.mail.send(signInLetter({ to: email, secret, origin: deps.mail.origin })).catch(() => undefined);
}

export async function signInByMail(
  deps: Deps,
  secret: string,
  from: Device,
): Promise<Result<Entered, Refusal>> {
  const now = deps.clock.now();
  const spent = await deps.pool.inIdentity((tx) => spendMailed(tx, { purpose: 'mail', secret, now }));
  const person = spent && (await deps.pool.inIdentity((tx) => findPrincipal(tx, spent.principal)));
  const still = person?.email?.toLowerCase() === spent?.email.toLowerCase();
  if (!person || !still || person.disabledAt !== null) return refused(deps, person, { from });
  return enter(deps, person, { factor: 'mail', from, now });
}

/** Noted by itself: what the call wrote is taken back. */
async function refused(
  deps: Deps,
  person: Person | undefined,
  { from, by }: { readonly from: Device; readonly by?: 'code' },
): Promise<Result<never, Refusal>> {
  const tried = { principal: person?.id ?? null, from, at: deps.clock.now(), by };
  await deps.pool.inIdentity((tx) => noteRefused(tx, tried));
  return err(by === 'code' ? WRONG_CODE : FAILED);
}

const WRONG_CODE: Refusal = {
  code: 'access.code',
  detail: 'That is not the code of this half minute, or it was used already.',
};

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
