// A second scheduler that shares no code with the first: it walks through the days tick by tick and looks at everything.

export interface NaiveTask {
  readonly id: string;
  /** Ticks of work of a role, or ticks of waiting; a thousand are a day. */
  readonly ticks: number;
  readonly role: string | undefined;
  readonly milestone: boolean;
  readonly after: readonly string[];
  /** Days from the start. */
  readonly fixed: number | undefined;
  readonly notBefore: number | undefined;
  readonly due: number | undefined;
}

export interface NaivePlan {
  readonly tasks: readonly NaiveTask[];
  /** Whether people work on the day so many days after the start. */
  readonly works: (day: number) => boolean;
}

interface Course {
  begun: number;
  ended: number;
  left: number;
}

const DAY = 1000;

/** First and last tick of each task. */
export function naiveSchedule(plan: NaivePlan): ReadonlyMap<string, { readonly begun: number; readonly ended: number }> {
  const courses = new Map(plan.tasks.map((task) => [task.id, { begun: -1, ended: -1, left: task.ticks }]));
  const order = plan.tasks.toSorted(
    (a, b) => latest(plan, a.id) - latest(plan, b.id) || plan.tasks.indexOf(a) - plan.tasks.indexOf(b),
  );
  for (let tick = 0; [...courses.values()].some(({ ended }) => ended < 0); tick += 1) {
    if (tick > 4000 * DAY) throw new Error('it never ends');
    while (settle(plan, courses, tick) || takeUp(plan, { courses, order }, tick));
    for (const task of plan.tasks) {
      const course = courses.get(task.id);
      if (!course || course.begun < 0 || course.ended >= 0) continue;
      if (task.role === undefined || plan.works(Math.floor(tick / DAY))) course.left -= 1;
      if (course.left <= 0) course.ended = tick + 1;
    }
  }
  return courses;
}

/** Begins what needs nobody, and ends what takes no time; whether anything happened. */
function settle(plan: NaivePlan, courses: ReadonlyMap<string, Course>, tick: number): boolean {
  for (const task of plan.tasks) {
    const course = courses.get(task.id);
    if (!course || course.begun >= 0 || task.role !== undefined || !ready(task, courses, tick)) continue;
    const day = Math.floor(tick / DAY);
    const morning = tick % DAY === 0 && (plan.works(day) || task.fixed === day);
    if (task.ticks > 0 && !morning) continue;
    course.begun = tick;
    if (task.ticks === 0) course.ended = tick;
    return true;
  }
  return false;
}

/** Gives the most urgent task of a free role to it; whether there was one. */
function takeUp(
  plan: NaivePlan,
  { courses, order }: { readonly courses: ReadonlyMap<string, Course>; readonly order: readonly NaiveTask[] },
  tick: number,
): boolean {
  if (!plan.works(Math.floor(tick / DAY))) return false;
  for (const task of order) {
    const course = courses.get(task.id);
    if (!course || task.role === undefined || course.begun >= 0 || !ready(task, courses, tick)) continue;
    const busy = plan.tasks.some((other) => {
      const at = courses.get(other.id);
      return other.role === task.role && at && at.begun >= 0 && at.ended < 0;
    });
    if (busy) continue;
    course.begun = tick;
    if (task.ticks === 0) course.ended = tick;
    return true;
  }
  return false;
}

function ready(task: NaiveTask, courses: ReadonlyMap<string, Course>, tick: number): boolean {
  const day = task.fixed ?? task.notBefore ?? -1;
  const from = day < 0 ? 0 : day * DAY + (task.milestone ? 1 : 0);
  return (
    tick >= from &&
    task.after.every((id) => {
      const ended = courses.get(id)?.ended ?? -1;
      return ended >= 0 && ended <= tick;
    })
  );
}

/** Fifths of ticks after the start by which it has to end, were there people enough: seven days for five of work. */
function latest(plan: NaivePlan, id: string): number {
  const task = plan.tasks.find((each) => each.id === id);
  const ends = plan.tasks.map((each) => earliest(plan, each.id));
  const loads = plan.tasks.map(({ role }) =>
    plan.tasks.reduce((sum, each) => sum + (role !== undefined && each.role === role ? span(each) : 0), 0),
  );
  const bounds = plan.tasks
    .filter(({ after }) => after.includes(id))
    .map((next) => Math.min(latest(plan, next.id) - span(next), (next.fixed ?? Infinity) * DAY * 5));
  const due = task?.due === undefined ? Infinity : (task.due + 1) * DAY * 5;
  return Math.min(...bounds, due, Math.max(...ends, ...loads));
}

function earliest(plan: NaivePlan, id: string): number {
  const task = plan.tasks.find((each) => each.id === id);
  if (!task) return 0;
  const day = task.fixed ?? task.notBefore ?? -1;
  const from = day < 0 ? 0 : (day * DAY + (task.milestone ? 1 : 0)) * 5;
  return Math.max(from, 0, ...task.after.map((each) => earliest(plan, each))) + span(task);
}

function span({ ticks, role }: NaiveTask): number {
  return ticks * (role === undefined ? 5 : 7);
}
