// What changed since the newest approved version: what the next one would say anew.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { Differences, differenceSentence } from './Differences.tsx';
import { SoaTabs } from './SoaTabs.tsx';
import './soa.css';

export function ChangesPage() {
  const { org } = useParams({ from: '/o/$org/soa/versions/changes' });
  const found = useOrg(org, ['soa', 'differences'], () =>
    api['soa.differences']({ params: { org }, query: {} }),
  );
  return (
    <Loaded of={found}>
      {({ from, to, data }) => (
        <div className="page">
          <PageHead
            title={`Changes since ${from}`}
            name={`Changes since ${from}`}
            sentence={differenceSentence(from, 'the statement of now', data)}
            crumbs={
              <Link to="/o/$org/soa/versions" params={{ org }}>
                Versions
              </Link>
            }
          />
          <SoaTabs org={org} />
          <Differences org={org} from={from} to={to} rows={data} />
        </div>
      )}
    </Loaded>
  );
}
