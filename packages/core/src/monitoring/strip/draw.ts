// Each state as a shape, so that the picture reads in grey: a run of a state is one piece of an SVG path.
// Operated stands full, covered is a bar at the middle, missed is broken there, late has notches, due is an outline.
import type { DayState } from '../windows/index.ts';
import type { StripPin } from './pins.ts';
import type { Stretch } from './row.ts';

/** What a path is painted with: its state, and which part of the shape it is. */
export interface StripPath {
  readonly state: DayState;
  /** solid: filled; core: tinted and crossed; field: a pattern; line: stroked. */
  readonly part: 'solid' | 'core' | 'field' | 'line';
  readonly d: string;
}

export interface StripScale {
  /** Width of a day in pixels; may be a fraction. */
  readonly day: number;
  /** Height of the shapes in pixels. */
  readonly height: number;
}

interface Box {
  readonly x: number;
  readonly right: number;
  readonly column: number;
  readonly days: number;
}

type Drawn = readonly (readonly [StripPath['part'], string])[];

/** The left edge of a column, on a whole pixel so that edges are sharp. */
export function edgeOf(column: number, { day }: StripScale): number {
  return Math.round(column * day);
}

/** One path for each state and part that occurs, however many days there are. */
export function drawStretches(stretches: readonly Stretch[], scale: StripScale): readonly StripPath[] {
  const paths = new Map<string, { state: DayState; part: StripPath['part']; d: string }>();
  for (const { column, days, state } of stretches) {
    const box = { x: edgeOf(column, scale), right: edgeOf(column + days, scale), column, days };
    for (const [part, d] of shapeOf(state, box, scale)) {
      const held = paths.get(`${state} ${part}`);
      if (held) held.d += d;
      else paths.set(`${state} ${part}`, { state, part, d });
    }
  }
  return [...paths.values()];
}

/** A pin's outline around the middle of its day, at a height in pixels. */
export function drawPin(
  { column, result }: Pick<StripPin, 'column' | 'result'>,
  scale: StripScale,
  y = 4,
): string {
  const x = (edgeOf(column, scale) + edgeOf(column + 1, scale)) / 2;
  return result === 'deviation'
    ? `M${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}L${x - 4} ${y}Z`
    : `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z`;
}

function shapeOf(state: DayState, box: Box, scale: StripScale): Drawn {
  const h = scale.height;
  const third = Math.round(h * 0.31);
  switch (state) {
    case 'operated':
      return [['solid', rect(box, 0, h)]];
    case 'covered':
      return [['solid', rect(box, third + 1, h - third - 1)]];
    case 'late':
      return [['solid', notched(box, h, scale)]];
    case 'missed':
      return [
        ['solid', rect(box, 0, third) + rect(box, h - third, h)],
        ['core', rect(box, third, h - third)],
      ];
    case 'no_data':
    case 'not_operating':
      return [['field', rect(box, 0, h)]];
    case 'pending':
      return [['line', outline(box, h)]];
    case 'excluded':
      return [['line', `M${box.x} ${h / 2}H${box.right}`]];
    case 'not_scheduled':
      return [];
    default:
      return state satisfies never;
  }
}

function rect({ x, right }: Box, top: number, bottom: number): string {
  return `M${x} ${top}H${right}V${bottom}H${x}Z`;
}

/** A stroke of one pixel that lies within the box. */
function outline({ x, right }: Box, h: number): string {
  return `M${x + 0.5} 0.5H${Math.max(x + 0.5, right - 0.5)}V${h - 0.5}H${x + 0.5}Z`;
}

/** Filled, with a notch out of the upper right of each day. */
function notched(box: Box, h: number, scale: StripScale): string {
  const low = Math.round(h * 0.45);
  let d = `M${box.x} ${h}V0`;
  for (let day = 0; day < box.days; day += 1) {
    const [left, right] = [edgeOf(box.column + day, scale), edgeOf(box.column + day + 1, scale)];
    d += `V0H${left + Math.max(1, Math.floor((right - left) / 2))}V${low}H${right}`;
  }
  return `${d}V${h}Z`;
}
