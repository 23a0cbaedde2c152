// The matrix itself: dot area is strength, ring is partial, small is supporting; a cross follows the cursor.
import { useMemo, useState } from 'react';
import { byId } from '@assay/core';

export interface Pair {
  readonly tsc: string;
  readonly iso: string;
  readonly relation: string;
  readonly strength: 'full' | 'partial' | 'supporting';
  readonly via: readonly {
    readonly control: string;
    readonly name: string;
    readonly tsc: End;
    readonly iso: End;
  }[];
}

interface End {
  readonly relation: string;
  readonly strength: string;
  readonly rationale: string;
}

const CELL = 18;
const LEFT = 56;
const TOP = 58;

export function Matrix({
  pairs,
  chosen,
  choose,
}: {
  readonly pairs: readonly Pair[];
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
}) {
  const [at, setAt] = useState<{ readonly column: number; readonly row: number } | undefined>();
  const columns = useMemo(() => [...new Set(pairs.map((pair) => pair.tsc))].sort(byId), [pairs]);
  const rows = useMemo(() => [...new Set(pairs.map((pair) => pair.iso))].sort(byId), [pairs]);
  const place = useMemo(
    () => ({
      column: new Map(columns.map((ref, i) => [ref, i])),
      row: new Map(rows.map((ref, i) => [ref, i])),
    }),
    [columns, rows],
  );
  const width = LEFT + columns.length * CELL + 8;
  const height = TOP + rows.length * CELL + 8;
  const move = (event: React.KeyboardEvent, pair: Pair): void => {
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[
      event.key
    ] ?? [0, 0];
    if (event.key === 'Enter' || event.key === ' ') choose(keyOf(pair));
    else if (!dx && !dy) return;
    event.preventDefault();
    const line = pairs
      .filter((each) => (dx ? each.iso === pair.iso : each.tsc === pair.tsc))
      .sort((a, b) => byId(dx ? a.tsc : a.iso, dx ? b.tsc : b.iso));
    const next = line[line.indexOf(pair) + ((dx ?? 0) || (dy ?? 0))];
    if (next)
      event.currentTarget.parentElement?.querySelector<SVGElement>(`[data-pair="${keyOf(next)}"]`)?.focus();
  };
  return (
    <div
      className="matrix-wrap"
      tabIndex={0}
      role="region"
      aria-label="Crosswalk matrix; the table says the same"
    >
      <svg className="matrix" width={width} height={height} onMouseLeave={() => setAt(undefined)}>
        <title>Criteria across, Annex A controls down</title>
        {at ? (
          <>
            <rect className="cross" x={LEFT + at.column * CELL} y={0} width={CELL} height={height} />
            <rect className="cross" x={0} y={TOP + at.row * CELL} width={width} height={CELL} />
          </>
        ) : null}
        {columns.map((ref, i) => (
          <text
            key={ref}
            className={at?.column === i ? 'on' : ''}
            transform={`translate(${LEFT + i * CELL + 12} ${TOP - 8}) rotate(-90)`}
          >
            {idOf(ref)}
          </text>
        ))}
        {rows.map((ref, i) => (
          <text key={ref} className={at?.row === i ? 'on' : ''} x={0} y={TOP + i * CELL + 13}>
            {idOf(ref)}
          </text>
        ))}
        {columns.map((ref, i) =>
          i > 0 && seriesOf(columns[i - 1] ?? '') !== seriesOf(ref) ? (
            <line
              key={ref}
              className="grid"
              x1={LEFT + i * CELL}
              x2={LEFT + i * CELL}
              y1={TOP - 50}
              y2={height}
            />
          ) : null,
        )}
        {rows.map((ref, i) =>
          i > 0 && themeOf(rows[i - 1] ?? '') !== themeOf(ref) ? (
            <line key={ref} className="grid" x1={0} x2={width} y1={TOP + i * CELL} y2={TOP + i * CELL} />
          ) : null,
        )}
        {pairs.map((pair, i) => {
          const column = place.column.get(pair.tsc) ?? 0;
          const row = place.row.get(pair.iso) ?? 0;
          const [x, y] = [LEFT + column * CELL + CELL / 2, TOP + row * CELL + CELL / 2];
          return (
            <g
              key={keyOf(pair)}
              data-pair={keyOf(pair)}
              role="button"
              tabIndex={i === 0 ? 0 : -1}
              aria-pressed={chosen === keyOf(pair)}
              aria-label={`${idOf(pair.tsc)} and ${idOf(pair.iso)}: ${pair.strength}, ${pair.relation}`}
              onMouseEnter={() => setAt({ column, row })}
              onFocus={() => setAt({ column, row })}
              onClick={() => choose(keyOf(pair))}
              onKeyDown={(event) => move(event, pair)}
            >
              <rect className="hit" x={x - CELL / 2} y={y - CELL / 2} width={CELL} height={CELL} />
              {pair.strength === 'full' ? (
                <circle className="dot" cx={x} cy={y} r="6" />
              ) : pair.strength === 'partial' ? (
                <circle className="ring" cx={x} cy={y} r="4.5" />
              ) : (
                <circle className="weak" cx={x} cy={y} r="1.8" />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function keyOf(pair: Pair): string {
  return `${pair.tsc}|${pair.iso}`;
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function seriesOf(ref: string): string {
  return idOf(ref).replace(/\.\d+$/, '');
}

function themeOf(ref: string): string {
  return idOf(ref).replace(/^(A\.\d).*$/, '$1');
}
