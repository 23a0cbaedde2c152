// The list held against a second source: counts, what matches, what only one of them knows.
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { upload } from '../../../data/upload.ts';
import { DataTable } from '../../../ui/table.tsx';
import type { Population } from './populations.ts';

interface Props {
  readonly org: string;
  readonly row: Population;
}

export function Reconciliations({ org, row }: Props) {
  const last = row.reconciliations.at(-1);
  return (
    <section className="section" aria-labelledby="second">
      <h2 id="second">Second source</h2>
      {last ? (
        <>
          <p>
            {last.source}: {last.matched} of {last.here} rows match, {last.only_here.count} only here,{' '}
            {last.only_there.count} only there, {last.other_day.count} on another day.
          </p>
          {last.agrees ? null : <Differences told={last} />}
        </>
      ) : (
        <p className="muted">
          No second source has been asked. A list that two systems tell alike is hard to doubt.
        </p>
      )}
      <Compare org={org} row={row} />
    </section>
  );
}

function Differences({ told }: { readonly told: Population['reconciliations'][number] }) {
  const rows = [
    ...told.only_here.keys.map((key) => ({ key, what: 'only here', here: '', there: '' })),
    ...told.only_there.keys.map((key) => ({ key, what: 'only there', here: '', there: '' })),
    ...told.other_day.rows.map((each) => ({ ...each, what: 'another day' })),
  ];
  return (
    <DataTable
      caption="Differences from the second source"
      file="differences"
      rows={rows}
      keyOf={(row) => `${row.what} ${row.key} ${row.here}`}
      columns={[
        {
          name: 'Key',
          grow: true,
          value: (row) => row.key,
          show: (row) => <span className="mono">{row.key}</span>,
        },
        { name: 'Difference', value: (row) => row.what, show: (row) => row.what },
        { name: 'Day here', value: (row) => row.here, show: (row) => row.here || '—' },
        { name: 'Day there', value: (row) => row.there, show: (row) => row.there || '—' },
      ]}
    />
  );
}

function Compare({ org, row }: Props) {
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('');
  const change = useChange(org);
  const compare = async (chosen: File): Promise<void> => {
    const { sha256 } = await upload(org, chosen, () => {}).done;
    change.mutate({
      act: () =>
        api['populations.reconcile']({
          params: { org, population: row.id },
          body: { artefact: sha256, source },
        }),
      done: `${row.id} is compared with ${source}.`,
    });
  };
  return (
    <form
      className="population-bring"
      aria-label="Compare with a second source"
      onSubmit={(event) => {
        event.preventDefault();
        if (file)
          compare(file).catch((cause: unknown) =>
            tell(cause instanceof Error ? cause.message : 'The file was not sent.'),
          );
      }}
    >
      <label className="field">
        <span>Second system</span>
        <input
          className="input"
          required
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Its list</span>
        <input
          className="input"
          type="file"
          required
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </label>
      <button type="submit" className="button" disabled={change.isPending || !file || source.trim() === ''}>
        Compare
      </button>
    </form>
  );
}
