// Roles that an organisation makes: a name for permissions that their maker holds.
import {
  CUSTOM_PERMISSIONS,
  customRoleFaults,
  err,
  ok,
  POLICY,
  ROLES,
  type Permission,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { newId } from '../../../platform/crypto.ts';
import { writeAccess } from '../members.usecases.ts';
import { accessOf, type Access } from './access.readmodel.ts';
import { refusalOf } from './members.changes.ts';
import type { Work } from './work.ts';

interface Said {
  readonly title: string;
  readonly about: string;
  readonly permissions: readonly Permission[];
}

export async function makeRole(
  work: Work,
  said: Said,
): Promise<Result<{ readonly access: Access; readonly id: string }, Refusal>> {
  const access = await accessOf(work);
  const refused = refusedRole(work, access, { said, was: [], id: undefined });
  if (refused) return err(refused);
  const id = newId('role', work.now);
  await write(work, id, { ...said, state: 'active' });
  return ok({ access: await accessOf(work), id });
}

export async function changeRole(
  work: Work & { readonly ifMatch: string | undefined },
  id: string,
  said: Said,
): Promise<Result<Access, Refusal>> {
  const access = await accessOf(work);
  const found = access.roles.find((each) => each.id === id && each.is.state === 'active');
  if (!found) return err(noRole());
  if (work.ifMatch !== `"${found.record.revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'The role was changed meanwhile; look at it again.',
      current: { revision: found.record.revision, ...found.is },
    });
  const refused = refusedRole(work, access, { said, was: found.is.permissions, id });
  if (refused) return err(refused);
  await write(work, id, { ...said, state: 'active' });
  return ok(await accessOf(work));
}

export async function endRole(work: Work, id: string): Promise<Result<true, Refusal>> {
  const access = await accessOf(work);
  const found = access.roles.find((each) => each.id === id && each.is.state === 'active');
  if (!found) return err(noRole());
  const [fault] = customRoleFaults(work.scope.held, found.is.permissions, []);
  if (fault) return err(refusalOf(fault));
  const holders =
    holdersOf(access, id) +
    access.invitations.filter(({ is }) => is.state === 'open' && is.grants.some(({ role }) => role === id))
      .length;
  if (holders > 0)
    return err({
      code: 'access.role_held',
      detail: `${found.is.title} is held by, or offered to, ${holders}.`,
    });
  await write(work, id, { ...found.is, state: 'ended' });
  return ok(true);
}

export function holdersOf({ members }: Access, role: string): number {
  return members.filter(({ is }) => is.state === 'active' && is.grants.some((grant) => grant.role === role))
    .length;
}

function refusedRole(
  { scope }: Work,
  access: Access,
  of: { readonly said: Said; readonly was: readonly Permission[]; readonly id: string | undefined },
): Refusal | undefined {
  const { said, was, id } = of;
  const beyond = said.permissions.find((each) => !CUSTOM_PERMISSIONS.includes(each));
  if (beyond !== undefined)
    return {
      code: 'access.cannot_grant',
      detail: `${beyond} is no permission of roles that an organisation makes.`,
    };
  const [fault] = customRoleFaults(scope.held, was, said.permissions);
  if (fault) return refusalOf(fault);
  const same = (title: string): boolean => title.toLowerCase() === said.title.toLowerCase();
  const taken =
    ROLES.some((role) => same(POLICY[role].title)) ||
    access.roles.some((each) => each.id !== id && each.is.state === 'active' && same(each.is.title));
  return taken ? { code: 'access.role_exists', detail: `There is a role ${said.title} already.` } : undefined;
}

function noRole(): Refusal {
  return { code: 'access.role_not_found', detail: 'There is no such role of this organisation.' };
}

function write(work: Work, id: string, document: object): Promise<void> {
  return writeAccess(work.deps, work.scope, { kind: 'role', thing: id, document }, work.now);
}
