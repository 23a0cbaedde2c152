// Settings: what is examined, which scope, everything to take away, proof that nothing was changed.
import { addressOf } from '@assay/contract';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Appearance } from '../../app/Appearance.tsx';
import { ApiFailure, api, take, useChange, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';

const CATEGORIES = [
  ['security', 'Security, always examined'],
  ['availability', 'Availability'],
  ['confidentiality', 'Confidentiality'],
  ['processing_integrity', 'Processing integrity'],
  ['privacy', 'Privacy'],
] as const;

export function SettingsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const found = useOrg(org, ['settings'], async () => api['organisations.read']({ params: { org } }));
  const head = useOrg(org, ['checkpoint'], () => api['ledger.checkpoint']({ params: { org } }));
  return (
    <Loaded of={found}>
      {(data) => (
        <div className="page">
          <PageHead
            title={data.name}
            name="Settings"
            sentence={`${data.categories.length} of 5 trust services categories; ${data.examination.type === 'type2' ? `Type II from ${data.examination.from} until ${data.examination.until}` : data.examination.type === 'type1' ? `Type I on ${data.examination.on}` : 'no SOC 2 period chosen'}.`}
          />
          <SettingsForm key={data.revision} org={org} settings={data} />
          <section className="section">
            <h2>Take everything away</h2>
            <p className="prose">
              One ZIP with JSON, CSV, every file, every hash and the ledger, in open formats.
            </p>
            <div>
              <a className="button" href={addressOf('export.read', { params: { org } })}>
                Export everything
              </a>
            </div>
          </section>
          <section className="section">
            <h2>Ledger</h2>
            <p className="prose">
              Keep this checkpoint somewhere else. Whoever holds it can tell, offline, whether anything before
              it was changed.
            </p>
            {head.data ? (
              <pre className="mono small table-wrap" tabIndex={0} aria-label="Signed checkpoint">
                {head.data.checkpoint}
              </pre>
            ) : null}
            <Verify org={org} />
          </section>
          <section className="section">
            <h2>Appearance</h2>
            <Appearance />
          </section>
        </div>
      )}
    </Loaded>
  );
}

type Organisation = Extract<
  Awaited<ReturnType<(typeof api)['organisations.read']>>,
  { ok: true }
>['value']['data'];

function SettingsForm({ org, settings }: { readonly org: string; readonly settings: Organisation }) {
  const change = useChange(org);
  const [name, setName] = useState(settings.name);
  const [scope, setScope] = useState(settings.scope_statement);
  const [categories, setCategories] = useState<readonly string[]>(settings.categories);
  const [from, setFrom] = useState(settings.examination.type === 'type2' ? settings.examination.from : '');
  const [until, setUntil] = useState(settings.examination.type === 'type2' ? settings.examination.until : '');
  const chosen = CATEGORIES.map(([key]) => key).filter((key) => categories.includes(key));
  const save = (): void =>
    change.mutate({
      act: () =>
        api['organisations.change']({
          params: { org },
          ifMatch: `"${settings.revision}"`,
          body: {
            name,
            scope_statement: scope,
            categories: chosen,
            examination: from && until ? { type: 'type2', from, until } : { type: 'none' },
          },
        }),
      done: 'Settings are saved.',
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="field">
        <span>Name</span>
        <input className="input" required value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>Scope statement</span>
        <textarea className="input" value={scope} onChange={(event) => setScope(event.target.value)} />
      </label>
      <fieldset className="field">
        <legend className="small muted">SOC 2 categories</legend>
        {CATEGORIES.map(([key, label]) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={categories.includes(key)}
              disabled={key === 'security'}
              onChange={(event) =>
                setCategories(
                  event.target.checked ? [...categories, key] : categories.filter((each) => each !== key),
                )
              }
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      <div className="toolbar">
        <label className="field">
          <span>Type II period from</span>
          <input
            className="input"
            type="date"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className="field">
          <span>until (first day after)</span>
          <input
            className="input"
            type="date"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </label>
      </div>
      <div>
        <button type="submit" className="button primary">
          Save settings
        </button>
      </div>
    </form>
  );
}

function Verify({ org }: { readonly org: string }) {
  const [result, setResult] = useState<string | undefined>();
  const [faults, setFaults] = useState<readonly { readonly item: string; readonly fault: string }[]>([]);
  const run = async (): Promise<void> => {
    setResult('Hashing everything again …');
    try {
      const done = take(await api['ledger.verify']({ params: { org }, body: { rebuild: true } }));
      setFaults(done.faults);
      setResult(
        done.ok
          ? `Everything fits: ${done.entries} entries, ${done.artefacts} files, all results read again.`
          : `${done.faults.length} faults.`,
      );
    } catch (cause) {
      setResult(cause instanceof ApiFailure ? cause.failure.detail : 'It could not be verified.');
    }
  };
  return (
    <div className="stack" aria-live="polite">
      <div>
        <button type="button" className="button" onClick={() => void run()}>
          Verify everything
        </button>
      </div>
      {result ? <p>{result}</p> : null}
      {faults.map((each) => (
        <p className="problem" key={each.item + each.fault}>
          <StatusMark state="fail">{each.item}</StatusMark> {each.fault}
        </p>
      ))}
    </div>
  );
}
