// One control: both verdicts, what is done, what an auditor asks for, its evidence, what it answers and why.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import { May } from '../../data/may.tsx';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PoliciesOf } from '../policies/PoliciesOf.tsx';
import { ControlActivity } from './ControlActivity.tsx';
import { ControlEvidence } from './ControlEvidence.tsx';
import { ControlMappings } from './ControlMappings.tsx';
import { ControlResults } from './ControlResults.tsx';
import { ControlVerdicts } from './ControlVerdicts.tsx';

export function ControlPage() {
  const { org, control } = useParams({ from: '/o/$org/controls/$control' });
  const { day, query } = useAsOf();
  const found = useOrg(org, ['control', control, day ?? ''], () =>
    api['controls.read']({ params: { org, control }, query }),
  );
  return (
    <Loaded of={found}>
      {(data) => (
        <div className="page">
          <PageHead
            title={
              <>
                <span className="mono faint">{data.code}</span> {data.name}
              </>
            }
            name={`${data.code} ${data.name}`}
            sentence={data.objective}
            crumbs={
              <>
                <Link to="/o/$org/controls" params={{ org }}>
                  Controls
                </Link>
                <span>{data.domain}</span>
              </>
            }
          >
            <AsOf />
            {day === undefined ? (
              <May org={org} needs="evidence.add">
                <Link className="button primary" to="/o/$org/import" params={{ org }}>
                  Bring evidence
                </Link>
              </May>
            ) : null}
          </PageHead>
          <PastNotice />
          <ControlVerdicts control={data} />
          <ControlActivity org={org} control={data} past={day !== undefined} />
          <May org={org} needs="evidence.read">
            <ControlEvidence org={org} code={data.code} />
          </May>
          <May org={org} needs="monitoring.read">
            <ControlResults org={org} code={data.code} />
          </May>
          <PoliciesOf org={org} of={data.code} />
          <ControlMappings org={org} control={data} past={day !== undefined} />
        </div>
      )}
    </Loaded>
  );
}
