// The controls of 2022 by theme, one cell each, in the shape of where it stands; the table below is its twin.
import { ShapeIcon, stateOf } from '../../ui/marks.tsx';
import { themeWord, type Way } from './transition.columns.tsx';

export function WayPicture({ rows }: { readonly rows: readonly Way[] }) {
  const themes = [...Map.groupBy(rows, ({ theme }) => theme)];
  return (
    <figure className="way" aria-label="Controls of 2022 by theme; the table below says the same">
      {themes.map(([theme, members]) => (
        <WayTheme key={theme} theme={theme} rows={members} />
      ))}
    </figure>
  );
}

function WayTheme({ theme, rows }: { readonly theme: string; readonly rows: readonly Way[] }) {
  const decided = rows.filter(({ decision }) => decision !== 'undecided').length;
  return (
    <>
      <span>
        {themeWord(theme)}{' '}
        <span className="muted">
          {decided} of {rows.length} decided
        </span>
      </span>
      <span className="way-cells" aria-hidden="true">
        {rows.map((row) => {
          const [word, shape, colour] = stateOf(`way_${row.state}`);
          return (
            <span key={row.id} className={`status-${colour}`} title={`${row.id} ${row.title}: ${word}`}>
              <ShapeIcon shape={shape} />
            </span>
          );
        })}
      </span>
    </>
  );
}
