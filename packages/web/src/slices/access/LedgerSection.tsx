// The checkpoint to keep elsewhere, and the verification of everything stored.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, take, useOrg } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { StatusMark } from '../../ui/marks.tsx';

type Verified = Awaited<ReturnType<typeof verify>>;

export function LedgerSection({ org }: { readonly org: string }) {
  const head = useOrg(org, ['checkpoint'], () => api['ledger.checkpoint']({ params: { org } }));
  const [result, setResult] = useState<Verified | string | undefined>();
  const run = async (): Promise<void> => {
    setResult('Hashing everything again …');
    try {
      setResult(await verify(org));
    } catch (cause) {
      setResult(cause instanceof ApiFailure ? cause.failure.detail : 'It could not be verified.');
    }
  };
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    tell('The signed checkpoint is copied.');
  };
  return (
    <section className="section" aria-labelledby="ledger">
      <h2 id="ledger">Ledger</h2>
      <p className="prose">
        Keep this checkpoint somewhere else. Whoever holds it can tell, without this server, whether anything
        before it was changed.
      </p>
      {head.data ? (
        <pre className="mono small checkpoint" tabIndex={0} aria-label="Signed checkpoint">
          {head.data.checkpoint}
        </pre>
      ) : null}
      <div className="toolbar">
        <button
          type="button"
          className="button"
          disabled={head.data === undefined}
          onClick={() => void copy(head.data?.checkpoint ?? '')}
        >
          Copy the checkpoint
        </button>
        <button type="button" className="button" onClick={() => void run()}>
          Verify everything
        </button>
        <Link className="button" to="/o/$org/settings/trail" params={{ org }}>
          See who did what
        </Link>
      </div>
      <div aria-live="polite">
        {result === undefined ? null : typeof result === 'string' ? (
          <p>{result}</p>
        ) : (
          <Outcome result={result} />
        )}
      </div>
    </section>
  );
}

async function verify(org: string) {
  return take(await api['ledger.verify']({ params: { org }, body: { rebuild: true } }));
}

function Outcome({ result }: { readonly result: Verified }) {
  return (
    <div className="stack">
      <p>
        {result.ok ? (
          <>
            <StatusMark state="pass">Everything fits</StatusMark>: {result.entries} entries,{' '}
            {result.artefacts} files, all results read again.
          </>
        ) : (
          <StatusMark state="fail">{result.faults.length} faults</StatusMark>
        )}
      </p>
      {result.faults.map((each) => (
        <p className="problem" key={each.item + each.fault}>
          <span className="mono">{each.item}</span> {each.fault}
        </p>
      ))}
    </div>
  );
}
