// One’s own account. Whatever changes how one signs in asks to be shown anew who one is, and ends every other session.
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import {
  claimEmail,
  dropPasskey,
  endSessions,
  findPasskey,
  keepPasskey,
  keepPassword,
  noteStepUp,
  passkeysOf,
  passwordOf,
  personByEmail,
  renamePerson,
  usePasskey,
} from './account.repository.ts';
import { allMembers, writeMember } from '../members.usecases.ts';
import { ownScope } from '../scope.ts';
import { authenticationIn, registrationIn } from './answers.ts';
import { answered, ask } from './challenges.repository.ts';
import { endOthers, noteOf, proven, type Mine } from './mine.usecases.ts';
import { hashPassword, isPassword, passwordFault } from './password.ts';
import { asksForCode, factorOf } from './codes.usecases.ts';
import { GUESSED, guessedOften } from './guesses.ts';
import { membershipsOf } from '../members.repository.ts';
import { counterAfter, newPasskey, questionFor, questionForNew } from './passkeys.ts';
import { tooOften } from './signIn.usecases.ts';

export async function changeAccount(
  mine: Mine,
  to: { readonly name?: string | undefined; readonly email?: string | undefined },
): Promise<Result<true, Refusal>> {
  const refused = to.email === undefined ? undefined : await proven(mine);
  if (refused) return err(refused);
  const { id, email } = mine.principal;
  if (to.name !== undefined && to.name !== mine.principal.name) await rename(mine, to.name);
  return mine.deps.db.inIdentity(async (tx) => {
    if (to.email === undefined || to.email === email) return ok(true);
    const other = await personByEmail(tx, to.email, 'said');
    if (other && other.id !== id)
      return err({ code: 'access.email_taken', detail: `${to.email} belongs to another account.` });
    await claimEmail(tx, id, to.email);
    return ok(true);
  });
}

/** What an organisation did before keeps the name of then; from now on each calls them by the new one. */
async function rename({ deps, principal, origin, now }: Mine, name: string): Promise<void> {
  const places = await deps.db.inIdentity(async (tx) => {
    await renamePerson(tx, principal.id, name);
    return membershipsOf(tx, principal.id);
  });
  for (const place of places) {
    const scope = ownScope({ principal: { id: principal.id, name }, origin }, place);
    const found = (await allMembers(deps, scope)).get(principal.id);
    if (found?.state !== 'active') continue;
    const { revision: _, ...member } = found;
    await writeMember(deps, scope, { principal: principal.id, member: { ...member, name } }, now);
  }
}

export async function setPassword(mine: Mine, password: string): Promise<Result<true, Refusal>> {
  const refused = await proven(mine);
  if (refused) return err(refused);
  const { principal } = mine;
  const places = await mine.deps.pool.inIdentity((tx) => membershipsOf(tx, principal.id));
  const near = [principal.name, principal.email?.split('@')[0] ?? '', ...places.map(({ slug }) => slug)];
  const fault = passwordFault(password, near);
  if (fault !== undefined)
    return err({
      code: 'access.password_refused',
      detail: fault,
      errors: [{ pointer: '/body/password', message: fault }],
    });
  const hash = await hashPassword(password);
  await mine.deps.db.inIdentity(async (tx) => {
    await keepPassword(tx, principal.id, hash, mine.now);
    await noteOf(tx, mine, { kind: 'password.changed' });
    await endOthers(mine)(tx);
  });
  return ok(true);
}

export async function askNewPasskey(mine: Mine) {
  const refused = await proven(mine);
  if (refused) return err(refused);
  const held = await mine.deps.db.inIdentity((tx) => passkeysOf(tx, mine.principal.id));
  const question = await questionForNew(mine.deps, mine.principal, held);
  const id = await keptQuestion(mine, 'passkey_new', question.challenge);
  return ok({ id, question });
}

export async function addPasskey(
  mine: Mine,
  said: { readonly id: string; readonly name: string; readonly answer: unknown },
): Promise<Result<true, Refusal>> {
  const answer = registrationIn(said.answer);
  const { deps, principal: person, now } = mine;
  const challenge = await once(mine, said.id, 'passkey_new');
  const made =
    challenge === undefined || !answer
      ? undefined
      : await newPasskey(deps, answer, { challenge, person, name: said.name, now });
  if (!made) return err(REFUSED);
  return deps.db.inIdentity(async (tx) => {
    if (!(await keepPasskey(tx, made))) return err(REFUSED);
    await noteOf(tx, mine, { kind: 'factor.changed', detail: { added: 'passkey' } });
    await endOthers(mine)(tx);
    return ok(true);
  });
}

export async function giveUpPasskey(mine: Mine, id: string): Promise<Result<true, Refusal>> {
  const refused = await proven(mine);
  if (refused) return err(refused);
  return mine.deps.db.inIdentity(async (tx) => {
    const held = await passkeysOf(tx, mine.principal.id);
    if (!held.some((each) => each.id === id))
      return err({ code: 'access.passkey_not_found', detail: 'You have no such passkey.' });
    if (held.length === 1 && !(await passwordOf(tx, mine.principal.id)))
      return err({ code: 'access.last_way', detail: 'It is your only way to sign in; add another first.' });
    await dropPasskey(tx, mine.principal.id, id);
    await noteOf(tx, mine, { kind: 'factor.changed', detail: { dropped: 'passkey' } });
    await endOthers(mine)(tx);
    return ok(true);
  });
}

export async function askStepUp(mine: Mine) {
  const held = await mine.deps.db.inIdentity((tx) => passkeysOf(tx, mine.principal.id));
  const question = await questionFor(mine.deps, held);
  return { id: await keptQuestion(mine, 'passkey_step_up', question.challenge), question };
}

export async function stepUp(
  mine: Mine,
  said:
    | { readonly password: string; readonly code?: string | undefined }
    | { readonly id: string; readonly answer: unknown },
): Promise<Result<true, Refusal>> {
  const shown = 'password' in said ? await byPassword(mine, said) : await byPasskey(mine, said);
  if (!shown.ok) return shown;
  const { session } = mine;
  if (session) await mine.deps.db.inIdentity((tx) => noteStepUp(tx, session.id, mine.now));
  return ok(true);
}

export async function endMine(
  mine: Mine,
  which: { readonly only: string } | 'others',
): Promise<Result<true, Refusal>> {
  const ended = await mine.deps.db.inIdentity(async (tx) => {
    const gone = await (which === 'others' ? endOthers(mine)(tx) : endSessions(tx, mine.principal.id, which));
    if (gone > 0) await noteOf(tx, mine, { kind: 'session.revoked', detail: { sessions: gone } });
    return gone;
  });
  return which !== 'others' && ended === 0
    ? err({ code: 'access.session_not_found', detail: 'You have no such session.' })
    : ok(true);
}

const REFUSED: Refusal = {
  code: 'access.passkey_refused',
  detail: 'The passkey’s answer does not belong to what was asked here.',
};

/** A password alone shows nothing where codes are asked for. */
async function byPassword(
  mine: Mine,
  { password, code }: { readonly password: string; readonly code?: string | undefined },
): Promise<Result<true, Refusal>> {
  const tries = tooOften(mine.deps, mine.principal.email ?? mine.principal.id);
  if (tries) return err(tries);
  const { deps, principal, now } = mine;
  const stored = await deps.pool.inIdentity((tx) => passwordOf(tx, principal.id));
  const same = await isPassword(password, stored?.hash);
  const asks = same && (await asksForCode(deps, principal.id));
  if (same && !asks) return ok(true);
  if (asks && (await guessedOften(deps, principal.id))) return err(GUESSED);
  if (asks && code !== undefined && (await factorOf(deps, principal, { code, now }))) return ok(true);
  const by = asks ? 'code' : 'password';
  await deps.pool.inIdentity((tx) =>
    noteOf(tx, mine, { kind: 'sign_in.refused', detail: { step_up: true, by } }),
  );
  return err({ code: 'access.sign_in', detail: `That is not your ${by}.` });
}

async function byPasskey(
  mine: Mine,
  said: { readonly id: string; readonly answer: unknown },
): Promise<Result<true, Refusal>> {
  const { deps, principal, now } = mine;
  const answer = authenticationIn(said.answer);
  const challenge = await once(mine, said.id, 'passkey_step_up');
  const passkey = answer && (await deps.pool.inIdentity((tx) => findPasskey(tx, answer.id)));
  if (challenge === undefined || !answer || passkey?.principal !== principal.id) return err(REFUSED);
  const counter = await counterAfter(deps, answer, { challenge, passkey });
  if (counter === undefined) return err(REFUSED);
  await deps.db.inIdentity((tx) => usePasskey(tx, passkey.id, counter, now));
  return ok(true);
}

/** Spends a question outside the call’s transaction: one that was answered wrongly cannot be answered again. */
function once(
  { deps, principal, now }: Mine,
  secret: string,
  kind: 'passkey_new' | 'passkey_step_up',
): Promise<string | undefined> {
  return deps.pool.inIdentity((tx) => answered(tx, { secret, kind, principal: principal.id, now }));
}

function keptQuestion(
  mine: Mine,
  kind: 'passkey_new' | 'passkey_step_up',
  challenge: string,
): Promise<string> {
  return mine.deps.db.inIdentity((tx) =>
    ask(tx, { kind, principal: mine.principal.id, challenge, now: mine.now }),
  );
}
