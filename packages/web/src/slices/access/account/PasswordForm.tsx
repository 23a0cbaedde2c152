// The password: set or changed, with a field that shows what is typed.
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { minuteText } from '../../../ui/words.ts';
import { told, type Account, type useAccountChange } from './useAccount.ts';

interface Props {
  readonly account: Account;
  readonly change: ReturnType<typeof useAccountChange>;
}

export function PasswordForm({ account, change }: Props) {
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  return (
    <section className="section" aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p className="prose">
        {account.password
          ? `Changed on ${minuteText(account.password.changed_at)}. A change ends every other session.`
          : 'None. Twelve characters or more, of any kind; a few words you can remember will do.'}
      </p>
      <form
        className="toolbar ends"
        onSubmit={(event) => {
          event.preventDefault();
          change.make({
            act: async () => {
              await told(api['account.password']({ body: { password } }));
              setPassword('');
            },
            done: 'The password is set; every other session has ended.',
          });
        }}
      >
        <label className="field">
          <span>New password</span>
          <input
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <label className="choice">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> Show it
        </label>
        <button type="submit" className="button" disabled={change.pending}>
          {account.password ? 'Change the password' : 'Set a password'}
        </button>
      </form>
    </section>
  );
}
