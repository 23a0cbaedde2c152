// Where everything of the one time axis stands: the cycle of the certificate above the periods of SOC 2, and what serves
// both between them. Pure.
import { LANE_NAMES, LANES, type Axis } from './plan.ts';
import { fitted, shifted, timeScale, type TimeScale } from './time.layout.ts';

export type AxisItem = Axis['items'][number];

export interface AxisMark {
  readonly key: string;
  readonly item: AxisItem;
  /** A point in time has no length. */
  readonly point: boolean;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly label: { readonly text: string; readonly x: number; readonly inside: boolean };
}

export interface AxisDrawing {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly scale: TimeScale;
  readonly today: number | undefined;
  readonly heads: readonly { readonly lane: AxisItem['lane']; readonly text: string; readonly y: number }[];
  readonly marks: readonly AxisMark[];
}

export const AXIS_BAR = 20;
const [HEAD, LANE, ROW, RIGHT] = [28, 30, 28, 14];
/** Pixels of a letter, and what a mark keeps free behind itself. */
const [LETTER, GAP, POINT] = [6.5, 10, 12];

export function axisDrawing(axis: Axis, today: string, width: number): AxisDrawing {
  const scale = timeScale({ from: axis.from, until: axis.to }, { left: 2, right: width - RIGHT });
  const heads: { lane: AxisItem['lane']; text: string; y: number }[] = [];
  const marks: AxisMark[] = [];
  let y = HEAD;
  for (const lane of LANES) {
    const members = axis.items.filter((item) => item.lane === lane);
    if (members.length === 0) continue;
    heads.push({ lane, text: LANE_NAMES[lane], y: y + 18 });
    y += LANE;
    const rows: number[] = [];
    for (const item of members.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
      const mark = markOf(item, { scale, width });
      const [from, until] = extentOf(mark);
      const free = rows.findIndex((end) => end <= from);
      const row = free < 0 ? rows.length : free;
      rows[row] = until + GAP;
      marks.push({ ...mark, y: y + row * ROW });
    }
    y += rows.length * ROW;
  }
  const within = today >= axis.from && today <= axis.to;
  return { width, height: y + 8, top: HEAD, scale, today: within ? scale.x(today) : undefined, heads, marks };
}

type Unplaced = Omit<AxisMark, 'y'>;

function markOf(
  item: AxisItem,
  { scale, width }: { readonly scale: TimeScale; readonly width: number },
): Unplaced {
  const point = item.from === item.to;
  const x = scale.x(item.from);
  const length = point ? POINT : Math.max(2, scale.x(shifted(item.to, 1)) - x);
  const wanted = item.title.length * LETTER + 8;
  const inside = !point && wanted <= length;
  const after = x + (point ? POINT / 2 : length) + 6;
  // What has no room to its right stands to its left.
  const left = after + wanted > width && x - wanted - POINT / 2 > 0;
  const labelX = inside ? x + 6 : left ? x - (point ? POINT / 2 : 0) - wanted : after;
  return {
    key: item.id,
    item,
    point,
    x,
    width: length,
    label: {
      text: inside ? item.title : fitted(item.title, Math.max(40, width - labelX)),
      x: labelX,
      inside,
    },
  };
}

function extentOf({ x, width, point, label }: Unplaced): readonly [number, number] {
  const labelEnd = label.x + label.text.length * LETTER;
  const begin = point ? x - POINT / 2 : x;
  return [Math.min(begin, label.x), Math.max(begin + width, labelEnd)];
}
