// Decided, in place, proved: three bars a framework on one baseline, with their denominators.
import { Link } from '@tanstack/react-router';
import type { FrameworkPosture } from '../../data/rows.ts';
import { Fraction, FrameworkMark } from '../../ui/marks.tsx';
import { Term } from '../../ui/Term.tsx';

const STAGES = [
  ['Decided', 'decided'],
  ['In place', 'in_place'],
  ['Proved', 'proved'],
] as const;

export function Bars({
  frameworks,
  org,
}: {
  readonly frameworks: readonly FrameworkPosture[];
  readonly org: string;
}) {
  return (
    <section className="bars" aria-label="Readiness">
      {frameworks.map((each) => (
        <div className="side" key={each.framework}>
          <h2>
            <FrameworkMark view={each.view}>
              <Link to="/o/$org/view/$framework" params={{ org, framework: each.framework }}>
                {each.title}
              </Link>
            </FrameworkMark>
          </h2>
          {STAGES.map(([name, key]) => {
            const stage = each[key];
            const share = stage.denominator === 0 ? 0 : (stage.numerator / stage.denominator) * 100;
            return (
              <div className="bar-row" key={key}>
                <span className="muted">
                  <Term>{name}</Term>
                </span>
                <svg
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  role="img"
                  aria-label={`${name}: ${stage.numerator} of ${stage.denominator}`}
                >
                  <rect className="track" width="100" height="10" />
                  <rect
                    className={`fill ${each.view === 'soc2' ? 'soc2' : 'iso'}`}
                    width={share}
                    height="10"
                  />
                </svg>
                <span className="value">
                  <Fraction of={stage} />
                </span>
              </div>
            );
          })}
          <p className="small muted">
            {each.sentence}
            {each.proved.excluded > 0 ? ` ${each.proved.excluded} do not apply, with a recorded reason.` : ''}
          </p>
        </div>
      ))}
    </section>
  );
}
