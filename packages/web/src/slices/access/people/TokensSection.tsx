// API tokens: programs that act in one's own name, with less than one holds oneself.
import { PERMISSION_WORDS, type Permission } from '@assay/core';
import { useRef, useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';
import { MadeToken, type Made } from './MadeToken.tsx';
import { PermissionsField } from './PermissionsField.tsx';
import { useTokens } from './usePeople.ts';

export function TokensSection({ org }: { readonly org: string }) {
  const tokens = useTokens(org);
  const change = useChange(org);
  const [making, setMaking] = useState(false);
  return (
    <>
      <TableSection
        title="API tokens"
        rows={tokens.data?.data ?? []}
        keyOf={({ id }) => id}
        file="tokens.csv"
        empty={
          <p className="muted">None. A token lets a program act in your name, with no more than you hold.</p>
        }
        acts={
          <button type="button" className="button" onClick={() => setMaking(true)}>
            Make a token
          </button>
        }
        columns={[
          { name: 'Name', value: (row) => row.name, show: (row) => row.name },
          {
            name: 'Begins with',
            value: (row) => row.begins_with,
            show: (row) => <code>{row.begins_with}…</code>,
          },
          { name: 'Owner', value: (row) => row.owner, show: (row) => row.owner },
          { name: 'May', value: (row) => row.scopes.join(', '), show: (row) => maySay(row.scopes) },
          {
            name: 'Last used',
            value: (row) => row.used_at ?? '',
            show: (row) => (row.used_at === null ? 'never' : minuteText(row.used_at)),
          },
          { name: 'Until', value: (row) => row.expires_at, show: (row) => minuteText(row.expires_at) },
          { name: 'State', value: (row) => row.state, show: (row) => row.state },
          {
            name: 'End',
            show: (row) =>
              row.state === 'active' ? (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() =>
                    change.mutate({
                      act: () => api['tokens.end']({ params: { org, token: row.id } }),
                      done: `${row.name} opens nothing any more.`,
                    })
                  }
                >
                  End<span className="sr"> the token {row.name}</span>
                </button>
              ) : null,
          },
        ]}
      />
      {making ? <TokenDialog org={org} close={() => setMaking(false)} /> : null}
    </>
  );
}

function TokenDialog({ org, close }: { readonly org: string; readonly close: () => void }) {
  const may = useMay(org);
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<readonly Permission[]>(['evidence.add']);
  const [made, setMade] = useState<Made | undefined>();
  // The secret is shown before the dialog goes: closing waits for it.
  const sent = useRef(false);
  if (made)
    return (
      <MadeToken
        made={made}
        sentence="Keep it now, where the program reads it: it is not shown again."
        kept="I have kept it"
        close={close}
      />
    );
  return (
    <FormDialog
      org={org}
      title="Make a token"
      act="Make it"
      send={async () => {
        const answer = await api['tokens.create']({
          params: { org },
          body: { name, scopes: [...scopes], days: Number(days) },
        });
        if (answer.ok) {
          sent.current = true;
          setMade(answer.value.data);
        }
        return answer;
      }}
      done={`The token ${name} is made.`}
      undo={({ id }) => api['tokens.end']({ params: { org, token: id } })}
      close={() => {
        if (!sent.current) close();
      }}
    >
      <label className="field">
        <span>What uses it</span>
        <input
          className="input"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Days until it expires</span>
        <input
          className="input"
          type="number"
          required
          min={1}
          max={365}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <PermissionsField legend="It may" mayHold={may} value={scopes} change={setScopes} />
    </FormDialog>
  );
}

function maySay(scopes: readonly Permission[]): string {
  const [first, ...rest] = scopes;
  if (first === undefined) return 'nothing';
  return rest.length === 0 ? PERMISSION_WORDS[first] : `${PERMISSION_WORDS[first]} and ${rest.length} more`;
}
