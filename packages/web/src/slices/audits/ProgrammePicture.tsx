// Three years of internal audit: every clause and applicable control in each year, audited, planned or in no audit.
// Arrow keys walk, Enter opens the audit, or the requirement where there is none; the table says the same.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ShapeIcon, StatusMark, stateOf } from '../../ui/marks.tsx';
import { neighbour } from '../../ui/neighbour.ts';
import { useNarrow } from '../../ui/useNarrow.ts';
import type { Programme } from './audits.ts';
import { programmeDrawing, type Cell } from './programme.layout.ts';
import './audits.css';

const LEGEND = ['audited', 'finding', 'planned', 'left_out', 'none'] as const;

interface Props {
  readonly org: string;
  readonly programme: Programme;
}

export function ProgrammePicture({ org, programme }: Props) {
  const navigate = useNavigate();
  const picture = useRef<SVGSVGElement>(null);
  const [seen, setSeen] = useState<Cell>();
  const narrow = useNarrow();
  const drawing = useMemo(() => programmeDrawing(programme, narrow), [programme, narrow]);
  const open = (cell: Cell): void => {
    const [framework = '', requirement = ''] = cell.requirement.split('/');
    void (cell.audit === undefined
      ? navigate({
          to: '/o/$org/frameworks/$framework/$requirement',
          params: { org, framework, requirement },
        })
      : navigate({ to: '/o/$org/audits/$audit', params: { org, audit: cell.audit } }));
  };
  const onKey = (event: KeyboardEvent, cell: Cell): void => {
    if (event.key === 'Enter') open(cell);
    const next = neighbour(drawing.cells, cell, event.key);
    if (!next) return;
    event.preventDefault();
    picture.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };
  const states = new Set(drawing.cells.map(({ state }) => state));
  return (
    <figure className="section">
      <svg
        ref={picture}
        className="views programme"
        viewBox={`-2 0 ${drawing.width + 4} ${drawing.height}`}
        role="group"
        aria-label="Clauses and controls by year of the programme"
        onMouseLeave={() => setSeen(undefined)}
      >
        {drawing.rules.map((y) => (
          <line key={y} className="grid" x1={0} x2={drawing.width} y1={y} y2={y} />
        ))}
        {drawing.texts.map(({ text, x, y, className }) => (
          <text key={`${text} ${x} ${y}`} x={x} y={y} className={className}>
            {text}
          </text>
        ))}
        {drawing.cells.map((cell, i) => (
          <g
            key={cell.key}
            data-key={cell.key}
            className={`hit ${cell === seen ? 'lit' : ''}`}
            tabIndex={i === 0 ? 0 : -1}
            role="link"
            aria-label={cell.says}
            onMouseEnter={() => setSeen(cell)}
            onFocus={() => setSeen(cell)}
            onBlur={() => setSeen(undefined)}
            onClick={() => open(cell)}
            onKeyDown={(event) => onKey(event, cell)}
          >
            <rect
              className="target"
              x={cell.x - 1.5}
              y={cell.y - 1.5}
              width={drawing.size + 3}
              height={drawing.size + 3}
            />
            <CellShape cell={cell} size={drawing.size} />
          </g>
        ))}
      </svg>
      <figcaption className="caption" aria-live="polite">
        {seen ? (
          seen.says
        ) : (
          <span className="legend">
            {LEGEND.filter((state) => states.has(state)).map((state) => (
              <StatusMark key={state} state={`year_${state}`} />
            ))}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function CellShape({ cell, size }: { readonly cell: Cell; readonly size: number }) {
  const [, shape, colour] = stateOf(`year_${cell.state}`);
  return (
    <g className={`cell status-${colour}`}>
      <ShapeIcon shape={shape} at={{ x: cell.x, y: cell.y, width: size, height: size }} />
    </g>
  );
}
