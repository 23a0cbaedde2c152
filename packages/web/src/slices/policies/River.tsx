// When each policy comes up for review: stacks of policies over the months ahead. The list below is its table.
import { Link } from '@tanstack/react-router';
import { ShapeIcon, stateOf } from '../../ui/marks.tsx';
import { useToday } from '../../ui/useToday.ts';
import type { PolicyRow } from './policies.ts';
import { reviewRiver } from './river.ts';

export function River({ org, rows }: { readonly org: string; readonly rows: readonly PolicyRow[] }) {
  const river = reviewRiver(rows, useToday());
  if (river.every(({ policies }) => policies.length === 0)) return null;
  return (
    <section className="section" aria-labelledby="river">
      <div className="section-head">
        <h2 id="river">Next reviews</h2>
      </div>
      <ol className="river">
        {river.map(({ name, month, policies }) => (
          <li key={name} className={policies.length === 0 ? 'dry' : undefined}>
            <span className="river-month">
              {month === undefined ? name : <time dateTime={month}>{name}</time>}
            </span>
            <ul>
              {policies.map((each) => {
                const [, shape, colour] = stateOf(`policy_${each.state}`);
                return (
                  <li key={each.code}>
                    <Link
                      className="id"
                      to="/o/$org/policies/$policy"
                      params={{ org, policy: each.code }}
                      title={`${each.title}, ${each.review_on ?? ''}`}
                    >
                      <span className={`status-${colour}`}>
                        <ShapeIcon shape={shape} />
                      </span>
                      {each.code}
                      <span className="river-title">{each.title}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
