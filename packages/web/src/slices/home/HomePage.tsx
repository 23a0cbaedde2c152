// Home: how ready are we, and what is next. One sentence, one picture, three bars each, three steps.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { Bars } from './Bars.tsx';
import { TwoViews } from './TwoViews.tsx';

export function HomePage() {
  const { org } = useParams({ from: '/o/$org' });
  const posture = useOrg(org, ['posture'], () => api['posture.read']({ params: { org } }));
  const controls = useOrg(org, ['controls'], () => api['controls.list']({ params: { org } }));
  const steps = useOrg(org, ['steps'], () =>
    api['next_steps.list']({ params: { org }, query: { limit: '3' } }),
  );
  return (
    <Loaded of={posture}>
      {({ data: frameworks }) => (
        <div className="page">
          <PageHead
            title="One evidence, two views"
            name="Home"
            sentence={
              <>
                {frameworks
                  .filter((each) => each.view !== 'other')
                  .map(
                    (each) =>
                      `${each.view === 'iso' ? 'ISO' : 'SOC 2'}: ${each.proved.numerator} of ${each.proved.denominator} that apply are proved`,
                  )
                  .join('. ')}
                .
              </>
            }
          />
          {controls.data ? (
            <TwoViews org={org} frameworks={frameworks} controls={controls.data.data} />
          ) : null}
          <Bars frameworks={frameworks} org={org} />
          <section className="section" aria-labelledby="next">
            <h2 id="next">Three next things</h2>
            <ol className="steps">
              {steps.data?.data.map((step) => (
                <li key={`${step.kind}${step.target}`}>
                  {step.target.startsWith('C-') ? (
                    <Link
                      className="id"
                      to="/o/$org/controls/$control"
                      params={{ org, control: step.target }}
                    >
                      {step.target}
                    </Link>
                  ) : (
                    <span className="id">{step.target.slice(step.target.indexOf('/') + 1)}</span>
                  )}
                  <span>{step.title}</span>
                  <span className="muted small">
                    {step.effort_days < 0.2 ? 'minutes' : `${step.effort_days} days`}
                  </span>
                  <span className="why">{step.reason}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Loaded>
  );
}
