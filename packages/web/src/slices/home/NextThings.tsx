// What would move both frameworks most per day of effort, each with its reason and where to do it.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { Loaded } from '../../ui/page.tsx';

export function NextThings() {
  const { org } = useParams({ from: '/o/$org' });
  const steps = useOrg(org, ['steps'], () =>
    api['next_steps.list']({ params: { org }, query: { limit: '3' } }),
  );
  return (
    <section className="section" aria-labelledby="next">
      <h2 id="next">Three next things</h2>
      <Loaded of={steps}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">Nothing is open: everything that applies is proved.</p>
          ) : (
            <ol className="steps">
              {data.map((step) => (
                <li key={`${step.kind}${step.target}`}>
                  <Target org={org} target={step.target} />
                  <div>
                    <p>{step.title}</p>
                    <p className="small muted">{step.reason}</p>
                  </div>
                  <span className="moves small">
                    <span className="iso" title={step.moves.iso.map(short).join(' ')}>
                      {step.moves.iso.length} ISO
                    </span>
                    <span className="soc2" title={step.moves.soc2.map(short).join(' ')}>
                      {step.moves.soc2.length} SOC 2
                    </span>
                  </span>
                  <span className="small muted effort">{effort(step.effort_days)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function Target({ org, target }: { readonly org: string; readonly target: string }) {
  if (target.startsWith('C-'))
    return (
      <Link className="id" to="/o/$org/controls/$control" params={{ org, control: target }}>
        {target}
      </Link>
    );
  const [framework = '', requirement = ''] = target.split('/');
  return (
    <Link
      className={`id ${framework.startsWith('soc2') ? 'soc2' : 'iso'}`}
      to="/o/$org/frameworks/$framework/$requirement"
      params={{ org, framework, requirement }}
    >
      {requirement}
    </Link>
  );
}

function short(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function effort(days: number): string {
  if (days < 0.2) return 'minutes';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
