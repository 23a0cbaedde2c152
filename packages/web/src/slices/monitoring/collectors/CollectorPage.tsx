// One collector: what it promises, its runs and why some are unknown, and when nobody was looking.
import { allPages } from '@assay/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../../data/api.ts';
import { May } from '../../../data/may.tsx';
import { Copy } from '../../../ui/Copy.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { CollectorForm } from './CollectorForm.tsx';
import {
  collectorSentence,
  minute,
  whyUnknown,
  type Collector,
  type Outage,
  type Run,
} from './collectors.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { RunStrip, runState } from './RunStrip.tsx';

export function CollectorPage() {
  const { org, collector } = useParams({ from: '/o/$org/evidence/collectors/$collector' });
  const found = useOrg(org, ['collectors', collector], () =>
    api['collectors.read']({ params: { org, collector } }),
  );
  return <Loaded of={found}>{(data) => <Shown org={org} collector={data} />}</Loaded>;
}

function Shown({ org, collector }: { readonly org: string; readonly collector: Collector }) {
  const { name } = collector;
  const [open, setOpen] = useState<'change' | 'retire'>();
  const change = useChange(org);
  const runs = useOrg(org, ['collectors', name, 'runs'], () =>
    allPages((page) => api['collectors.runs']({ params: { org, collector: name }, query: page })),
  );
  const outages = useOrg(org, ['outages', name], () =>
    allPages((page) => api['outages.list']({ params: { org }, query: { ...page, collector: name } })),
  );
  const params = { org, collector: name };
  const resume = () => api['collectors.resume']({ params });
  return (
    <div className="page">
      <PageHead
        title={collector.title}
        name={collector.title}
        sentence={collectorSentence(collector)}
        crumbs={
          <Link to="/o/$org/evidence/collectors" params={{ org }}>
            Collectors
          </Link>
        }
      >
        <May org={org} needs="monitoring.change">
          <button type="button" className="button" onClick={() => setOpen('change')}>
            Change
          </button>
        </May>
        {collector.state === 'retired' ? (
          <May org={org} needs="monitoring.change">
            <button
              type="button"
              className="button"
              onClick={() => change.mutate({ act: resume, done: `Runs of ${name} are expected again.` })}
            >
              Expect runs again
            </button>
          </May>
        ) : (
          <May org={org} needs="monitoring.change">
            <button type="button" className="button quiet" onClick={() => setOpen('retire')}>
              Retire
            </button>
          </May>
        )}
      </PageHead>
      <p className="toolbar">
        <StatusMark state={`collector_${collector.state}`} />
        <RunStrip runs={collector.recent} />
      </p>
      {collector.kind === 'ci' ? (
        <p className="command">
          <Copy what="the command" text={`assay push FILE --collector ${name}`} />
        </p>
      ) : null}
      <Runs org={org} collector={name} rows={runs.data?.data ?? []} />
      <TableSection
        title="Outages"
        file={`${name}-outages`}
        rows={outages.data?.data.toReversed() ?? []}
        columns={OUTAGES}
        keyOf={(row) => row.from}
        empty={<p className="faint">It was never silent for longer than it may.</p>}
      />
      {open === 'change' ? (
        <CollectorForm org={org} held={collector} close={() => setOpen(undefined)} />
      ) : null}
      {open === 'retire' ? (
        <ReasonDialog
          title={`Retire ${name}`}
          ask="Why are no more runs expected?"
          act="Retire it"
          close={() => setOpen(undefined)}
          give={(because) =>
            change.mutate({
              act: () => api['collectors.retire']({ params, body: { because } }),
              done: `${name} is retired.`,
              undo: resume,
            })
          }
        />
      ) : null}
    </div>
  );
}

function Runs(props: { readonly org: string; readonly collector: string; readonly rows: readonly Run[] }) {
  const { org, collector, rows } = props;
  const [vouching, setVouching] = useState<Run>();
  const change = useChange(org);
  const columns: readonly SmallColumn<Run>[] = [
    { name: 'Ended (UTC)', value: (run) => run.ended_at, show: (run) => minute(run.ended_at) },
    {
      name: 'State',
      grow: true,
      value: (run) => (run.complete ? 'complete' : whyUnknown(run)),
      show: (run) => (
        <>
          <StatusMark state={runState(run)} />
          <span className="under">
            {run.complete
              ? run.vouched
                ? `${run.vouched.by}: ${run.vouched.because}`
                : ''
              : whyUnknown(run)}
            {run.message === null ? '' : ` (${run.message})`}
          </span>
        </>
      ),
    },
    {
      name: 'Rows',
      number: true,
      value: (run) => run.rows,
      show: (run) => (
        <>
          {run.rows}
          <span className="only-phone faint"> rows</span>
        </>
      ),
    },
    {
      name: 'Run',
      value: (run) => run.run,
      show: (run) => (
        <>
          <span className="only-phone faint">run </span>
          <span className="mono">{run.run}</span>
        </>
      ),
    },
    {
      name: 'Files',
      value: (run) => run.imports.length,
      show: (run) =>
        run.imports.length === 0 ? (
          <span className="faint">no file</span>
        ) : (
          run.imports.map((id, i) => (
            <Link key={id} to="/o/$org/import" params={{ org }} search={{ id }}>
              {i === 0 ? 'Import' : ` ${i + 1}`}
            </Link>
          ))
        ),
    },
    {
      name: 'Word',
      show: (run) =>
        run.vouchable ? (
          <button type="button" className="button quiet" onClick={() => setVouching(run)}>
            It was whole<span className="sr">, the run of {minute(run.ended_at)}</span>
          </button>
        ) : null,
    },
  ];
  return (
    <>
      <TableSection
        title="Runs"
        file={`${collector}-runs`}
        rows={rows}
        columns={columns}
        keyOf={(run) => run.id}
        empty={<p className="faint">No run has come yet.</p>}
      />
      {vouching ? (
        <ReasonDialog
          title="This run was whole"
          ask={`It is unknown because ${whyUnknown(vouching)}. Why is it right all the same?`}
          act="Count it as complete"
          close={() => setVouching(undefined)}
          give={(because) =>
            change.mutate({
              act: () =>
                api['collectors.vouch']({ params: { org, collector, run: vouching.id }, body: { because } }),
              done: `The run of ${minute(vouching.ended_at)} counts as complete.`,
            })
          }
        />
      ) : null}
    </>
  );
}

const OUTAGES: readonly SmallColumn<Outage>[] = [
  { name: 'From (UTC)', value: (row) => row.from, show: (row) => minute(row.from) },
  {
    name: 'Until (UTC)',
    value: (row) => row.until ?? 'goes on',
    show: (row) =>
      row.until === null ? <StatusMark state="collector_outage">Goes on</StatusMark> : minute(row.until),
  },
  {
    name: 'Runs that ended nothing',
    number: true,
    value: (row) => row.unknown.length,
    show: (row) => (
      <>
        {row.unknown.length}
        <span className="only-phone faint"> runs ended nothing</span>
      </>
    ),
  },
  {
    name: 'Unknown meanwhile',
    grow: true,
    value: (row) => (row.controls === 'all' ? 'everything' : row.controls.join(' ')),
    show: (row) => (row.controls === 'all' ? 'everything' : row.controls.join(' ')),
  },
];
