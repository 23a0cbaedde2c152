// A second factor that needs no hardware: codes of an authenticator. They are asked for once a first one was shown.
import { err, ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { IDENTITY_REALM } from '../../../platform/sealing/keyring.ts';
import type { Person } from '../scope.ts';
import { endOthers, noteOf, proven, type Mine } from './mine.usecases.ts';
import { newCodes, newRecoveryCodes, recoveryHash, rewrapped, stepOfCode } from './codes.ts';
import {
  codesOf,
  confirmCodes,
  dropCodes,
  keepCodes,
  keepRecovery,
  rewrapCodes,
  spendRecovery,
  spendStep,
} from './codes.repository.ts';

const WRONG: Refusal = {
  code: 'access.code',
  detail: 'That is not the code of this half minute, or it was used already.',
};
const KEPT: Refusal = {
  code: 'access.codes_kept',
  detail: 'An authenticator is set up already; give it up before you set up another.',
};
const NONE: Refusal = { code: 'access.codes_none', detail: 'No authenticator is set up for this account.' };

/** A secret for an authenticator; it asks for nothing before its first code was shown. */
export async function beginCodes(
  mine: Mine,
): Promise<Result<{ readonly secret: string; readonly uri: string }, Refusal>> {
  const refused = await proven(mine);
  if (refused) return err(refused);
  const { deps, principal } = mine;
  const { sealed, secret, uri } = newCodes(deps.secrets, principal);
  const kept = await deps.db.inIdentity((tx) => keepCodes(tx, principal.id, sealed));
  return kept ? ok({ secret, uri }) : err(KEPT);
}

/** The first code: from now on a password alone signs in no more. Answers the recovery codes, which are not shown again. */
export async function confirmFirst(mine: Mine, code: string): Promise<Result<readonly string[], Refusal>> {
  const { deps, principal, now } = mine;
  const held = await deps.pool.inIdentity((tx) => codesOf(tx, principal.id));
  if (!held || held.confirmedAt !== null) return err(held ? KEPT : NONE);
  const step = stepOfCode(deps.secrets, { principal: principal.id, sealed: held.sealed, code, now });
  if (step === undefined) return err(WRONG);
  return deps.db.inIdentity(async (tx) => {
    await confirmCodes(tx, principal.id, now);
    await spendStep(tx, principal.id, step);
    await noteOf(tx, mine, { kind: 'factor.changed', detail: { added: 'totp' } });
    await endOthers(mine)(tx);
    return ok(await freshRecovery(tx, principal.id));
  });
}

export async function renewRecovery(mine: Mine): Promise<Result<readonly string[], Refusal>> {
  const refused = await proven(mine);
  if (refused) return err(refused);
  return mine.deps.db.inIdentity(async (tx) => {
    const held = await codesOf(tx, mine.principal.id);
    if (!held || held.confirmedAt === null) return err(NONE);
    await noteOf(tx, mine, { kind: 'factor.changed', detail: { renewed: 'recovery' } });
    return ok(await freshRecovery(tx, mine.principal.id));
  });
}

export async function giveUpCodes(mine: Mine): Promise<Result<true, Refusal>> {
  const refused = await proven(mine);
  if (refused) return err(refused);
  return mine.deps.db.inIdentity(async (tx) => {
    if (!(await dropCodes(tx, mine.principal.id))) return err(NONE);
    await noteOf(tx, mine, { kind: 'factor.changed', detail: { dropped: 'totp' } });
    await endOthers(mine)(tx);
    return ok(true);
  });
}

/** Whether an account asks for a code beside what was shown. */
export async function asksForCode(deps: Pick<Deps, 'pool'>, principal: string): Promise<boolean> {
  const held = await deps.pool.inIdentity((tx) => codesOf(tx, principal));
  return held !== undefined && held.confirmedAt !== null;
}

/**
 * The factor that a code shows: `totp`, or `recovery` for one from paper. Undefined for a wrong one. Spent outside the
 * call's transaction, so that no code is taken twice whatever comes of the call.
 */
export async function factorOf(
  deps: Pick<Deps, 'pool' | 'secrets'>,
  person: Pick<Person, 'id'>,
  { code, now }: { readonly code: string; readonly now: Instant },
): Promise<'totp' | 'recovery' | undefined> {
  return deps.pool.inIdentity(async (tx) => {
    const held = await codesOf(tx, person.id);
    if (!held || held.confirmedAt === null) return undefined;
    const plain = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(plain))
      return (await spendRecovery(tx, person.id, recoveryHash(code), now)) ? 'recovery' : undefined;
    const asked = { principal: person.id, sealed: held.sealed, code: plain, now };
    const step = stepOfCode(deps.secrets, asked);
    return step !== undefined && (await spendStep(tx, person.id, step)) ? 'totp' : undefined;
  });
}

async function freshRecovery(
  tx: Parameters<typeof keepRecovery>[0],
  principal: string,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await keepRecovery(tx, principal, codes.map(recoveryHash));
  return codes;
}

/** Wraps all secrets of authenticators by the present key; they belong to people and to no organisation. */
export async function rewrapAllCodes(
  { pool, secrets }: Pick<Deps, 'pool' | 'secrets'>,
  realm: string,
): Promise<void> {
  if (realm !== IDENTITY_REALM) return;
  await pool.inIdentity((tx) =>
    rewrapCodes(tx, (principal, sealed) => rewrapped(secrets, principal, sealed)),
  );
}
