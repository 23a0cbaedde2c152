// Letters of access. What people typed stands in them as text, never as markup.
import type { Letter } from '../../../platform/mail/mail.ts';
import type { InvitationDocument } from './documents.ts';

export function invitationLetter(of: {
  readonly invitation: InvitationDocument;
  readonly id: string;
  readonly link: string;
  readonly organisation: string;
  readonly origin: string;
}): Letter {
  const { invitation, link, organisation } = of;
  const lines = [
    `${invitation.invited_by} invites you to work in ${organisation} on Assay.`,
    `Open this link until ${invitation.expires_at.slice(0, 10)}; it works once:`,
    link,
    'If you expected no invitation, do nothing: nobody gets in without the link.',
  ];
  return {
    to: invitation.email,
    subject: `${invitation.invited_by} invites you to ${organisation}`.replace(/[\r\n]+/g, ' '),
    text: `${lines.join('\n\n')}\n`,
    html: lines
      .map(
        (line) =>
          `<p>${line === link ? `<a href="${escaped(link)}">${escaped(link)}</a>` : escaped(line)}</p>`,
      )
      .join('\n'),
    id: `invitation-${of.id}`,
    unsubscribe: of.origin,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
