// Requirements of one framework that lean on the touched controls, those that move alike together.
import { RequirementId } from '../../../ui/links.tsx';
import { FrameworkMark } from '../../../ui/marks.tsx';
import type { ImportEffect } from '../records.ts';
import { tallyMoves } from './moves.ts';
import { Path } from './Path.tsx';

interface Props {
  readonly org: string;
  readonly view: 'iso' | 'soc2';
  readonly title: string;
  readonly of: ImportEffect['requirements'];
}

export function Leaning({ org, view, title, of }: Props) {
  const rows = of.filter((row) => row.view === view);
  return (
    <div className="leaning-side">
      <h3>
        <FrameworkMark view={view}>
          {title}: {rows.length}
        </FrameworkMark>
      </h3>
      {rows.length === 0 ? <p className="muted">None.</p> : null}
      {tallyMoves(rows).map(({ path, rows: alike }) =>
        alike[0] ? (
          <div key={path.map(({ when, state }) => `${when} ${state}`).join()} className="leaning">
            <span>
              <Path of={alike[0]} />
              {path.length === 1 ? <span className="faint small">stays</span> : null}
            </span>
            <span className="leaning-ids">
              {alike.map((row) => (
                <RequirementId
                  key={row.id}
                  org={org}
                  reference={`${row.framework}/${row.id}`}
                  title={row.title}
                />
              ))}
            </span>
          </div>
        ) : null,
      )}
    </div>
  );
}
