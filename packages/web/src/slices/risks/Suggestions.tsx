// Scenarios to begin with, by what they are about; a press puts one into the form. Each stays unreviewed until somebody
// judges it as a risk of this company.
import { useState } from 'react';
import { SearchBox } from '../../ui/SearchBox.tsx';
import type { Suggestion } from './risks.ts';

interface Props {
  readonly all: readonly Suggestion[];
  readonly reviewer: string;
  readonly take: (suggestion: Suggestion) => void;
}

export function Suggestions({ all, reviewer, take }: Props) {
  const [words, setWords] = useState<string>();
  const wanted = (words ?? '').toLowerCase();
  const found = all.filter((each) =>
    `${each.title} ${each.event} ${each.consequence} ${each.category} ${each.controls.join(' ')}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <section className="section" aria-labelledby="scenarios">
      <h2 id="scenarios">Scenarios to begin with</h2>
      <p className="muted">
        {all.length} scenarios of a software company, {reviewer}: nobody has judged whether they are yours.
      </p>
      <div className="toolbar">
        <SearchBox
          label="Filter scenarios"
          hint="Words, category or control"
          value={words}
          change={setWords}
        />
        <span className="count" role="status">
          {found.length} of {all.length}
        </span>
      </div>
      {[...Map.groupBy(found, ({ category }) => category)].map(([category, members]) => (
        <div key={category} className="stack">
          <h3>{category}</h3>
          <ul className="suggestions">
            {members.map((each) => (
              <li key={each.id}>
                <button type="button" onClick={() => take(each)}>
                  <strong>{each.title}</strong>
                  <span className="sr">: begin with this scenario</span>
                </button>
                <span className="muted small">
                  {each.event}. {each.consequence}.
                </span>
                <span className="faint small">
                  {reviewer}, {each.controls.join(' ')}
                  {each.used_by.length === 0 ? '' : `, in the register as ${each.used_by.join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
