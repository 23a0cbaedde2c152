// Whether one's address is shown to be one's own: only then do mailed links and invitations find the account.
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import type { Account } from './useAccount.ts';

export function AddressLine({ account }: { readonly account: Account }) {
  const sent = useMutation({
    mutationFn: async () => {
      take(await api['account.address_letter']({}));
      tell(`A letter is on its way to ${account.email ?? ''}.`);
    },
  });
  if (account.email === null || account.email_verified) return null;
  return (
    <div className="stack">
      <p className="prose">
        Nobody has shown yet that {account.email} is yours: it signs you in with a password, and no mailed
        link or invitation finds you by it.
      </p>
      <div className="toolbar">
        <button type="button" className="button" disabled={sent.isPending} onClick={() => sent.mutate()}>
          Mail a link to it
        </button>
      </div>
      <Refusal of={sent.error} />
    </div>
  );
}
