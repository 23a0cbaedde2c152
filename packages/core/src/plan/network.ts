// A plan before its dates: tasks, what each waits for, who does it, and what the calendar forces.
import type { Credential } from './credential.ts';
import type { OwnerRole } from '../controls/index.ts';
import type { PlainDate } from '../kernel/index.ts';

/** A duration or an effort that nobody knows exactly: least, most likely, most; drawn beta-PERT. */
export interface ThreePoint {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/** Which lane of the picture: work for one framework, or for both at once. */
export type Lane = 'iso' | 'soc2' | 'shared';

export type TaskWork =
  /** Somebody of a role works on it; how long it takes follows from the role's capacity. Person-days. */
  | { readonly kind: 'effort'; readonly role: OwnerRole; readonly days: ThreePoint }
  /** It takes its time, whoever works: a lead time, an observation period, the writing of a report. Calendar days. */
  | { readonly kind: 'wait'; readonly days: ThreePoint }
  /** A point in time. */
  | { readonly kind: 'milestone' };

export interface PlanTask {
  /** Stable as long as the same thing is to be done: `give_evidence:C-43`, `window`, `stage2`. */
  readonly id: string;
  readonly title: string;
  readonly lane: Lane;
  readonly work: TaskWork;
  /** Ids of tasks that must be done before; no cycles. */
  readonly after: readonly string[];
  /** Not before this day. */
  readonly notBefore?: PlainDate | undefined;
  /** On this very day at the earliest and at the latest: an audit that is booked. A plan that cannot keep it says by how much. */
  readonly fixed?: PlainDate | undefined;
  /** It should be done by this day. */
  readonly due?: PlainDate | undefined;
  /** What is in hand when it is done. */
  readonly gives?: Credential | undefined;
  /** Why it is there, a plain sentence; clause or criterion where one asks for it. */
  readonly because: string;
}

export interface PlanNetwork {
  readonly start: PlainDate;
  readonly tasks: readonly PlanTask[];
  /** Person-days a month by role; a role without capacity that has work is a fault of the input. */
  readonly capacity: Readonly<Partial<Record<OwnerRole, number>>>;
  /** Days on which nobody works, beside Saturdays and Sundays. */
  readonly holidays: readonly PlainDate[];
  /** How all effort turns out against its estimates, as a factor: who estimates too little does so throughout. */
  readonly pace?: ThreePoint | undefined;
}
