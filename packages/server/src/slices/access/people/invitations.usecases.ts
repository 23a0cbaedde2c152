// Inviting: a link that works once, mailed to the address and answered once; only its hash is kept. Whoever invites is
// shown another, which lets in as well but proves no address: they could open it themselves.
import { err, givingFaults, instantOfMillis, millisOfInstant, ok, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret, sha256Hex } from '../../../platform/crypto.ts';
import { writeAccess } from '../members.usecases.ts';
import { addInvitationLink, endLinksOf } from '../sessions.repository.ts';
import { accessOf, type Access } from './access.readmodel.ts';
import type { InvitationDocument } from './documents.ts';
import { given } from './given.ts';
import { invitationLetter } from './letters.ts';
import { refusalOf, rolesOf } from './members.changes.ts';
import type { Work } from './work.ts';

const DAYS = 7;

export interface Invited {
  readonly access: Access;
  readonly id: string;
  readonly link: string;
  readonly mailed: boolean;
}

export async function invite(
  work: Work,
  asked: { readonly email: string; readonly grants: Parameters<typeof given>[0] },
): Promise<Result<Invited, Refusal>> {
  const { deps, scope, now } = work;
  const access = await accessOf(work);
  const to = given(asked.grants, rolesOf(access));
  if (!to.ok) return to;
  const [fault] = givingFaults(scope.held, to.value.held);
  if (fault) return err(refusalOf(fault));
  if (access.members.some(({ is }) => is.state === 'active' && is.email === asked.email))
    return err({
      code: 'access.already_member',
      detail: `${asked.email} belongs to the organisation already.`,
    });
  const id = newId('invitation', now);
  const invitation: InvitationDocument = {
    email: asked.email,
    grants: to.value.grants,
    invited_by: scope.principal.name,
    expires_at: instantOfMillis(millisOfInstant(now) + DAYS * 86_400_000),
    state: 'open',
  };
  await writeAccess(deps, scope, { kind: 'invitation', thing: id, document: invitation }, now);
  const link = await newLink(work, { id, invitation, by: 'hand' });
  const mailed = await mailIt(work, {
    invitation,
    id,
    link: await newLink(work, { id, invitation, by: 'mail' }),
  });
  return ok({ access: await accessOf(work), id, link, mailed });
}

async function newLink(
  { deps, scope }: Work,
  of: { readonly id: string; readonly invitation: InvitationDocument; readonly by: 'mail' | 'hand' },
): Promise<string> {
  const secret = newSecret();
  await deps.db.inIdentity((tx) =>
    addInvitationLink(tx, {
      hash: sha256Hex(secret),
      told: { org: scope.org, slug: scope.slug, invitation: of.id, by: of.by },
      expiresAt: of.invitation.expires_at,
    }),
  );
  return `${deps.mail.origin}/join#${secret}`;
}

/** Takes back an invitation that is open. */
export async function withdraw(work: Work, id: string): Promise<Result<true, Refusal>> {
  const access = await accessOf(work);
  const found = access.invitations.find((each) => each.id === id && each.is.state === 'open');
  if (!found)
    return err({ code: 'access.invitation_not_found', detail: 'There is no open invitation with this id.' });
  await writeAccess(
    work.deps,
    work.scope,
    { kind: 'invitation', thing: id, document: { ...found.is, state: 'withdrawn' } },
    work.now,
  );
  await work.deps.db.inIdentity((tx) => endLinksOf(tx, { invitation: id }, work.now));
  return ok(true);
}

/** The invitation stands whether or not a letter could be sent: its link is answered too. */
async function mailIt(
  { deps, scope }: Work,
  of: { readonly invitation: InvitationDocument; readonly id: string; readonly link: string },
): Promise<boolean> {
  try {
    await deps.mail.send(invitationLetter({ ...of, organisation: scope.slug, origin: deps.mail.origin }));
    return true;
  } catch {
    return false;
  }
}
