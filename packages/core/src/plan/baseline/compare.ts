// How the plan differs from the one that was approved: what came, what went, what moved, by how much and why.
import { daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { Credential } from '../credential.ts';
import { causeOf, seenIn, type MoveCause, type PlanVersion, type Seen } from './cause.ts';

export interface MovedTask {
  readonly id: string;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Calendar days; negative: earlier. */
  readonly days: number;
  readonly cause: MoveCause;
  /** From this task back along what each follows to the one in which the movement began. */
  readonly chain: readonly string[];
  /** What an owner looks at: a credential or the end of the period. */
  readonly gives: Credential | undefined;
}

export interface PlanDifference {
  readonly added: readonly { readonly id: string; readonly title: string; readonly finish: PlainDate }[];
  /** Done, or not needed any more. */
  readonly gone: readonly { readonly id: string; readonly title: string }[];
  readonly moved: readonly MovedTask[];
  readonly unmoved: number;
  readonly end: { readonly from: PlainDate; readonly to: PlainDate; readonly days: number };
}

export function compareWithBaseline(baseline: PlanVersion, now: PlanVersion): PlanDifference {
  const [before, after] = [seenIn(baseline), seenIn(now)];
  const moves = new Map<string, Move>();
  for (const [id, is] of after) {
    const was = before.get(id);
    const days = was ? daysBetween(was.scheduled.finish, is.scheduled.finish) : 0;
    if (was && days !== 0) moves.set(id, { was, is, days, cause: causeOf(was, is, before) });
  }
  const [from, to] = [baseline.schedule.end, now.schedule.end];
  return {
    added: [...after.values()]
      .filter(({ task }) => !before.has(task.id))
      .map(({ task, scheduled }) => ({ id: task.id, title: task.title, finish: scheduled.finish })),
    gone: [...before.values()]
      .filter(({ task }) => !after.has(task.id))
      .map(({ task }) => ({ id: task.id, title: task.title })),
    moved: [...moves].map(([id, { was, is, days, cause }]) => ({
      id,
      title: is.task.title,
      from: was.scheduled.finish,
      to: is.scheduled.finish,
      days,
      cause,
      chain: chainFrom(id, moves),
      gives: is.task.gives,
    })),
    unmoved: [...after.keys()].filter((id) => before.has(id) && !moves.has(id)).length,
    end: { from, to, days: daysBetween(from, to) },
  };
}

interface Move {
  readonly was: Seen;
  readonly is: Seen;
  readonly days: number;
  readonly cause: MoveCause;
}

function chainFrom(id: string, moves: ReadonlyMap<string, Move>): readonly string[] {
  const chain = [id];
  for (let at = moves.get(id); at;) {
    const { cause } = at;
    if (cause.kind !== 'predecessor' && cause.kind !== 'people') break;
    if (chain.includes(cause.task)) break;
    chain.push(cause.task);
    at = moves.get(cause.task);
  }
  return chain;
}
