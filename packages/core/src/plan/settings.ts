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

/** What settings may not say of a network, for whoever is about to keep them. */
export function settingsFaults(
  settings: PlanSettings,
  network: PlanNetwork,
  today: PlainDate,
): readonly SettingsFault[] {
  const known = new Map(network.tasks.map((task) => [task.id, task]));
  const unknown = (list: string, tasks: readonly { readonly task: string }[]): readonly SettingsFault[] =>
    tasks.flatMap(({ task }, i) =>
      known.has(task)
        ? tasks.findIndex((each) => each.task === task) === i
          ? []
          : [{ pointer: `/${list}/${i}/task`, detail: `${task} stands twice.` }]
        : [{ pointer: `/${list}/${i}/task`, detail: `The plan has no task ${task}.` }],
    );
  const past = (list: string, days: readonly TaskDay[]): readonly SettingsFault[] =>
    days.flatMap(({ on, task }, i) =>
      on < today
        ? [{ pointer: `/${list}/${i}/on`, detail: `${on} has passed; ${task} cannot be put there.` }]
        : [],
    );
  return [
    ...unknown('lead_days', settings.leads),
    ...unknown('fixed', settings.fixed),
    ...unknown('not_before', settings.notBefore),
    ...unknown('done', settings.done),
    ...past('fixed', settings.fixed),
    ...settings.leads.flatMap(({ task }, i) =>
      known.get(task)?.work.kind === 'milestone'
        ? [{ pointer: `/lead_days/${i}/days`, detail: `${task} is a point in time and takes no days.` }]
        : [],
    ),
    ...(settings.start !== undefined && settings.start < today
      ? [
          {
            pointer: '/start',
            detail: `${settings.start} has passed; a plan of what remains begins today or later.`,
          },
        ]
      : []),
  ];
}

function lasting(work: TaskWork, days: ThreePoint): TaskWork {
  return work.kind === 'milestone' ? work : { ...work, days };
}
