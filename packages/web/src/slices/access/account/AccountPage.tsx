// One's own account: what one signs in with, and everything that is open in one's name.
import { useState } from 'react';
import { api, useSession } from '../../../data/api.ts';
import { hasPasskeys, makePasskey } from '../../../data/passkeys.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';
import { AddressLine } from './AddressLine.tsx';
import { agentText } from './agent.ts';
import { CodesSection } from './CodesSection.tsx';
import { NameForm } from './NameForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { told, useAccount, useAccountChange, type Account } from './useAccount.ts';

export function AccountPage() {
  const account = useAccount();
  const team = useSession().data?.mode === 'team';
  return <Loaded of={account}>{(data) => <Whole account={data} team={team} />}</Loaded>;
}

function Whole({ account, team }: { readonly account: Account; readonly team: boolean }) {
  const change = useAccountChange();
  return (
    <div className="page">
      <PageHead title={account.name} name="Account" sentence={sentence(account, team)} />
      {team ? <Ways account={account} change={change} /> : null}
      <TableSection
        title="Open sessions"
        rows={account.sessions}
        keyOf={({ id }) => id}
        file="sessions.csv"
        empty={<p className="muted">None: you act through the command line.</p>}
        acts={
          account.sessions.length > 1 ? (
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                change.make({
                  act: () => told(api['account.sessions_end']({})),
                  done: 'Every other session has ended.',
                })
              }
            >
              End all others
            </button>
          ) : null
        }
        columns={[
          {
            name: 'Where',
            value: (row) => agentText(row.agent),
            show: (row) => (
              <>
                {agentText(row.agent)} {row.this ? <strong className="small">this one</strong> : null}
              </>
            ),
          },
          { name: 'Address', value: (row) => row.address, show: (row) => row.address || '—' },
          {
            name: 'Signed in by',
            value: (row) => row.factors.join(', '),
            show: (row) => row.factors.join(', '),
          },
          { name: 'Last used', value: (row) => row.seen_at, show: (row) => minuteText(row.seen_at) },
          { name: 'Until', value: (row) => row.expires_at, show: (row) => minuteText(row.expires_at) },
          {
            name: 'End',
            show: (row) =>
              row.this ? null : (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`End the session on ${agentText(row.agent)}`}
                  onClick={() =>
                    change.make({
                      act: () => told(api['account.session_end']({ params: { session: row.id } })),
                      done: 'That session has ended.',
                    })
                  }
                >
                  End
                </button>
              ),
          },
        ]}
      />
    </div>
  );
}

interface WaysProps {
  readonly account: Account;
  readonly change: ReturnType<typeof useAccountChange>;
}

function Ways({ account, change }: WaysProps) {
  const [name, setName] = useState('');
  return (
    <>
      <NameForm key={`${account.name} ${account.email ?? ''}`} account={account} change={change} />
      <AddressLine account={account} />
      <TableSection
        title="Passkeys"
        rows={account.passkeys}
        keyOf={({ id }) => id}
        file="passkeys.csv"
        empty={
          <p className="muted">
            None yet. A passkey cannot be guessed, stolen by mail or used on another site.
          </p>
        }
        columns={[
          { name: 'Name', value: (row) => row.name, show: (row) => row.name },
          { name: 'Made', value: (row) => row.created_at, show: (row) => minuteText(row.created_at) },
          {
            name: 'Last used',
            value: (row) => row.used_at ?? '',
            show: (row) => (row.used_at === null ? 'never' : minuteText(row.used_at)),
          },
          {
            name: 'Copy',
            value: (row) => (row.backed_up ? 'kept by its maker' : 'on this device only'),
            show: (row) => (row.backed_up ? 'kept by its maker' : 'on this device only'),
          },
          {
            name: 'Give up',
            show: (row) => (
              <button
                type="button"
                className="button quiet"
                aria-label={`Give up the passkey ${row.name}`}
                onClick={() =>
                  change.make({
                    act: () => told(api['account.passkey_drop']({ params: { passkey: row.id } })),
                    done: `The passkey ${row.name} signs nobody in any more.`,
                  })
                }
              >
                Give up
              </button>
            ),
          },
        ]}
      />
      {hasPasskeys ? (
        <form
          className="toolbar ends"
          onSubmit={(event) => {
            event.preventDefault();
            change.make({
              act: () => makePasskey(name.trim()),
              done: `The passkey ${name.trim()} signs you in from now on.`,
            });
            setName('');
          }}
        >
          <label className="field">
            <span>Name of a new passkey</span>
            <input
              className="input"
              required
              maxLength={120}
              placeholder="This laptop"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" className="button primary" disabled={change.pending}>
            Add a passkey
          </button>
        </form>
      ) : null}
      <Refusal of={change.refused} />
      <PasswordForm account={account} change={change} />
      <CodesSection account={account} change={change} />
    </>
  );
}

function sentence({ email, passkeys, password, sessions }: Account, team: boolean): string {
  const open = `${sessions.length} ${sessions.length === 1 ? 'session is' : 'sessions are'} open`;
  if (!team) return `This Assay has one owner, who signs in by a link of its machine; ${open}.`;
  const ways = [
    ...(passkeys.length > 0 ? [`${passkeys.length} ${passkeys.length === 1 ? 'passkey' : 'passkeys'}`] : []),
    ...(password ? ['a password'] : []),
  ];
  const by = ways.length === 0 ? 'nothing of your own yet: add a passkey or a password' : ways.join(' and ');
  return `${email ?? 'No address'}; you sign in with ${by}; ${open}.`;
}
