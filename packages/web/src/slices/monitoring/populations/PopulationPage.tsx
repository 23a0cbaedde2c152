// One population: a draft that is being told, or a frozen list with where it comes from.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { KINDS } from '@assay/core';
import { api, useChange, useOrg } from '../../../data/api.ts';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { PopulationSamples } from '../samples/PopulationSamples.tsx';
import { Doubts } from './Doubts.tsx';
import { DraftColumns } from './DraftColumns.tsx';
import { PopulationTests } from './PopulationTests.tsx';
import { Provenance } from './Provenance.tsx';
import { Reconciliations } from './Reconciliations.tsx';
import { RowsTable } from './RowsTable.tsx';
import { SourceForm } from './SourceForm.tsx';
import { sentenceOf, type Population } from './populations.ts';
import './populations.css';

export function PopulationPage() {
  const { org, population } = useParams({ from: '/o/$org/populations/$population' });
  const found = useOrg(org, ['populations', population], () =>
    api['populations.read']({ params: { org, population } }),
  );
  return (
    <Loaded of={found}>
      {(row) => (
        <div className="page">
          <PageHead
            title={row.title}
            name={`${row.id} ${row.title}`}
            sentence={sentenceOf(row)}
            crumbs={
              <>
                <Link to="/o/$org/populations" params={{ org }}>
                  Populations
                </Link>
                <span className="mono">{row.id}</span>
              </>
            }
          >
            {row.state === 'draft' ? <Discard org={org} row={row} /> : null}
          </PageHead>
          <p className="muted">
            {KINDS[row.kind].title}
            {row.scope === null ? '' : `, ${row.scope}`}; for{' '}
            {row.controls.length === 0 ? 'no control yet' : null}
            {row.controls.map((control, i) => (
              <span key={control}>
                {i > 0 ? ', ' : ''}
                <Link to="/o/$org/controls/$control" params={{ org, control }}>
                  {control}
                </Link>
              </span>
            ))}
            .
          </p>
          <Doubts row={row} />
          {row.state === 'draft' ? (
            <>
              <DraftColumns key={`columns ${row.sheet ?? ''}`} org={org} row={row} />
              <SourceForm org={org} row={row} />
            </>
          ) : (
            <>
              <Provenance row={row} />
              <Reconciliations org={org} row={row} />
              <PopulationSamples org={org} row={row} />
            </>
          )}
          <PopulationTests org={org} row={row} />
          <RowsTable org={org} row={row} />
        </div>
      )}
    </Loaded>
  );
}

function Discard({ org, row }: { readonly org: string; readonly row: Population }) {
  const change = useChange(org);
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() =>
        change.mutate(
          {
            act: () => api['populations.discard']({ params: { org, population: row.id } }),
            done: `The draft ${row.id} is discarded; nothing of it counted.`,
          },
          { onSuccess: () => void navigate({ to: '/o/$org/populations', params: { org } }) },
        )
      }
    >
      Discard the draft
    </button>
  );
}
