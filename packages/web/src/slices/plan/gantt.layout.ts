// Where everything of the schedule stands: what it is for, then the three lanes, a row for each task. Pure.
import { CREDENTIAL_LONG } from '../../ui/options.ts';
import { LANE_NAMES, LANES, type DayRange, type Plan, type PlanTask } from './plan.ts';
import { fitted, shifted, timeScale, type TimeScale } from './time.layout.ts';

export interface Row {
  readonly key: string;
  /** Top of the row. */
  readonly y: number;
  /** Where its bar is centred. */
  readonly middle: number;
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
  readonly title: string;
}

export interface TaskRow extends Row {
  readonly task: PlanTask;
  readonly from: number;
  readonly until: number;
  readonly whisker: Whisker;
}

export interface Whisker {
  readonly p50: number;
  readonly p90: number;
}

export interface GoalRow extends Row {
  readonly ready: (Whisker & { readonly p10: number }) | undefined;
  /** Day by which it is needed; credentials have none. */
  readonly due: number | undefined;
  /** Late with more than half a chance. */
  readonly late: boolean;
  readonly says: string;
}

export interface LaneHead {
  readonly key: string;
  readonly text: string;
  readonly y: number;
}

export interface GanttDrawing {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly scale: TimeScale;
  readonly today: number;
  readonly heads: readonly LaneHead[];
  readonly goals: readonly GoalRow[];
  readonly tasks: readonly TaskRow[];
  /** The critical path from task to task. */
  readonly links: readonly string[];
}

interface Size {
  readonly width: number;
  readonly narrow: boolean;
}

/** Height of the ticks' line above the rows. */
const HEAD = 28;
const WIDE = { left: 300, row: 26, middle: 13, label: 17, lane: 34 };
const NARROW = { left: 0, row: 44, middle: 32, label: 15, lane: 34 };
const RIGHT = 14;

/** Tasks that decide a date, in sight before the others: critical ones, waits, points in time, what somebody moved. */
export function decisive(task: PlanTask): boolean {
  return (
    task.critical ||
    task.criticality >= 0.25 ||
    task.kind !== 'effort' ||
    task.moved !== null ||
    task.late_days > 0
  );
}

export function ganttDrawing(
  plan: Pick<Plan, 'today' | 'start' | 'credentials' | 'promises' | 'critical_path'>,
  shown: readonly PlanTask[],
  { width, narrow }: Size,
): GanttDrawing {
  const to = narrow ? NARROW : WIDE;
  const scale = timeScale(spanOf(plan, shown), { left: to.left, right: width - RIGHT });
  const heads: LaneHead[] = [];
  let y = HEAD;
  const next = (label: string): Omit<Row, 'key'> => {
    const top = y;
    y += to.row;
    const room = narrow ? width : to.left - 12;
    return {
      y: top,
      middle: top + to.middle,
      title: label,
      label: { text: fitted(label, room), x: 0, y: top + to.label },
    };
  };
  const head = (key: string, text: string): void => {
    heads.push({ key, text, y: y + 22 });
    y += to.lane;
  };
  head('goals', 'What it is for');
  const goals = goalsOf(plan).map((goal): GoalRow => placed(goal, next(goal.label), scale));
  const tasks: TaskRow[] = [];
  for (const lane of LANES) {
    const members = shown.filter((task) => task.lane === lane);
    if (members.length === 0) continue;
    head(lane, LANE_NAMES[lane]);
    for (const task of members) tasks.push(taskRow(task, next(task.title), scale));
  }
  const size = { width, height: y + 8, left: to.left, top: HEAD };
  return {
    ...size,
    scale,
    today: scale.x(plan.today),
    heads,
    goals,
    tasks,
    links: linksOf(plan.critical_path, tasks),
  };
}

function taskRow(task: PlanTask, row: Omit<Row, 'key'>, { x }: TimeScale): TaskRow {
  return {
    key: task.id,
    task,
    ...row,
    from: x(task.start),
    until: task.kind === 'milestone' ? x(task.end) : x(shifted(task.end, 1)),
    whisker: { p50: x(task.done.p50), p90: x(task.done.p90) },
  };
}

interface Goal {
  readonly key: string;
  readonly label: string;
  readonly ready: DayRange | null;
  readonly due: string | undefined;
  readonly late: boolean;
  readonly says: string;
}

function goalsOf(plan: Pick<Plan, 'credentials' | 'promises'>): readonly Goal[] {
  return [
    ...plan.credentials.map(({ credential, ready }): Goal => {
      const label = CREDENTIAL_LONG[credential];
      const says = `${label}: by ${ready.p50} in half of the courses, by ${ready.p90} in nine of ten.`;
      return { key: credential, label, ready, due: undefined, late: false, says };
    }),
    ...plan.promises.map((deal): Goal => ({
      key: `deal ${deal.name}`,
      label: deal.name,
      ready: deal.ready,
      due: deal.due,
      late: deal.verdict === 'unlikely' || deal.verdict === 'never',
      says: deal.sentence,
    })),
  ];
}

function placed(goal: Goal, row: Omit<Row, 'key'>, { x }: TimeScale): GoalRow {
  const { ready, due } = goal;
  return {
    ...row,
    key: goal.key,
    late: goal.late,
    says: goal.says,
    ready: ready === null ? undefined : { p10: x(ready.p10), p50: x(ready.p50), p90: x(ready.p90) },
    due: due === undefined ? undefined : x(due),
  };
}

/** From the start, or today where that is earlier, to the last day that anything speaks of, and a little air. */
function spanOf(
  plan: Pick<Plan, 'today' | 'start' | 'credentials' | 'promises'>,
  shown: readonly PlanTask[],
): { readonly from: string; readonly until: string } {
  const days = [
    plan.start,
    ...shown.flatMap(({ end, done }) => [end, done.p90]),
    ...plan.credentials.map(({ ready }) => ready.p90),
    ...plan.promises.flatMap(({ due, ready }) => (ready === null ? [due] : [due, ready.p90])),
  ];
  const from = plan.start < plan.today ? plan.start : plan.today;
  const last = days.reduce((latest, day) => (day > latest ? day : latest), from);
  return { from: shifted(from, -3), until: shifted(last, 10) };
}

/** Elbows along the critical path, between those of its tasks that are in sight. */
function linksOf(path: readonly string[], rows: readonly TaskRow[]): readonly string[] {
  const seen = path.flatMap((id) => rows.find(({ key }) => key === id) ?? []);
  return seen.slice(1).flatMap((row, i) => {
    const before = seen[i];
    if (!before) return [];
    const [x, to] = [round(before.until), round(Math.max(row.from, before.until))];
    return [`M${x} ${before.middle}V${row.middle}H${to}`];
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
