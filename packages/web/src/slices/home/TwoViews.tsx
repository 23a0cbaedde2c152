// Two views of one evidence: ISO at the left, SOC 2 at the right, the shared controls between.
// Lines appear only for what is hovered or focused; arrow keys walk, Enter opens, a table says the same.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { api } from '../../data/api.ts';
import { layout, linksOf, type Spot } from './layout.ts';
import { stateOf } from '../../ui/marks.tsx';

type Posture = Extract<
  Awaited<ReturnType<(typeof api)['posture.read']>>,
  { ok: true }
>['value']['data']['data'];
type Controls = Extract<
  Awaited<ReturnType<(typeof api)['controls.list']>>,
  { ok: true }
>['value']['data']['data'];

export function TwoViews({
  org,
  frameworks,
  controls,
}: {
  readonly org: string;
  readonly frameworks: Posture;
  readonly controls: Controls;
}) {
  const navigate = useNavigate();
  const picture = useRef<SVGSVGElement>(null);
  const [lit, setLit] = useState<string | undefined>();
  const drawing = useMemo(() => layout(frameworks, controls), [frameworks, controls]);
  const links = useMemo(() => linksOf(controls), [controls]);
  const bright = lit === undefined ? undefined : links.reach(lit);
  const open = (spot: Spot): void => {
    if (spot.kind === 'control')
      void navigate({ to: '/o/$org/controls/$control', params: { org, control: spot.id } });
    else
      void navigate({
        to: '/o/$org/view/$framework',
        params: { org, framework: spot.id.slice(0, spot.id.indexOf('/')) },
        search: { q: spot.name.split(' ')[0] ?? '' },
      });
  };
  const onKey = (event: React.KeyboardEvent, spot: Spot): void => {
    if (event.key === 'Enter') open(spot);
    const next = drawing.neighbour(spot, event.key);
    if (!next) return;
    event.preventDefault();
    picture.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
  };
  const told = lit === undefined ? undefined : drawing.byId.get(lit);
  return (
    <figure className="section">
      <div className="views-wrap">
        <svg
          ref={picture}
          className="views"
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="group"
          aria-label="ISO requirements at the left, SOC 2 criteria at the right, shared controls between"
          onMouseLeave={() => setLit(undefined)}
        >
          <defs>
            <pattern
              id="hatch"
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line x1="0" y1="0" x2="0" y2="4" stroke="var(--none)" strokeWidth="1.4" />
            </pattern>
          </defs>
          {drawing.labels.map((label) => (
            <text
              key={label.text}
              x={label.x}
              y={label.y}
              className={label.className}
              textAnchor={label.anchor}
            >
              {label.text}
            </text>
          ))}
          {lit === undefined
            ? null
            : links.pairs(lit).map(([control, ref]) => {
                const [from, to] = [drawing.byId.get(control), drawing.byId.get(ref)];
                if (!from || !to) return null;
                const right = to.x > from.x;
                const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
                const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
                return (
                  <path
                    key={`${control}${ref}`}
                    className={right ? 'line-soc2' : 'line-iso'}
                    d={`M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`}
                  />
                );
              })}
          {drawing.spots.map((spot, i) => (
            <g
              key={spot.id}
              data-id={spot.id}
              className={`hit ${bright ? (bright.has(spot.id) ? 'lit' : 'dim') : ''}`}
              tabIndex={i === 0 ? 0 : -1}
              role="link"
              aria-label={`${spot.name}: ${stateOf(spot.state)[0]}`}
              onMouseEnter={() => setLit(spot.id)}
              onFocus={() => setLit(spot.id)}
              onBlur={() => setLit(undefined)}
              onClick={() => open(spot)}
              onKeyDown={(event) => onKey(event, spot)}
            >
              <rect
                x={spot.x - 1.5}
                y={spot.y - 1.5}
                width={spot.width + 3}
                height={spot.height + 3}
                fill="transparent"
              />
              {spot.kind === 'control' ? (
                <line
                  className={`stroke ${spot.state === 'undecided' || spot.state === 'not_adopted' ? 'off' : ''}`}
                  x1={spot.x}
                  x2={spot.x + spot.width}
                  y1={spot.y + spot.height / 2}
                  y2={spot.y + spot.height / 2}
                />
              ) : (
                <rect
                  className={`cell ${spot.state}`}
                  x={spot.x}
                  y={spot.y}
                  width={spot.width}
                  height={spot.height}
                />
              )}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="caption" aria-live="polite">
        {told ? (
          <>
            <strong>{told.name}</strong>: {stateOf(told.state)[0].toLowerCase()}. {links.say(told.id)}
          </>
        ) : (
          <>
            Hover or focus a cell or a stroke to see what it is joined to.{' '}
            <span className="mark">
              <span className="status-pass">
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <rect x="1" y="1" width="10" height="10" fill="currentColor" />
                </svg>
              </span>
              proved
            </span>
            {'  '}
            <span className="mark">
              <span className="status-late">
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <rect x="1" y="1" width="10" height="10" fill="currentColor" />
                </svg>
              </span>
              too old, to review or outside
            </span>
            {'  '}
            <span className="mark">
              <span className="status-fail">
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <rect x="1" y="1" width="10" height="10" fill="currentColor" />
                </svg>
              </span>
              failing
            </span>
            {'  '}hatched: no proof; outlined: not in place or undecided.
          </>
        )}
      </figcaption>
    </figure>
  );
}
