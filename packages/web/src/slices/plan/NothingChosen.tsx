// Where nothing is advised and no way is chosen there is nothing to schedule: the ways lead on.
import { ADVICE_OPTIONS } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { ApiFailure } from '../../data/api.ts';
import { OPTION_TITLES } from '../../ui/options.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { PlanTabs } from '../../ui/PlanTabs.tsx';
import type { Plan } from './plan.ts';

export function isNothingChosen(cause: unknown): boolean {
  return cause instanceof ApiFailure && cause.failure.code === 'plan.nothing_chosen';
}

export function NothingChosen({ org }: { readonly org: string }) {
  return (
    <div className="page">
      <PageHead
        title="Schedule"
        name="Schedule"
        sentence="Nothing is advised yet, so there is nothing to schedule."
      />
      <PlanTabs org={org} />
      <Empty title="Look at a way all the same">
        <p>
          The advice needs to know where buyers are or what they ask for. Until it does, each way can be
          looked at as if it were chosen.
        </p>
        <ul className="plan-plain">
          {ADVICE_OPTIONS.filter((option) => option !== 'nothing_yet').map((option) => (
            <li key={option}>
              <Link to="/o/$org/plan/schedule" params={{ org }} search={{ way: option }}>
                {OPTION_TITLES[option]}
              </Link>
            </li>
          ))}
        </ul>
        <Link className="button primary" to="/o/$org/plan" params={{ org }} search={{ fill: 'buyers' }}>
          Say where buyers are
        </Link>
      </Empty>
    </div>
  );
}

/** That what is shown is not the plan, but another way. */
export function Looking({ plan }: { readonly plan: Plan }) {
  const planned = plan.settings.option ?? plan.advised;
  return (
    <p className="muted">
      You look at {OPTION_TITLES[plan.option]} as if it were chosen;{' '}
      {planned === 'nothing_yet' ? 'no way is chosen yet.' : `the plan takes ${OPTION_TITLES[planned]}.`} Only
      the plan can be moved, approved and taken along as a file.
    </p>
  );
}
