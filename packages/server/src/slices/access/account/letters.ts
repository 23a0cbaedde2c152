// Letters that a person asks for: a link to sign in with, and one that shows whose an address is.
import type { Letter } from '../../../platform/mail/mail.ts';
import { shownHash } from '../origin.ts';
import { letterOf } from '../letters.ts';
import { LETTER_MINUTES } from './mailed.repository.ts';

interface Of {
  readonly to: string;
  readonly secret: string;
  readonly origin: string;
}

export function signInLetter({ to, secret, origin }: Of): Letter {
  const link = `${origin}/sign-in#${secret}`;
  return letterOf({
    to,
    subject: 'Your link to sign in to Assay',
    lines: [
      `Open this link within ${LETTER_MINUTES} minutes; it works once:`,
      link,
      'If you did not ask for it, do nothing: nobody gets in without the link.',
    ],
    link,
    id: `sign-in-${shownHash(secret)}`,
    origin,
  });
}

export function addressLetter({ to, secret, origin, name }: Of & { readonly name: string }): Letter {
  const link = `${origin}/address#${secret}`;
  return letterOf({
    to,
    subject: 'Is this your address?',
    lines: [
      `The account of ${name} on Assay says that this is its address. If it is yours, open this link within ${LETTER_MINUTES} minutes while you are signed in:`,
      link,
      'If it is not your account, do nothing.',
    ],
    link,
    id: `address-${shownHash(secret)}`,
    origin,
  });
}
