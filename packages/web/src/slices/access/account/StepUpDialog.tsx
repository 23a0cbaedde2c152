// Show once more who you are: with a passkey or the password. Then what waited is done.
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { hasPasskeys, passkeyProblem, stepUpWithPasskey } from '../../../data/passkeys.ts';
import { answerAsked, useAsked } from '../../../data/stepUp.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { CodeField } from './CodeField.tsx';
import { useAccount, type Account } from './useAccount.ts';

/** Stands beside all pages; it opens when a call asks for it. */
export function StepUp() {
  return useAsked() ? <Asked /> : null;
}

function Asked() {
  const account = useAccount();
  return account.data ? <StepUpDialog account={account.data} /> : null;
}

function StepUpDialog({ account }: { readonly account: Account }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const shown = (): void => answerAsked(true);
  const leave = (): void => answerAsked(false);
  const byPasskey = useMutation({ mutationFn: stepUpWithPasskey, onSuccess: shown });
  const byPassword = useMutation({
    mutationFn: async () => {
      take(await api['account.step_up']({ body: { password, ...(account.codes ? { code } : {}) } }));
    },
    onSuccess: shown,
  });
  return (
    <Dialog title="Show once more who you are" close={leave}>
      <p className="prose">This asks for it again; it then counts for five minutes.</p>
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
          {account.codes ? <CodeField value={code} set={setCode} /> : null}
          <Refusal of={byPassword.error} />
          <div className="toolbar">
            <button type="submit" className="button primary" disabled={byPassword.isPending}>
              Confirm
            </button>
            <button type="button" className="button quiet" onClick={leave}>
              Cancel
            </button>
          </div>
        </form>
      ) : (
        <>
          {account.passkeys.length === 0 ? (
            <p className="prose">
              Your account has neither a passkey nor a password: sign out, sign in again, and do it within
              five minutes; or add a passkey then.
            </p>
          ) : null}
          <div className="toolbar">
            <button type="button" className="button quiet" onClick={leave}>
              Cancel
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
