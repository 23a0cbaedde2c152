// What the check says now of each resource; thousands are read page by page.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { VirtualTable, type WideColumn } from '../../ui/VirtualTable.tsx';
import { resourcesOf, type CheckRow } from './checks.ts';
import { usePages } from './usePages.ts';
import { minuteText } from '../../ui/words.ts';

type Observation = Extract<
  Awaited<ReturnType<(typeof api)['observations.list']>>,
  { ok: true }
>['value']['data']['data'][number];

const STATES = ['fail', 'error', 'unclear', 'pass', 'not_applicable'] as const;
/** The contract's word for each state that is shown. */
const STATUS = {
  fail: 'fail',
  error: 'error',
  unclear: 'unknown',
  pass: 'pass',
  not_applicable: 'not_applicable',
} as const;

export function Resources({ org, row }: { readonly org: string; readonly row: CheckRow }) {
  const [chosen, setChosen] = useState<string>();
  const state = STATES.find((each) => each === chosen);
  const status = state && STATUS[state];
  const found = usePages<Observation>(org, ['observations', row.key, status], (cursor) =>
    api['observations.list']({ params: { org }, query: { limit: '200', check: row.key, status, cursor } }),
  );
  const total = status === undefined ? resourcesOf(row) : row.latest[status];
  if (row.last_seen === null) return null;
  return (
    <section className="section" aria-labelledby="resources">
      <h2 id="resources">By resource</h2>
      <div className="toolbar">
        <StateFilter
          label="Result"
          states={STATES}
          countOf={(each) => row.latest[STATUS[STATES.find((one) => one === each) ?? 'unclear']]}
          chosen={state}
          choose={setChosen}
        />
        <span className="count">
          {found.rows.length < total ? `${found.rows.length} of ${total}` : total}{' '}
          {total === 1 ? 'resource' : 'resources'}
        </span>
      </div>
      {found.loaded ? (
        <VirtualTable
          caption="Results by resource"
          rows={found.rows}
          columns={columnsOf(org)}
          keyOf={(each) => `${each.subject} ${each.system ?? ''}`}
          nameOf={(each) => each.subject}
        />
      ) : null}
      {found.more ? (
        <div>
          <button type="button" className="button" onClick={found.more}>
            Read the next 200
          </button>
        </div>
      ) : null}
    </section>
  );
}

function columnsOf(org: string): readonly WideColumn<Observation>[] {
  return [
    {
      name: 'Resource',
      grow: true,
      value: (row) => row.subject,
      show: (row) => (
        <>
          <span className="mono small" title={row.subject}>
            {row.subject}
          </span>
          {row.system === null ? null : <span className="under">{row.system}</span>}
          {row.message === null ? null : <span className="under">{row.message}</span>}
        </>
      ),
    },
    {
      name: 'Result',
      width: 128,
      value: (row) => row.status,
      show: (row) => <StatusMark state={row.status === 'unknown' ? 'unclear' : row.status} />,
    },
    {
      name: 'Observed',
      width: 140,
      value: (row) => row.observed_at,
      show: (row) => minuteText(row.observed_at),
    },
    {
      name: 'Came from',
      width: 100,
      value: (row) => row.import,
      show: (row) => (
        <Link to="/o/$org/import" params={{ org }} search={{ id: row.import }}>
          its import
        </Link>
      ),
    },
  ];
}
