// The matrix: dot is full, ring is partial, point is supporting; a cross follows the cursor; labels stay in sight.
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { CrosswalkPair } from '../../data/rows.ts';
import { CELL, gridOf, idOf, keyOf, step, type Grid } from './matrix.layout.ts';

const LEFT = 56;
const TOP = 56;

interface Props {
  readonly pairs: readonly CrosswalkPair[];
  readonly titles: ReadonlyMap<string, string>;
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
}

export function Matrix({ pairs, titles, chosen, choose }: Props) {
  const [seen, setSeen] = useState<CrosswalkPair | undefined>();
  const grid = useMemo(() => gridOf(pairs), [pairs]);
  const marked = seen ?? pairs.find((pair) => keyOf(pair) === chosen);
  const at = marked && {
    column: grid.columns.at.get(marked.tsc) ?? 0,
    row: grid.rows.at.get(marked.iso) ?? 0,
  };
  const onKey = (event: KeyboardEvent, pair: CrosswalkPair): void => {
    if (event.key === 'Enter' || event.key === ' ') choose(keyOf(pair));
    const next = step(pairs, pair, event.key);
    if (next)
      event.currentTarget.parentElement?.querySelector<SVGElement>(`[data-pair="${keyOf(next)}"]`)?.focus();
    if (next || event.key === 'Enter' || event.key === ' ') event.preventDefault();
  };
  return (
    <figure className="matrix-figure">
      <figcaption className="matrix-says small" aria-live="polite">
        {marked ? (
          <>
            <span className="mono soc2">{idOf(marked.tsc)}</span> {titles.get(marked.tsc)} ×{' '}
            <span className="mono iso">{idOf(marked.iso)}</span> {titles.get(marked.iso)}: {marked.strength},
            through {marked.via.length} {marked.via.length === 1 ? 'control' : 'controls'}
          </>
        ) : (
          <Legend />
        )}
      </figcaption>
      <div
        className="matrix-wrap"
        tabIndex={0}
        role="region"
        aria-label="Crosswalk matrix; the table says the same"
      >
        <svg className="matrix corner" width={LEFT} height={TOP} aria-hidden="true" />
        <ColumnLabels grid={grid} on={at?.column} />
        <RowLabels grid={grid} on={at?.row} />
        <svg
          className="matrix"
          width={grid.width}
          height={grid.height}
          onMouseLeave={() => setSeen(undefined)}
        >
          <title>Criteria across, Annex A controls down</title>
          <Rules grid={grid} />
          {at ? (
            <>
              <rect className="cross" x={at.column * CELL} y={0} width={CELL} height={grid.height} />
              <rect className="cross" x={0} y={at.row * CELL} width={grid.width} height={CELL} />
            </>
          ) : null}
          {pairs.map((pair, i) => {
            const x = (grid.columns.at.get(pair.tsc) ?? 0) * CELL;
            const y = (grid.rows.at.get(pair.iso) ?? 0) * CELL;
            return (
              <g
                key={keyOf(pair)}
                data-pair={keyOf(pair)}
                role="button"
                tabIndex={i === 0 ? 0 : -1}
                aria-pressed={chosen === keyOf(pair)}
                aria-label={`${idOf(pair.tsc)} and ${idOf(pair.iso)}: ${pair.strength}, ${pair.relation}`}
                onMouseEnter={() => setSeen(pair)}
                onFocus={() => setSeen(pair)}
                onClick={() => choose(keyOf(pair))}
                onKeyDown={(event) => onKey(event, pair)}
              >
                <rect className="hit" x={x} y={y} width={CELL} height={CELL} />
                <Dot strength={pair.strength} x={x + CELL / 2} y={y + CELL / 2} />
                {chosen === keyOf(pair) ? (
                  <rect className="picked" x={x + 1} y={y + 1} width={CELL - 2} height={CELL - 2} />
                ) : null}
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}

interface DotProps {
  readonly strength: CrosswalkPair['strength'];
  readonly x: number;
  readonly y: number;
}

/** Area says strength. */
function Dot({ strength, x, y }: DotProps) {
  if (strength === 'full') return <circle className="dot" cx={x} cy={y} r="6" />;
  if (strength === 'partial') return <circle className="ring" cx={x} cy={y} r="4.5" />;
  return <circle className="weak" cx={x} cy={y} r="1.8" />;
}

function Legend() {
  return (
    <span className="legend matrix-legend">
      {(['full', 'partial', 'supporting'] as const).map((strength) => (
        <span key={strength} className="mark">
          <svg className="matrix" viewBox="0 0 14 14" aria-hidden="true">
            <Dot strength={strength} x={7} y={7} />
          </svg>
          {strength}
        </span>
      ))}
      <span className="muted">Choose a dot to read why.</span>
    </span>
  );
}

function Rules({ grid }: { readonly grid: Grid }) {
  return (
    <>
      {grid.columns.rules.map((i) => (
        <line key={`c${i}`} className="grid" x1={i * CELL} x2={i * CELL} y1={0} y2={grid.height} />
      ))}
      {grid.rows.rules.map((i) => (
        <line key={`r${i}`} className="grid" x1={0} x2={grid.width} y1={i * CELL} y2={i * CELL} />
      ))}
    </>
  );
}

interface LabelProps {
  readonly grid: Grid;
  /** The place under the cursor. */
  readonly on: number | undefined;
}

function ColumnLabels({ grid, on }: LabelProps) {
  return (
    <svg className="matrix columns" width={grid.width} height={TOP} aria-hidden="true">
      {grid.columns.refs.map((ref, i) => (
        <text
          key={ref}
          className={on === i ? 'on' : ''}
          transform={`translate(${i * CELL + 13} ${TOP - 6}) rotate(-90)`}
        >
          {idOf(ref)}
        </text>
      ))}
    </svg>
  );
}

function RowLabels({ grid, on }: LabelProps) {
  return (
    <svg className="matrix rows" width={LEFT} height={grid.height} aria-hidden="true">
      {grid.rows.refs.map((ref, i) => (
        <text key={ref} className={on === i ? 'on' : ''} x={0} y={i * CELL + 13}>
          {idOf(ref)}
        </text>
      ))}
    </svg>
  );
}
