// How the parts of a network are written down.
import { OWNER_ROLES, type OwnerRole } from '../../controls/index.ts';
import type { PlanGround } from '../ground.ts';
import { LEAD_TIMES, SPREAD, type Lead } from '../leads.ts';
import type { Lane, PlanTask, TaskWork, ThreePoint } from '../network.ts';

/** What a network says of a task besides how long it takes. */
export interface Said {
  readonly title: string;
  readonly lane: Lane;
  readonly after: readonly string[];
}

/** A task whose duration stands in the table of lead times, or in what was agreed instead. */
export function leadTask(ground: PlanGround, lead: Lead, said: Said): PlanTask {
  const { kind, days, why } = LEAD_TIMES[lead];
  const agreed = ground.leads[lead] ?? days;
  const work: TaskWork =
    kind === 'effort' ? { kind, role: leadRole(ground), days: agreed } : { kind, days: agreed };
  return { id: lead, ...said, work, because: why };
}

export function milestone(id: string, said: Said & Pick<PlanTask, 'because' | 'gives'>): PlanTask {
  return { id, work: { kind: 'milestone' }, ...said };
}

/** Whether a day is booked for one of these. */
export function isBooked({ dates }: PlanGround, tasks: readonly string[]): boolean {
  return dates.some(({ task, kind }) => kind === 'fixed' && tasks.includes(task));
}

/** Who leads: the security lead, or whoever does it where there is none. */
function leadRole({ capacity }: PlanGround): OwnerRole {
  const order: readonly OwnerRole[] = ['security_lead', 'founder', ...OWNER_ROLES];
  return order.find((role) => (capacity[role] ?? 0) > 0) ?? 'security_lead';
}

/** An estimate of which only the most likely value is known. */
export function spread(days: number): ThreePoint {
  return { min: days * SPREAD.min, mode: days, max: days * SPREAD.max };
}
