// Accepting an invitation. A mailed link proves its address, so it makes an account that is verified from the start or
// finds the one that is; a link that was handed over makes a member too, and proves nothing of the address.
import { err, ok, resolve, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, sha256Hex } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { accessOf } from '../people/access.readmodel.ts';
import { writeAccess, writeMember } from '../members.usecases.ts';
import { openSession, type NewSession } from '../sessions.usecases.ts';
import {
  endLinksOf,
  findInvitationLink,
  insertPerson,
  spendInvitationLink,
  type Device,
  type InvitationLink,
} from '../sessions.repository.ts';
import { invitedScope, type Person } from '../scope.ts';
import type { Origin } from '../origin.ts';
import { dropClaims, keepPassword, personByEmail, verifyEmail } from './account.repository.ts';
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

interface Newcomer extends Person {
  readonly email: string;
  readonly hash: string | undefined;
}

interface Said {
  readonly secret: string;
  readonly name?: string | undefined;
  readonly password?: string | undefined;
}

/** Makes whoever has the link a member. Somebody with an account joins with it, and signs in as always. */
export async function join(
  deps: Deps,
  said: Said,
  of: { readonly origin: Origin; readonly from: Device },
): Promise<Result<Joined, Refusal>> {
  const found = await offered(deps, said.secret, of.origin);
  if (!found.ok) return found;
  const offer = found.value;
  const joining = { secret: said.secret, offer, origin: of.origin };
  return offer.person
    ? joinKnown(deps, joining, offer.person)
    : joinNew(deps, joining, { said, from: of.from });
}

interface Joining {
  readonly secret: string;
  readonly offer: Offer;
  readonly origin: Origin;
}

/** Whose the address is signs in as always: a link opens nobody's account. */
async function joinKnown(
  deps: Deps,
  { secret, offer, origin }: Joining,
  person: Person,
): Promise<Result<Joined, Refusal>> {
  if (!(await spend(deps, secret, offer))) return err(GONE);
  await enrol(deps, offer, { person, origin });
  return ok({ state: 'sign_in_first', slug: offer.link.slug });
}

async function joinNew(
  deps: Deps,
  { secret, offer, origin }: Joining,
  { said, from }: { readonly said: Said; readonly from: Device },
): Promise<Result<Joined, Refusal>> {
  const fresh = await newcomer(deps, said, offer);
  // Of many who try at once the later ones find the address taken, by this very link.
  if (!fresh.ok) return (await offered(deps, secret, origin)).ok ? fresh : err(GONE);
  if (!(await spend(deps, secret, offer))) return err(GONE);
  const { value: person } = fresh;
  const { link } = offer;
  const arrived = await deps.db.inIdentity((tx) => arrive(tx, person, { link, now: deps.clock.now() }));
  if (!arrived) return err(taken(person.email));
  await enrol(deps, offer, { person, origin });
  const shown = said.password !== undefined;
  const session = await deps.db.inIdentity((tx) =>
    openSession(tx, deps, { principal: person, factors: ['invitation'], from, shown }),
  );
  return ok({ state: 'signed_in', session, slug: link.slug });
}

/** Joins with the account that is signed in. */
export async function joinAs(
  deps: Deps,
  secret: string,
  of: { readonly origin: Origin; readonly principal: Person },
): Promise<Result<{ readonly slug: string }, Refusal>> {
  const { principal, origin } = of;
  const found = await offered(deps, secret, origin);
  if (!found.ok) return found;
  const { invitation, access, link, person } = found.value;
  if (person && person.id !== principal.id)
    return err({
      code: 'access.email_taken',
      detail: `${invitation.email} belongs to another account; sign in with that one.`,
    });
  if (access.members.some(({ id, is }) => id === principal.id && is.state === 'active'))
    return err({ code: 'access.already_member', detail: 'You belong to this organisation already.' });
  if (!(await spend(deps, secret, found.value))) return err(GONE);
  await enrol(deps, found.value, { person: principal, origin });
  const own = principal.email === null || principal.email.toLowerCase() === invitation.email.toLowerCase();
  if (link.by === 'mail' && own)
    await deps.db.inIdentity((tx) => verifyEmail(tx, principal.id, invitation.email, deps.clock.now()));
  return ok({ slug: link.slug });
}

/** Somebody new, before anything is written: a password is hashed while no transaction waits for it. */
async function newcomer(
  deps: Deps,
  { name: given, password }: Said,
  { link, invitation }: Offer,
): Promise<Result<Newcomer, Refusal>> {
  const { email } = invitation;
  const said = await deps.pool.inIdentity((tx) => personByEmail(tx, email, 'said'));
  if (said && link.by === 'hand') return err(taken(email));
  const local = email.split('@')[0] ?? '';
  const name = given ?? (local || email);
  const fault = password === undefined ? undefined : passwordFault(password, [name, local, link.slug]);
  if (fault !== undefined)
    return err({
      code: 'access.password_refused',
      detail: fault,
      errors: [{ pointer: '/body/password', message: fault }],
    });
  const hash = password === undefined ? undefined : await hashPassword(password);
  return ok({ id: newId('principal', deps.clock.now()), name, email, disabledAt: null, hash });
}

/** Makes the account; a mailed link takes the address from whoever only says that it is theirs. */
async function arrive(
  tx: Tx,
  { hash, ...person }: Newcomer,
  { link, now }: { readonly link: InvitationLink; readonly now: Instant },
): Promise<boolean> {
  if (link.by === 'mail') await dropClaims(tx, person.email);
  const arrived = await insertPerson(tx, { ...person, verified: link.by === 'mail', now });
  if (arrived && hash !== undefined) await keepPassword(tx, person.id, hash, now);
  return arrived;
}

function taken(email: string): Refusal {
  return {
    code: 'access.email_taken',
    detail: `An account here says that it has ${email}. Sign in with it, then open the link again.`,
  };
}

/** Spends an invitation with its links: of many who try at once exactly one goes on. */
async function spend(deps: Deps, secret: string, { id }: Offer): Promise<boolean> {
  const now = deps.clock.now();
  return deps.db.inIdentity(async (tx) => {
    const spent = await spendInvitationLink(tx, sha256Hex(secret), now);
    if (spent) await endLinksOf(tx, { invitation: id }, now);
    return spent;
  });
}

/** Writes what was accepted, by whoever joins. */
async function enrol(
  deps: Deps,
  { link, invitation, id }: Offer,
  { person, origin }: { readonly person: Person; readonly origin: Origin },
): Promise<void> {
  const now = deps.clock.now();
  const scope = invitedScope(link, { principal: person, origin });
  const accepted = { ...invitation, state: 'accepted' as const };
  await writeAccess(deps, scope, { kind: 'invitation', thing: id, document: accepted }, now);
  const { name } = person;
  const member = {
    name,
    // The one that was invited: what somebody says of themselves is not what the organisation knows them by.
    email: invitation.email,
    state: 'active' as const,
    grants: invitation.grants,
  };
  await writeMember(deps, scope, { principal: person.id, member }, now);
}

type Offer = Extract<Awaited<ReturnType<typeof offered>>, { readonly ok: true }>['value'];

/** Read outside the transaction that accepts: the link is spent there, once, and ends with a withdrawn invitation. */
async function offered(deps: Deps, secret: string, origin: Origin) {
  const now = deps.clock.now();
  const link = await deps.pool.inIdentity((tx) => findInvitationLink(tx, sha256Hex(secret), now));
  if (!link) return err(GONE);
  const access = await accessOf({ deps: { ...deps, db: deps.pool }, scope: invitedScope(link, { origin }) });
  const found = access.invitations.find(({ id, is }) => id === link.invitation && is.state === 'open');
  if (!found || found.is.expires_at <= now) return err(GONE);
  const person = await deps.pool.inIdentity((tx) => personByEmail(tx, found.is.email, 'verified'));
  if (person && person.disabledAt !== null) return err(GONE);
  return ok({ link, access, invitation: found.is, id: found.id, person });
}
