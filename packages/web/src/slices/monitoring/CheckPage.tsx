// One check: what it says now on each resource, for which controls, and every word that it ever said.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { Copy } from '../../ui/Copy.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { resourcesOf, stateOfCheck, useChecks, type CheckRow } from './checks.ts';
import { CheckMapping } from './CheckMapping.tsx';
import { Resources } from './Resources.tsx';
import { Sightings } from './Sightings.tsx';
import './monitoring.css';

export function CheckPage() {
  const { org, check } = useParams({ from: '/o/$org/checks/$check' });
  const one = useOrg(org, ['check', check], () =>
    api['checks.list']({ params: { org }, query: { limit: '200', q: check } }),
  );
  const all = useChecks(org);
  const row =
    one.data?.data.find((each) => each.key === check) ?? all.data?.find((each) => each.key === check);
  const gone = row === undefined && one.data !== undefined && all.data !== undefined;
  return (
    <Loaded
      key={check}
      of={{
        data: row,
        error: gone ? new Error(`Neither the catalogue nor an import knows the check ${check}.`) : one.error,
      }}
    >
      {(found) => <Check org={org} row={found} />}
    </Loaded>
  );
}

function Check({ org, row }: { readonly org: string; readonly row: CheckRow }) {
  return (
    <div className="page">
      <PageHead
        title={row.title}
        name={row.title}
        crumbs={
          <>
            <Link to="/o/$org/checks" params={{ org }}>
              Checks
            </Link>
            <Link to="/o/$org/checks" params={{ org }} search={{ source: row.scanner }}>
              {row.scanner}
            </Link>
          </>
        }
        sentence={sentence(row)}
      />
      <dl className="facts">
        <dt>Check</dt>
        <dd>
          <Copy what="key" text={row.key} />
        </dd>
        {row.provider === null && row.service === null ? null : (
          <>
            <dt>Looks at</dt>
            <dd>{[row.provider, row.service].filter((each) => each !== null).join(', ')}</dd>
          </>
        )}
        {row.severity === null ? null : (
          <>
            <dt>Severity</dt>
            <dd>{row.severity}</dd>
          </>
        )}
        <dt>Result</dt>
        <dd>
          <StatusMark state={stateOfCheck(row)} />
        </dd>
        <dt>Speaks for</dt>
        <dd>
          <CheckMapping org={org} row={row} />
        </dd>
      </dl>
      <Resources org={org} row={row} />
      <Sightings org={org} check={row.key} />
    </div>
  );
}

function sentence(row: CheckRow): string {
  if (row.last_seen === null) return 'No import has spoken of it yet; it proves nothing.';
  const total = resourcesOf(row);
  const of = total === 1 ? '1 resource' : `${total} resources`;
  const on = row.last_seen.slice(0, 10);
  const { fail, error, unknown, pass } = row.latest;
  if (fail > 0) return `It fails on ${fail} of ${of}, last seen on ${on}.`;
  if (error + unknown > 0) return `On ${error + unknown} of ${of} it could not tell, last seen on ${on}.`;
  return `It passes on ${pass} of ${of}, last seen on ${on}.`;
}
