// A network in numbers: what every pass through it reads.
import type { OwnerRole } from '../../controls/index.ts';
import type { PlanNetwork, PlanTask } from '../network.ts';
import type { WorkCalendar } from './calendar.ts';

/** Business days of a month: 52 weeks of five in twelve months. */
export const WORKDAYS_A_MONTH = 65 / 3;

export interface Compiled {
  readonly network: PlanNetwork;
  readonly tasks: readonly PlanTask[];
  readonly calendar: WorkCalendar;
  /** Roles that have work; a task's role is its place here, -1 for who waits. */
  readonly roles: readonly OwnerRole[];
  readonly role: Int32Array;
  /** Working ticks that a person-day takes each role. */
  readonly ticksADay: Float64Array;
  /** Whom each task waits for, and who waits for it. */
  readonly before: readonly Int32Array[];
  readonly behind: readonly Int32Array[];
  /** Tick before which a task does not begin; -1 where no date says so. */
  readonly earliest: Int32Array;
  /** Place in the order in which a role takes tasks that wait for it. */
  readonly rank: Int32Array;
  /** The task of each place. */
  readonly order: Int32Array;
  /** Most likely duration: working ticks of effort, calendar ticks of a wait. */
  readonly likely: Int32Array;
}
