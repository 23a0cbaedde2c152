// Showing that an address is one's own: a letter goes there, and its link is opened by whoever is signed in.
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { personByEmail, verifyEmail } from './account.repository.ts';
import type { Mine } from './mine.usecases.ts';
import { addressLetter } from './letters.ts';
import { newMailed, spendMailed } from './mailed.repository.ts';

export async function mailToAddress({ deps, principal, now }: Mine): Promise<Result<true, Refusal>> {
  const { email } = principal;
  if (email === null) return err({ code: 'access.address_none', detail: 'Your account has no address yet.' });
  const asked = { purpose: 'address', principal: principal.id, email, now } as const;
  const secret = await deps.pool.inIdentity((tx) => newMailed(tx, asked));
  if (secret === undefined)
    return err({
      code: 'access.too_many_tries',
      detail: 'Three letters are on their way already; use the last one, or wait a quarter of an hour.',
    });
  await deps.mail.send(addressLetter({ to: email, secret, origin: deps.mail.origin, name: principal.name }));
  return ok(true);
}

export async function showAddress(
  { deps, principal, now }: Mine,
  secret: string,
): Promise<Result<true, Refusal>> {
  const spent = await deps.pool.inIdentity((tx) => spendMailed(tx, { purpose: 'address', secret, now }));
  if (spent?.principal !== principal.id || spent.email !== principal.email)
    return err({
      code: 'access.link_spent',
      detail: 'This link was used, has expired, or belongs to another account or address.',
    });
  return deps.db.inIdentity(async (tx) => {
    const other = await personByEmail(tx, spent.email, 'verified');
    if (other && other.id !== principal.id)
      return err({ code: 'access.email_taken', detail: `${spent.email} belongs to another account.` });
    await verifyEmail(tx, principal.id, spent.email, now);
    return ok(true);
  });
}
