// What changed between two texts, line by line; what stayed is folded away but for the lines beside a change.
import type { DifferenceRow } from './policies.ts';

/** Lines that are shown on each side of a change. */
const BESIDE = 2;

export function Difference({
  lines,
  label,
}: {
  readonly lines: readonly DifferenceRow[];
  readonly label: string;
}) {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).some(({ kind }) => kind !== 'same'),
  );
  if (!near.includes(true)) return <p className="muted">The texts are the same.</p>;
  return (
    <ol className="difference" aria-label={label}>
      {lines.map((line, at) => {
        if (near[at] === true) return <Line key={at} line={line} />;
        return near[at - 1] === true || at === 0 ? (
          <li key={at} className="folded">
            {near.slice(at).findIndex(Boolean) === -1 ? near.length - at : near.slice(at).findIndex(Boolean)}{' '}
            lines are the same
          </li>
        ) : null;
      })}
    </ol>
  );
}

function Line({ line: { kind, text } }: { readonly line: DifferenceRow }) {
  if (kind === 'removed')
    return (
      <li className="removed">
        <span className="sign" aria-hidden="true">
          −
        </span>
        <del>{text}</del>
      </li>
    );
  if (kind === 'added')
    return (
      <li className="added">
        <span className="sign" aria-hidden="true">
          +
        </span>
        <ins>{text}</ins>
      </li>
    );
  return (
    <li>
      <span className="sign" />
      <span>{text}</span>
    </li>
  );
}
