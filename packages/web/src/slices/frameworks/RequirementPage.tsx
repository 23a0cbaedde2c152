// One requirement: its state and why, the controls that answer it and why, what they meet in the other framework.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { hueOf } from '../../ui/links.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { Applicability } from '../controls/Applicability.tsx';
import { groupTitle } from '../controls/view.columns.tsx';
import { PoliciesOf } from '../policies/PoliciesOf.tsx';
import { AnsweredBy } from './AnsweredBy.tsx';
import { Counterparts } from './Counterparts.tsx';
import { Hints } from './Hints.tsx';
import { RequirementState } from './RequirementState.tsx';

export function RequirementPage() {
  const { org, framework, requirement } = useParams({ from: '/o/$org/frameworks/$framework/$requirement' });
  const { day, query } = useAsOf();
  const [deciding, setDeciding] = useState(false);
  const posture = useOrg(org, ['posture', framework, day ?? ''], () =>
    api['posture.read']({ params: { org }, query: { framework, ...query } }),
  );
  return (
    <Loaded of={posture}>
      {({ data: [view] }) => {
        const found = view?.requirements.find((each) => each.id === requirement);
        if (!view || !found) return <Missing org={org} framework={framework} requirement={requirement} />;
        return (
          <div className="page">
            <PageHead
              title={
                <>
                  <span className={`mono ${hueOf(framework)}`}>{found.id}</span> {found.title}
                </>
              }
              name={`${found.id} ${found.title}`}
              sentence={found.reason}
              crumbs={
                <>
                  <Link to="/o/$org/view/$framework" params={{ org, framework }}>
                    {view.title}
                  </Link>
                  <span>{groupTitle(found.group)}</span>
                </>
              }
            >
              <AsOf />
            </PageHead>
            <PastNotice />
            {deciding ? (
              <Applicability
                org={org}
                framework={framework}
                requirement={found}
                close={() => setDeciding(false)}
              />
            ) : null}
            <RequirementState
              requirement={found}
              decide={day === undefined && found.kind !== 'clause' ? () => setDeciding(true) : undefined}
            />
            <AnsweredBy org={org} requirement={found} />
            <PoliciesOf org={org} of={found.ref} />
            <Counterparts org={org} reference={found.ref} />
            <Hints org={org} framework={framework} requirement={requirement} />
          </div>
        );
      }}
    </Loaded>
  );
}

interface MissingProps {
  readonly org: string;
  readonly framework: string;
  readonly requirement: string;
}

/** Not in use, not in the chosen categories, or no such id: says which questions to ask. */
function Missing({ org, framework, requirement }: MissingProps) {
  return (
    <div className="page">
      <PageHead title={requirement} name={requirement} sentence={`It is not asked by ${framework} here.`} />
      <Empty title="Not in scope">
        <p>The framework may not be in use, or the criterion belongs to a category that was not chosen.</p>
        <Link className="button" to="/o/$org/frameworks" params={{ org }}>
          See the frameworks in use
        </Link>
      </Empty>
    </div>
  );
}
