// The letter of an invitation.
import type { Letter } from '../../../platform/mail/mail.ts';
import { letterOf } from '../letters.ts';
import type { InvitationDocument } from './documents.ts';

export function invitationLetter(of: {
  readonly invitation: InvitationDocument;
  readonly id: string;
  readonly link: string;
  readonly organisation: string;
  readonly origin: string;
}): Letter {
  const { invitation, link, organisation, origin } = of;
  return letterOf({
    to: invitation.email,
    subject: `${invitation.invited_by} invites you to ${organisation}`,
    lines: [
      `${invitation.invited_by} invites you to work in ${organisation} on Assay.`,
      `Open this link until ${invitation.expires_at.slice(0, 10)}; it works once:`,
      link,
      'If you expected no invitation, do nothing: nobody gets in without the link.',
    ],
    link,
    id: `invitation-${of.id}`,
    origin,
  });
}
