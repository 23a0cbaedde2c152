// Show once more who you are: with a passkey or the password. Then what waited is done.
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { hasPasskeys, passkeyProblem, stepUpWithPasskey } from '../../../data/passkeys.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Refusal } from '../../../ui/FormDialog.tsx';
import type { Account } from './useAccount.ts';

interface Props {
  readonly account: Pick<Account, 'password' | 'passkeys'>;
  readonly then: () => void;
  readonly close: () => void;
}

export function StepUpDialog({ account, then, close }: Props) {
  const [password, setPassword] = useState('');
  const shown = (): void => {
    close();
    then();
  };
  const byPasskey = useMutation({ mutationFn: stepUpWithPasskey, onSuccess: shown });
  const byPassword = useMutation({
    mutationFn: async () => {
      take(await api['account.step_up']({ body: { password } }));
    },
    onSuccess: shown,
  });
  return (
    <Dialog title="Show once more who you are" close={close}>
      <p className="prose">
        What changes how you sign in asks for it again; it then counts for five minutes.
      </p>
      {hasPasskeys && account.passkeys.length > 0 ? (
        <button type="button" className="button primary" onClick={() => byPasskey.mutate()}>
          <KeyRound size={16} aria-hidden="true" /> Use a passkey
        </button>
      ) : null}
      {byPasskey.error ? (
        <p className="problem" role="alert">
          {passkeyProblem(byPasskey.error)}
        </p>
      ) : null}
      {account.password ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            byPassword.mutate();
          }}
        >
          <label className="field">
            <span>Your password</span>
            <input
              className="input"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <Refusal of={byPassword.error} />
          <button type="submit" className="button">
            Confirm
          </button>
        </form>
      ) : null}
      <button type="button" className="button quiet" onClick={close}>
        Cancel
      </button>
    </Dialog>
  );
}
