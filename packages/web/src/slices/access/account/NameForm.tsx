// What one is called, and the address that one signs in with.
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { told, type Account, type useAccountChange } from './useAccount.ts';

interface Props {
  readonly account: Account;
  readonly change: ReturnType<typeof useAccountChange>;
}

export function NameForm({ account, change }: Props) {
  const [name, setName] = useState(account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const body = {
    ...(name.trim() === account.name ? {} : { name: name.trim() }),
    ...(email === '' || email === account.email ? {} : { email }),
  };
  return (
    <form
      className="toolbar ends"
      onSubmit={(event) => {
        event.preventDefault();
        change.make({ act: () => told(api['account.change']({ body })), done: 'Your account is changed.' });
      }}
    >
      <label className="field">
        <span>Your name</span>
        <input
          className="input"
          required
          maxLength={120}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span>E-mail address, to sign in with</span>
        <input
          className="input"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={change.pending || Object.keys(body).length === 0}>
        Change
      </button>
    </form>
  );
}
