// The authenticator: its secret as a picture to scan, its first code, and the recovery codes, shown once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { Copy } from '../../../ui/Copy.tsx';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { minuteText } from '../../../ui/words.ts';
import { CodeField } from './CodeField.tsx';
import { QrPicture } from './QrPicture.tsx';
import { told, type Account, type useAccountChange } from './useAccount.ts';

interface Props {
  readonly account: Account;
  readonly change: ReturnType<typeof useAccountChange>;
}

export function CodesSection({ account, change }: Props) {
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useMutation({ mutationFn: async () => take(await api['account.codes_begin']({})) });
  const renew = useMutation({
    mutationFn: async () => {
      setCodes(take(await api['account.recovery_renew']({})).recovery_codes);
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  return (
    <section className="section" aria-labelledby="authenticator">
      <h2 id="authenticator">Authenticator</h2>
      <p className="prose">{sentence(account)}</p>
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {account.codes ? (
        <div className="toolbar">
          <button type="button" className="button" onClick={() => renew.mutate()}>
            New recovery codes
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              setCodes(undefined);
              begin.reset();
              change.make({
                act: () => told(api['account.codes_drop']({})),
                done: 'The authenticator is given up; your password alone signs you in.',
              });
            }}
          >
            Give it up
          </button>
        </div>
      ) : begin.data ? (
        <FirstCode offered={begin.data} then={setCodes} />
      ) : (
        <div className="toolbar">
          <button type="button" className="button" disabled={begin.isPending} onClick={() => begin.mutate()}>
            Set up an authenticator
          </button>
        </div>
      )}
      <Refusal of={begin.error ?? renew.error} />
    </section>
  );
}

interface FirstProps {
  readonly offered: { readonly secret: string; readonly uri: string };
  readonly then: (codes: readonly string[]) => void;
}

function FirstCode({ offered, then }: FirstProps) {
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const sent = useMutation({
    mutationFn: async () => {
      const { recovery_codes } = take(await api['account.codes_confirm']({ body: { code } }));
      then(recovery_codes);
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate();
      }}
    >
      <p className="prose">
        Scan this with your authenticator, or type its secret, and enter the first code.
      </p>
      <QrPicture text={offered.uri} />
      <p>
        <Copy text={offered.secret} what="the secret" />
      </p>
      <CodeField value={code} set={setCode} />
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={sent.isPending}>
          Turn it on
        </button>
      </div>
    </form>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div className="stack" role="status">
      <p className="prose">
        Write these down, or keep them with your password manager: each signs you in once when the
        authenticator is lost. They are not shown again.
      </p>
      <ul className="codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}

function sentence({ codes }: Account): string {
  if (!codes)
    return 'None. With one, a password or a mailed link is not enough to sign in as you: a code is asked for as well.';
  const left = `${codes.recovery_left} recovery ${codes.recovery_left === 1 ? 'code is' : 'codes are'} left`;
  return `Set up on ${minuteText(codes.confirmed_at)}; its code is asked for beside your password or a mailed link. ${left}.`;
}
