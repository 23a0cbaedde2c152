// How much each role has to do in a plan, against what it can give, and until when.
import { groupBy, type PlainDate } from '../kernel/index.ts';
import type { OwnerRole } from '../controls/index.ts';
import type { PlanVersion } from './baseline/cause.ts';

export interface RoleLoad {
  readonly role: OwnerRole;
  /** Most likely, in hundredths. */
  readonly personDays: number;
  /** Person-days a month. */
  readonly capacity: number;
  /** The day on which its last task is done. */
  readonly until: PlainDate;
}

/** In the order in which roles first have something to do in the network. */
export function loadsOf({ network, schedule }: PlanVersion): readonly RoleLoad[] {
  const ends = new Map(schedule.tasks.map(({ id, finish }) => [id, finish]));
  const own = network.tasks.flatMap(({ id, work }) =>
    work.kind === 'effort'
      ? [{ role: work.role, days: work.days.mode, end: ends.get(id) ?? network.start }]
      : [],
  );
  return [...groupBy(own, ({ role }) => role)].map(([role, tasks]) => ({
    role,
    personDays: Math.round(tasks.reduce((sum, { days }) => sum + days, 0) * 100) / 100,
    capacity: network.capacity[role] ?? 0,
    until: tasks.reduce((last, { end }) => (end > last ? end : last), network.start),
  }));
}
