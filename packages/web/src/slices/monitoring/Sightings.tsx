// Every word of a check that was ever committed, newest first, each with the record that brought it.
import { api } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { VirtualTable, type WideColumn } from '../../ui/VirtualTable.tsx';
import { EvidenceId } from '../evidence/links.tsx';
import { usePages } from './usePages.ts';
import { minuteText } from '../../ui/words.ts';

type Sighting = Extract<
  Awaited<ReturnType<(typeof api)['observations.history']>>,
  { ok: true }
>['value']['data']['data'][number];

export function Sightings({ org, check }: { readonly org: string; readonly check: string }) {
  const found = usePages<Sighting>(org, ['sightings', check], (cursor) =>
    api['observations.history']({ params: { org, check }, query: { limit: '100', cursor } }),
  );
  return (
    <section className="section" aria-labelledby="sightings">
      <h2 id="sightings">History</h2>
      {found.loaded && found.rows.length === 0 ? (
        <p className="muted">No committed import has spoken of it.</p>
      ) : (
        <VirtualTable
          caption="History of the check"
          rows={found.rows}
          columns={columnsOf(org)}
          keyOf={(row) => `${row.import} ${row.subject} ${row.observed_at}`}
          nameOf={(row) => row.subject}
        />
      )}
      {found.more ? (
        <div>
          <button type="button" className="button" onClick={found.more}>
            Read older ones
          </button>
        </div>
      ) : null}
    </section>
  );
}

function columnsOf(org: string): readonly WideColumn<Sighting>[] {
  return [
    {
      name: 'Observed',
      width: 140,
      value: (row) => row.observed_at,
      show: (row) => minuteText(row.observed_at),
    },
    {
      name: 'Result',
      width: 128,
      value: (row) => row.status,
      show: (row) => <StatusMark state={row.status === 'unknown' ? 'unclear' : row.status} />,
    },
    {
      name: 'Resource',
      grow: true,
      value: (row) => row.subject,
      show: (row) => (
        <span className="mono small" title={row.subject}>
          {row.subject}
        </span>
      ),
    },
    {
      name: 'Counts',
      width: 92,
      value: (row) => (row.latest ? 'now' : ''),
      show: (row) => (row.latest ? 'counts now' : <span className="faint">earlier</span>),
    },
    {
      name: 'From',
      width: 200,
      value: (row) => row.filename,
      show: (row) => (
        <>
          {row.evidence === null ? null : <EvidenceId org={org} code={row.evidence} />}{' '}
          <span className="muted small">{row.filename}</span>
        </>
      ),
    },
  ];
}
