// Accepting an invitation: the link is proof of the address, so a new account is verified from the start.
import { err, ok, resolve, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, sha256Hex } from '../../../platform/crypto.ts';
import { accessOf } from '../people/access.readmodel.ts';
import { writeAccess, writeMember } from '../members.usecases.ts';
import { openSession, type NewSession } from '../sessions.usecases.ts';
import {
  findInvitationLink,
  insertPerson,
  spendInvitationLink,
  type Device,
  type InvitationLink,
} from '../sessions.repository.ts';
import { invitedScope, type OrgScope, type Person } from '../scope.ts';
import type { Origin } from '../origin.ts';
import { keepPassword, personByEmail } from './account.repository.ts';
import { hashPassword, passwordFault } from './password.ts';

const GONE: Refusal = {
  code: 'access.invitation_not_found',
  detail: 'This invitation was accepted, withdrawn or has expired.',
};

/** What an invitation offers to whoever has its link. */
export async function lookAt(deps: Deps, secret: string, origin: Origin) {
  const found = await offered(deps, secret, origin);
  if (!found.ok) return found;
  const { invitation, access, link, person } = found.value;
  return ok({
    organisation: link.slug,
    email: invitation.email,
    invited_by: invitation.invited_by,
    held: resolve(invitation.grants, access.custom),
    expires_at: invitation.expires_at,
    known: person !== undefined,
  });
}

export type Joined =
  | { readonly state: 'signed_in'; readonly session: NewSession; readonly slug: string }
  | { readonly state: 'sign_in_first'; readonly slug: string };

/** Makes whoever has the link a member. Somebody with an account joins with it, and signs in as always. */
export async function join(
  deps: Deps,
  said: {
    readonly secret: string;
    readonly name?: string | undefined;
    readonly password?: string | undefined;
  },
  of: { readonly origin: Origin; readonly from: Device },
): Promise<Result<Joined, Refusal>> {
  const now = deps.clock.now();
  const found = await offered(deps, said.secret, of.origin);
  if (!found.ok) return found;
  const { invitation, link, scope, id, person } = found.value;
  const name = said.name ?? person?.name ?? invitation.email.split('@')[0] ?? invitation.email;
  if (!person && said.password !== undefined) {
    const fault = passwordFault(said.password, [name, invitation.email.split('@')[0] ?? '']);
    if (fault !== undefined)
      return err({
        code: 'access.password_refused',
        detail: fault,
        errors: [{ pointer: '/body/password', message: fault }],
      });
  }
  const taken = await deps.db.inIdentity((tx) => spendInvitationLink(tx, sha256Hex(said.secret), now));
  if (!taken) return err(GONE);
  const joining =
    person ?? (await newPerson(deps, { name, email: invitation.email, password: said.password }));
  await writeAccess(
    deps,
    scope,
    { kind: 'invitation', thing: id, document: { ...invitation, state: 'accepted' } },
    now,
  );
  await writeMember(
    deps,
    scope,
    {
      principal: joining.id,
      member: { name: joining.name, email: invitation.email, state: 'active', grants: invitation.grants },
    },
    now,
  );
  if (person) return ok({ state: 'sign_in_first', slug: link.slug });
  const session = await deps.db.inIdentity((tx) =>
    openSession(tx, deps, { principal: joining, factors: ['invitation'], from: of.from }),
  );
  return ok({ state: 'signed_in', session, slug: link.slug });
}

async function newPerson(
  deps: Deps,
  of: { readonly name: string; readonly email: string; readonly password: string | undefined },
): Promise<Person> {
  const now = deps.clock.now();
  const id = newId('principal', now);
  const hash = of.password === undefined ? undefined : await hashPassword(of.password);
  await deps.db.inIdentity(async (tx) => {
    await insertPerson(tx, { id, name: of.name, email: of.email, now });
    if (hash !== undefined) await keepPassword(tx, id, hash, now);
  });
  return { id, name: of.name, email: of.email, disabledAt: null };
}

async function offered(deps: Deps, secret: string, origin: Origin) {
  const now = deps.clock.now();
  const link: InvitationLink | undefined = await deps.db.inIdentity((tx) =>
    findInvitationLink(tx, sha256Hex(secret), now),
  );
  if (!link) return err(GONE);
  const scope: OrgScope = invitedScope(link, origin);
  const access = await accessOf({ deps, scope });
  const found = access.invitations.find(({ id, is }) => id === link.invitation && is.state === 'open');
  if (!found || found.is.expires_at <= now) return err(GONE);
  const person = await deps.db.inIdentity((tx) => personByEmail(tx, found.is.email));
  if (person && person.disabledAt !== null) return err(GONE);
  return ok({ link, scope, access, invitation: found.is, id: found.id, person });
}
