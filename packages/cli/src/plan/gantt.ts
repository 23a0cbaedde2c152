// A plan as lines of text: a bar a line, gaps of a lane drawn together, so that a terminal shows what a page shows.
import { daysBetween, parsePlainDate, type PlainDate } from '@assay/core';

export interface GanttTask {
  readonly id: string;
  readonly title: string;
  readonly lane: 'iso' | 'soc2' | 'shared';
  readonly kind: 'effort' | 'wait' | 'milestone';
  readonly start: string;
  readonly end: string;
  readonly critical: boolean;
}

interface Line {
  readonly title: string;
  readonly lane: GanttTask['lane'];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly point: boolean;
  readonly critical: boolean;
}

/** Shapes before colours: ISO, SOC 2, and what serves both. */
const BARS = { iso: '▒', soc2: '█', shared: '▓' } as const;
const LANES = { iso: 'ISO 27001', soc2: 'SOC 2', shared: 'both' } as const;
const NAME = 34;

export function ganttLines(tasks: readonly GanttTask[], columns: number): readonly string[] {
  const lines = linesOf(tasks);
  const [first] = lines.map(({ from }) => from).toSorted();
  const last = lines
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const width = Math.max(20, columns - NAME - 14);
  const days = daysBetween(first, last) + 1;
  const at = (day: PlainDate): number =>
    Math.min(width - 1, Math.floor((daysBetween(first, day) * width) / days));
  return [
    `${' '.repeat(NAME)}  ${first}${' '.repeat(Math.max(1, width - 20))}${last}`,
    ...lines.map((line) => {
      const [from, to] = [at(line.from), at(line.to)];
      const bar = line.point ? '◆' : BARS[line.lane].repeat(to - from + 1);
      const mark = line.critical ? '*' : ' ';
      const drawn = `${cut(line.title).padEnd(NAME)}${mark} ${' '.repeat(from)}${bar}`;
      return `${drawn.padEnd(NAME + 2 + width)}  ${line.to}`;
    }),
    `${BARS.iso} ${LANES.iso}  ${BARS.soc2} ${LANES.soc2}  ${BARS.shared} ${LANES.shared}  ◆ in hand  * critical`,
  ];
}

/** Actions that close gaps are one bar a lane; what has a name of its own keeps its line. */
function linesOf(tasks: readonly GanttTask[]): readonly Line[] {
  const gaps = tasks.filter(({ id, kind }) => kind === 'effort' && id.includes(':'));
  const own = tasks.filter((task) => !gaps.includes(task) && !task.id.startsWith('done:'));
  const grouped = [...Map.groupBy(gaps, ({ lane }) => lane)].flatMap(([lane, group]) => {
    const dated = group.flatMap((task) => lineOf(task));
    const from = dated.map((line) => line.from).toSorted()[0];
    const to = dated
      .map((line) => line.to)
      .toSorted()
      .at(-1);
    if (from === undefined || to === undefined) return [];
    const title = `Close gaps, ${LANES[lane]} (${group.length})`;
    return [{ title, lane, from, to, point: false, critical: group.some(({ critical }) => critical) }];
  });
  return [...grouped, ...own.flatMap((task) => lineOf(task))].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
}

function lineOf({ title, lane, kind, start, end, critical }: GanttTask): readonly Line[] {
  const [from, to] = [parsePlainDate(start), parsePlainDate(end)];
  return from && to ? [{ title, lane, from, to, point: kind === 'milestone', critical }] : [];
}

function cut(title: string): string {
  return title.length > NAME - 1 ? `${title.slice(0, NAME - 2)}…` : title;
}
