// Two views of one evidence: ISO, SOC 2, and the shared controls between.
// Lines appear only for what is hovered or focused; arrow keys walk, Enter opens; the two view pages are its table twins.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { REQUIREMENT_STATES, ShapeIcon, StatusMark, stateOf } from '../../ui/marks.tsx';
import { neighbour } from '../../ui/neighbour.ts';
import { useNarrow } from '../../ui/useNarrow.ts';
import { sideBySide, stacked } from './layout.ts';
import { linksOf, type Links } from './links.ts';
import type { ControlLike, Drawing, FrameworkLike, Spot } from './spots.ts';

interface Props {
  readonly org: string;
  readonly frameworks: readonly FrameworkLike[];
  readonly controls: readonly ControlLike[];
}

export function TwoViews({ org, frameworks, controls }: Props) {
  const navigate = useNavigate();
  const picture = useRef<SVGSVGElement>(null);
  const narrow = useNarrow();
  const [lit, setLit] = useState<string | undefined>();
  const drawing = useMemo(
    () => (narrow ? stacked : sideBySide)(frameworks, controls),
    [narrow, frameworks, controls],
  );
  const links = useMemo(() => linksOf(controls), [controls]);
  const bright = lit === undefined ? undefined : links.reach(lit);
  const open = (spot: Spot): void => {
    const [framework = '', requirement = ''] = spot.id.split('/');
    void (spot.kind === 'control'
      ? navigate({ to: '/o/$org/controls/$control', params: { org, control: spot.id } })
      : navigate({
          to: '/o/$org/frameworks/$framework/$requirement',
          params: { org, framework, requirement },
        }));
  };
  const onKey = (event: KeyboardEvent, spot: Spot): void => {
    if (event.key === 'Enter') open(spot);
    const next = neighbour(drawing.spots, spot, event.key);
    if (!next) return;
    event.preventDefault();
    picture.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
  };
  const told = lit === undefined ? undefined : drawing.byId.get(lit);
  return (
    <figure className="section">
      <svg
        ref={picture}
        className="views"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label="ISO requirements, SOC 2 criteria and the controls that they share"
        onMouseLeave={() => setLit(undefined)}
      >
        {drawing.labels.map((label) => (
          <text key={label.text} x={label.x} y={label.y} className={label.className}>
            {label.text}
          </text>
        ))}
        {lit === undefined ? null : <Lines drawing={drawing} links={links} lit={lit} narrow={narrow} />}
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
              x={spot.x - 2}
              y={spot.y - 2}
              width={spot.width + 4}
              height={spot.height + 4}
              className="target"
            />
            <SpotShape spot={spot} />
          </g>
        ))}
      </svg>
      <figcaption className="caption" aria-live="polite">
        {told ? (
          <>
            <strong>{told.name}</strong>: {stateOf(told.state)[0].toLowerCase()}. {links.say(told.id)}
          </>
        ) : (
          <Legend spots={drawing.spots} />
        )}
      </figcaption>
    </figure>
  );
}

function SpotShape({ spot }: { readonly spot: Spot }) {
  if (spot.kind === 'control') {
    const y = spot.y + spot.height / 2;
    const off = spot.state === 'undecided' || spot.state === 'not_adopted' || spot.state === 'planned';
    return (
      <line className={off ? 'stroke off' : 'stroke'} x1={spot.x} x2={spot.x + spot.width} y1={y} y2={y} />
    );
  }
  const [, shape, colour] = stateOf(spot.state);
  return (
    <g className={`cell status-${colour}`}>
      <ShapeIcon shape={shape} at={spot} />
    </g>
  );
}

interface LineProps {
  readonly drawing: Drawing;
  readonly links: Links;
  readonly lit: string;
  readonly narrow: boolean;
}

function Lines({ drawing, links, lit, narrow }: LineProps) {
  return links.pairs(lit).map(([control, ref]) => {
    const [from, to] = [drawing.byId.get(control), drawing.byId.get(ref)];
    if (!from || !to) return null;
    return (
      <path
        key={`${control}${ref}`}
        className={to.kind === 'soc2' ? 'line-soc2' : 'line-iso'}
        d={narrow ? downwards(from, to) : sideways(from, to)}
      />
    );
  });
}

function sideways(from: Spot, to: Spot): string {
  const right = to.x > from.x;
  const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
}

function downwards(from: Spot, to: Spot): string {
  const below = to.y > from.y;
  const [y1, y2] = below ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const [x1, x2] = [from.x + from.width / 2, to.x + to.width / 2];
  const bend = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${bend} ${x2} ${bend} ${x2} ${y2}`;
}

/** The shapes that occur, with their words. */
function Legend({ spots }: { readonly spots: readonly Spot[] }) {
  const seen = new Set(spots.filter((spot) => spot.kind !== 'control').map((spot) => spot.state));
  return (
    <span className="legend">
      {REQUIREMENT_STATES.filter((state) => seen.has(state)).map((state) => (
        <StatusMark key={state} state={state} />
      ))}
    </span>
  );
}
