// What a person says of a plan: the way, capacity, days that are fixed, tasks that are moved; and what it makes of a network.
import type { OwnerRole } from '../controls/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { AdviceOption } from './credential.ts';
import type { PlanNetwork, PlanTask, TaskWork, ThreePoint } from './network.ts';

/** A day of a task, and why. */
export interface TaskDay {
  readonly task: string;
  readonly on: PlainDate;
  readonly note: string;
}

export interface PlanSettings {
  /** Undefined: the way that is advised. */
  readonly option: AdviceOption | undefined;
  /** Undefined: today. */
  readonly start: PlainDate | undefined;
  /** Person-days a month; a role that is left out gives what the network says. */
  readonly capacity: Readonly<Partial<Record<OwnerRole, number>>>;
  readonly holidays: readonly PlainDate[];
  /** Durations and efforts that somebody knows better. */
  readonly leads: readonly { readonly task: string; readonly days: ThreePoint; readonly because: string }[];
  /** On this very day: an audit that is booked. */
  readonly fixed: readonly TaskDay[];
  /** Moved: not before this day. */
  readonly notBefore: readonly TaskDay[];
  /** Done already, where no record shows it. */
  readonly done: readonly { readonly task: string; readonly note: string }[];
}

export const NO_SETTINGS: PlanSettings = {
  option: undefined,
  start: undefined,
  capacity: {},
  holidays: [],
  leads: [],
  fixed: [],
  notBefore: [],
  done: [],
};

export interface SettingsFault {
  /** JSON Pointer into the settings. */
  readonly pointer: string;
  readonly detail: string;
}

/** How a task is other than the network would have it; undefined where nobody said anything of it. */
export type TaskMoved = 'fixed' | 'not_before' | 'days' | undefined;

export function movedIn({ fixed, notBefore, leads }: PlanSettings, task: string): TaskMoved {
  const of = ({ task: each }: { readonly task: string }): boolean => each === task;
  return fixed.some(of) ? 'fixed' : notBefore.some(of) ? 'not_before' : leads.some(of) ? 'days' : undefined;
}

/** The network with the durations and efforts that somebody knows better; what is said of tasks that are done says nothing. */
export function withLeads(network: PlanNetwork, { leads }: PlanSettings): PlanNetwork {
  const known = new Map(leads.map(({ task, days }) => [task, days]));
  return {
    ...network,
    tasks: network.tasks.map((task): PlanTask => {
      const days = known.get(task.id);
      return days === undefined ? task : { ...task, work: lasting(task.work, days) };
    }),
  };
}

/** The network without tasks that are done; what waited for one of them waits for what it had waited for. */
export function withoutDone(network: PlanNetwork, done: ReadonlySet<string>): PlanNetwork {
  const gone = new Map(network.tasks.filter(({ id }) => done.has(id)).map((task) => [task.id, task]));
  const before = (ids: readonly string[], seen: ReadonlySet<string>): readonly string[] =>
    ids.flatMap((id) => {
      const task = gone.get(id);
      return task === undefined ? [id] : seen.has(id) ? [] : before(task.after, new Set([...seen, id]));
    });
  return {
    ...network,
    tasks: network.tasks
      .filter(({ id }) => !gone.has(id))
      .map((task) => ({ ...task, after: [...new Set(before(task.after, new Set()))] })),
  };
}

/**
 * What settings may not say of a network, for whoever is about to keep them. What was said before is not judged again:
 * its day passes and its task is done by themselves, and neither may forbid to say anything else.
 */
export function settingsFaults(
  settings: PlanSettings,
  network: PlanNetwork,
  { today, held }: { readonly today: PlainDate; readonly held: readonly PlanSettings[] },
): readonly SettingsFault[] {
  const known = new Map(network.tasks.map((task) => [task.id, task]));
  const unsaid = unsaidIn(held);
  return [
    ...LISTS.flatMap((list) =>
      entriesOf(settings, list).flatMap((entry, i, all): readonly SettingsFault[] => {
        const at = `/${list}/${i}/task`;
        if (all.findIndex(({ task }) => task === entry.task) !== i)
          return [{ pointer: at, detail: `${entry.task} stands twice.` }];
        return known.has(entry.task) || !unsaid(list, entry)
          ? []
          : [{ pointer: at, detail: `The plan has no task ${entry.task}.` }];
      }),
    ),
    ...settings.fixed.flatMap((entry, i) =>
      entry.on < today && unsaid('fixed', entry)
        ? [
            {
              pointer: `/fixed/${i}/on`,
              detail: `${entry.on} has passed; ${entry.task} cannot be put there.`,
            },
          ]
        : [],
    ),
    ...settings.leads.flatMap((entry, i) =>
      known.get(entry.task)?.work.kind === 'milestone' && unsaid('lead_days', entry)
        ? [
            {
              pointer: `/lead_days/${i}/days`,
              detail: `${entry.task} is a point in time and takes no days.`,
            },
          ]
        : [],
    ),
    ...startFaults(settings, today, held),
  ];
}

type Entry = PlanSettings['fixed'][number] | PlanSettings['leads'][number] | PlanSettings['done'][number];

/** Lists of settings by the name that they have where they are said. */
const LISTS = ['lead_days', 'fixed', 'not_before', 'done'] as const;
type ListName = (typeof LISTS)[number];

function entriesOf({ leads, fixed, notBefore, done }: PlanSettings, list: ListName): readonly Entry[] {
  return { lead_days: leads, fixed, not_before: notBefore, done }[list];
}

/** Whether an entry says something that was not said before; another note beside it says nothing new of a task. */
function unsaidIn(held: readonly PlanSettings[]): (list: ListName, entry: Entry) => boolean {
  const said = new Set(
    held.flatMap((each) => LISTS.flatMap((list) => entriesOf(each, list).map((entry) => keyOf(list, entry)))),
  );
  return (list, entry) => !said.has(keyOf(list, entry));
}

function keyOf(list: ListName, entry: Entry): string {
  const { min, mode, max } = 'days' in entry ? entry.days : { min: 0, mode: 0, max: 0 };
  return JSON.stringify([list, entry.task, 'on' in entry ? entry.on : '', min, mode, max]);
}

function startFaults(
  { start }: PlanSettings,
  today: PlainDate,
  held: readonly PlanSettings[],
): readonly SettingsFault[] {
  if (start === undefined || start >= today || held.some((each) => each.start === start)) return [];
  return [
    { pointer: '/start', detail: `${start} has passed; a plan of what remains begins today or later.` },
  ];
}

function lasting(work: TaskWork, days: ThreePoint): TaskWork {
  return work.kind === 'milestone' ? work : { ...work, days };
}
