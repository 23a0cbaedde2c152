// Ownership passes by two persons. There is one proposal at a time, kept version by version with its ledger entries.
import {
  acceptFault,
  err,
  givingFaults,
  instantOfMillis,
  millisOfInstant,
  ok,
  proposeFault,
  TRANSFER_DAYS,
  type HeldRole,
  type Instant,
  type Result,
  type TransferFault,
} from '@assay/core';
import { z } from 'zod';
import type { Refusal } from '../../../app/refusal.ts';
import { passkeysOf, passwordOf } from '../account/account.repository.ts';
import { wholly } from '../held.ts';
import { idOf } from '../identified.ts';
import { listAccess } from '../members.repository.ts';
import { writeAccess, writeMember } from '../members.usecases.ts';
import { accessOf, heldBy, judged, type Access } from '../people/access.readmodel.ts';
import { given } from '../people/given.ts';
import { refusalOf, rolesOf } from '../people/members.changes.ts';
import type { Work } from '../people/work.ts';
import { storedInstant } from '../storedInstant.ts';

const THING = 'ownership';

const person = z.object({ id: z.string(), name: z.string() });
const transferDocument = z.object({
  state: z.enum(['proposed', 'accepted', 'taken_back', 'declined']),
  from: person,
  to: person,
  afterwards: z.string().nullable(),
  proposed_at: storedInstant,
  expires_at: storedInstant,
});
type TransferDocument = z.infer<typeof transferDocument>;

/** The proposal that is open, also when its days are over: whoever comes too late is told so. */
export async function proposalOf({
  deps,
  scope,
}: Pick<Work, 'deps' | 'scope'>): Promise<TransferDocument | undefined> {
  const all = await deps.db.inOrganisation(scope.org, (tx) => listAccess(tx, scope));
  const found = all.find(({ kind }) => kind === 'transfer');
  const transfer = found && transferDocument.parse(found.document);
  return transfer?.state === 'proposed' ? transfer : undefined;
}

export async function propose(
  work: Work,
  asked: { readonly to: string; readonly afterwards?: string | undefined },
): Promise<Result<true, Refusal>> {
  const { scope, now } = work;
  const open = await proposalOf(work);
  if (open && open.expires_at > now)
    return err({
      code: 'access.transfer_open',
      detail: `${open.to.name} is proposed until ${open.expires_at.slice(0, 10)}; take that back first.`,
    });
  const access = await accessOf(work);
  const to = access.members.find(({ id, is }) => id === asked.to && is.state === 'active');
  if (!to) return err({ code: 'access.member_not_found', detail: 'There is no such member.' });
  const [by, other] = [scope.principal.id, { id: to.id, held: heldBy(access, to.is) }];
  const fault = proposeFault({ id: by, held: scope.held }, other, await hasWayIn(work, to.id));
  if (fault) return err(refused(fault));
  const role = stepsBackTo(access, scope.held, asked.afterwards);
  if (!role.ok) return role;
  const document: TransferDocument = {
    state: 'proposed',
    from: { id: by, name: scope.principal.name },
    to: { id: to.id, name: to.is.name },
    afterwards: role.value,
    proposed_at: now,
    expires_at: later(now),
  };
  await write(work, document);
  return ok(true);
}

/** Makes the other one an owner, and the proposer what was named: both, or none. */
export async function accept(work: Work): Promise<Result<true, Refusal>> {
  const { deps, scope, now } = work;
  const open = await proposalOf(work);
  if (!open) return nothingOpen();
  const access = await accessOf(work);
  const fault = acceptFault(
    { by: open.from.id, to: open.to.id, expiresAt: open.expires_at },
    { accepter: scope.principal.id, members: judged(access), now },
  );
  if (fault) return err(refused(fault));
  const find = (id: string) => access.members.find((each) => each.id === id && each.is.state === 'active');
  const [from, to] = [find(open.from.id), find(open.to.id)];
  if (!from || !to) return err(refused('access.transfer_void'));
  await write(work, { ...open, state: 'accepted' });
  await writeMember(deps, scope, { principal: to.id, member: { ...to.is, grants: [wholly('owner')] } }, now);
  if (open.afterwards !== null)
    await writeMember(
      deps,
      scope,
      { principal: from.id, member: { ...from.is, grants: [wholly(open.afterwards)] } },
      now,
    );
  return ok(true);
}

/** Any owner takes it back; whoever was proposed declines; to everybody else it is not there. */
export async function takeBack(work: Work): Promise<Result<true, Refusal>> {
  const { scope } = work;
  const open = await proposalOf(work);
  const theirs = open?.to.id === scope.principal.id;
  if (!open || !(theirs || scope.may('owners.grant'))) return nothingOpen();
  await write(work, { ...open, state: theirs ? 'declined' : 'taken_back' });
  return ok(true);
}

function write({ deps, scope, now }: Work, document: TransferDocument): Promise<void> {
  return writeAccess(deps, scope, { kind: 'transfer', thing: THING, document }, now);
}

/** Somebody who could come in only by a link that others hand out would not be a second person. */
function hasWayIn({ deps }: Work, member: string): Promise<boolean> {
  const id = idOf('principal', member);
  return deps.db.inIdentity(
    async (tx) => (await passwordOf(tx, id)) !== undefined || (await passkeysOf(tx, id)).length > 0,
  );
}

function stepsBackTo(
  access: Access,
  held: readonly HeldRole[],
  role: string | undefined,
): Result<string | null, Refusal> {
  if (role === undefined) return ok(null);
  const asked = given([{ role, within: { kind: 'organisation' } }], rolesOf(access));
  if (!asked.ok) return asked;
  const [fault] = givingFaults(held, asked.value.held);
  return fault ? err(refusalOf(fault)) : ok(role);
}

function later(now: Instant): Instant {
  return instantOfMillis(millisOfInstant(now) + TRANSFER_DAYS * 86_400_000);
}

function nothingOpen(): Result<never, Refusal> {
  return err({ code: 'access.transfer_none', detail: 'Nobody is proposed as owner.' });
}

const SAID: Readonly<Record<TransferFault, string>> = {
  'access.transfer_self':
    'Ownership passes by two persons: one proposes, and the one who was proposed accepts.',
  'access.already_owner': 'They own the organisation already.',
  'access.no_way_in':
    'They have neither a password nor a passkey yet; ask them to set one in their account first.',
  'access.transfer_void':
    'Whoever proposed you does not own the organisation any more; ask an owner of today.',
  'access.transfer_expired': 'The seven days are over; ask to be proposed again.',
};

function refused(fault: TransferFault): Refusal {
  return { code: fault, detail: SAID[fault] };
}
