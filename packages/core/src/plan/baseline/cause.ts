// Why a task ends on another day than in the baseline: what changed of itself, or what it follows.
import { daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { OwnerRole } from '../../controls/index.ts';
import type { PlanNetwork, PlanTask } from '../network.ts';
import type { Schedule, ScheduledTask } from '../schedule/schedule.ts';

export interface PlanVersion {
  readonly network: PlanNetwork;
  readonly schedule: Schedule;
}

export type MoveCause =
  /** Its estimate, or the time that it takes, is another. */
  | { readonly kind: 'estimate'; readonly from: number; readonly to: number }
  /** The Type II period counts other days: it was broken, begun again, or made longer. */
  | { readonly kind: 'period'; readonly from: number; readonly to: number }
  /** Its role has other person-days a month. */
  | { readonly kind: 'capacity'; readonly role: OwnerRole; readonly from: number; readonly to: number }
  /** Another role does it. */
  | { readonly kind: 'role'; readonly from: OwnerRole; readonly to: OwnerRole }
  /** A date was set, moved or dropped. */
  | { readonly kind: 'date'; readonly from: PlainDate | undefined; readonly to: PlainDate | undefined }
  /** What it follows ends on another day; added: is new in the plan. */
  | { readonly kind: 'predecessor'; readonly task: string; readonly added: boolean }
  /** The same people do something else before. */
  | { readonly kind: 'people'; readonly task: string; readonly added: boolean }
  /** The plan begins on another day and the task was not done meanwhile. */
  | { readonly kind: 'start'; readonly days: number }
  /** It waits for other tasks than before, or no longer has to wait. */
  | { readonly kind: 'order' }
  /** Days on which nobody works. */
  | { readonly kind: 'holidays' };

/** One version's view of a task. */
export interface Seen {
  readonly version: PlanVersion;
  readonly task: PlanTask;
  readonly scheduled: ScheduledTask;
}

export function seenIn(version: PlanVersion): ReadonlyMap<string, Seen> {
  const tasks = new Map(version.network.tasks.map((task) => [task.id, task]));
  return new Map(
    version.schedule.tasks.flatMap((scheduled) => {
      const task = tasks.get(scheduled.id);
      return task ? [[scheduled.id, { version, task, scheduled }] as const] : [];
    }),
  );
}

/** The main cause: of a later begin what it follows, of a longer time what it is itself; whichever moves it further. */
export function causeOf(was: Seen, is: Seen, before: ReadonlyMap<string, Seen>): MoveCause {
  const begun = daysBetween(was.scheduled.start, is.scheduled.start);
  const whole = daysBetween(was.scheduled.finish, is.scheduled.finish);
  const longer = whole - begun;
  const own = longer === 0 ? undefined : ownCause(was, is);
  // A period that was broken also opens elsewhere: that it has to be begun again is why.
  if (own?.kind === 'period' && Math.sign(longer) === Math.sign(whole)) return own;
  if (own && (Math.abs(longer) >= Math.abs(begun) || Math.sign(begun) !== Math.sign(whole))) return own;
  return begun === 0 ? (own ?? { kind: 'holidays' }) : beginCause({ was, is, before }, begun);
}

function ownCause(
  { task: was, version: one }: Seen,
  { task: is, version: other }: Seen,
): MoveCause | undefined {
  if (was.work.kind === 'milestone' || is.work.kind === 'milestone') return undefined;
  const [from, to] = [was.work.days.mode, is.work.days.mode];
  if (from !== to) return { kind: is.id === 'window' ? 'period' : 'estimate', from, to };
  if (was.work.kind !== 'effort' || is.work.kind !== 'effort') return undefined;
  if (was.work.role !== is.work.role) return { kind: 'role', from: was.work.role, to: is.work.role };
  const { role } = is.work;
  const [had, has] = [one.network.capacity[role] ?? 0, other.network.capacity[role] ?? 0];
  return had === has ? undefined : { kind: 'capacity', role, from: had, to: has };
}

function beginCause(
  { was, is, before }: { readonly was: Seen; readonly is: Seen; readonly before: ReadonlyMap<string, Seen> },
  begun: number,
): MoveCause {
  const [from, to] = [dateOf(was.task), dateOf(is.task)];
  const follows = is.scheduled.follows;
  if (from !== to && (follows === undefined || was.scheduled.follows === undefined))
    return { kind: 'date', from, to };
  if (follows !== undefined) {
    const kind = is.task.after.includes(follows) ? 'predecessor' : 'people';
    const old = before.get(follows);
    const waited = was.task.after.includes(follows);
    // What did not move, and was not waited for, holds it up now because the order is another.
    const now = is.version.schedule.tasks.find(({ id }) => id === follows);
    const still = old && now && old.scheduled.finish === now.finish;
    if (kind === 'predecessor' && old && !waited) return { kind: 'order' };
    if (!still) return { kind, task: follows, added: !old };
    // The same before it, on the same day: only the days between can be others.
    if (follows === was.scheduled.follows && otherHolidays(was, is)) return { kind: 'holidays' };
    if (kind === 'people') return { kind, task: follows, added: false };
    return { kind: 'order' };
  }
  const days = daysBetween(was.version.network.start, is.version.network.start);
  if (days !== 0) return { kind: 'start', days: begun === 0 ? days : begun };
  return was.scheduled.follows === undefined && otherHolidays(was, is)
    ? { kind: 'holidays' }
    : { kind: 'order' };
}

function otherHolidays({ version: one }: Seen, { version: other }: Seen): boolean {
  const text = ({ network }: PlanVersion): string => [...new Set(network.holidays)].toSorted().join(' ');
  return text(one) !== text(other);
}

function dateOf({ fixed, notBefore }: PlanTask): PlainDate | undefined {
  return fixed ?? notBefore;
}
