// What makes an auditor doubt the list, each with its first rows.
import { doubtOf, type Population } from './populations.ts';

export function Doubts({ row }: { readonly row: Population }) {
  const unread = row.problems.first.filter((each) => each.level !== 'warning');
  const count = row.warnings.length + row.faults.length + unread.length;
  return (
    <section className="section" aria-labelledby="doubts">
      <h2 id="doubts">Doubts</h2>
      {count === 0 ? (
        <p className="muted">None: it is whole as far as anybody can tell from the list.</p>
      ) : (
        <ul className="population-doubts">
          {unread.map((each) => (
            <li key={`${each.code} ${each.position}`}>
              <strong>{each.message}</strong>{' '}
              <span className="muted">
                {each.position}. {each.remedy}
              </span>
            </li>
          ))}
          {row.faults.map(({ fault, rows, first }) => (
            <li key={fault}>
              <strong>
                {rows} {rows === 1 ? 'row' : 'rows'} cannot be read: {FAULTS[fault]}.
              </strong>{' '}
              <span className="muted">The first at {first}. Until then it cannot be frozen.</span>
            </li>
          ))}
          {row.warnings.map((each) => (
            <li key={each.code}>
              {doubtOf(each)}{' '}
              {each.examples.length === 0 ? null : (
                <span className="muted mono small">
                  {each.examples.slice(0, 8).join(', ')}
                  {each.count > 8 ? ' …' : ''}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const FAULTS: Readonly<Record<Population['faults'][number]['fault'], string>> = {
  no_key: 'the key is empty',
  no_day: 'the day is empty',
  day_unreadable: 'the day is none (write 2026-06-01 or 1.6.2026)',
  done_unreadable: 'the day of doing is none',
};
