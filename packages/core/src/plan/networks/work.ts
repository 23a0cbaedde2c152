// The work that remains, by group or thing by thing, and the milestones at which a lane's work is done.
import { roleWords } from '../../controls/index.ts';
import { groupBy } from '../../kernel/index.ts';
import type { GroupedWork, PlanGround, WorkItem } from '../ground.ts';
import type { Lane, PlanTask } from '../network.ts';
import { milestone, spread } from './parts.ts';

const WORK_FOR: Readonly<Record<Lane, string>> = {
  shared: 'for both frameworks',
  iso: 'for ISO/IEC 27001',
  soc2: 'for SOC 2',
};

/** Tasks of one lane, and a milestone `done:LANE` behind them and behind what else belongs to it. */
export function workOf(
  ground: PlanGround,
  lane: Lane,
  waits: { readonly after: readonly string[]; readonly also?: readonly string[] },
): readonly PlanTask[] {
  const { after, also = [] } = waits;
  const tasks = (ground.work.kind === 'grouped' ? grouped(ground.work.groups) : items(ground.work.items))
    .filter((task) => task.lane === lane)
    .map((task) => ({ ...task, after }));
  const done = milestone(`done:${lane}`, {
    title: `Work ${WORK_FOR[lane]} is done`,
    lane,
    after: [...(tasks.length > 0 ? tasks.map(({ id }) => id) : after), ...also],
    because: 'Audits look at what is in place, not at what is planned.',
  });
  return [...tasks, done];
}

/** Person-days of a part at most, a working week: a role takes up what has become more urgent between two parts. */
export const PART_DAYS = 5;

function grouped(groups: readonly GroupedWork[]): readonly PlanTask[] {
  return [...groupBy(groups, ({ role, serves }) => `work:${serves}:${role}`)].flatMap(([id, list]) => {
    const [first] = list;
    const days = list.reduce((sum, each) => sum + each.days, 0);
    if (!first || !(days > 0)) return [];
    const { role, serves } = first;
    const parts = Math.ceil(days / PART_DAYS);
    const title = `Close gaps ${WORK_FOR[serves]}: ${roleWords(role)}`;
    return Array.from({ length: parts }, (_, part) => ({
      id: `${id}:${part + 1}`,
      title: parts === 1 ? title : `${title}, part ${part + 1}`,
      lane: serves,
      work: { kind: 'effort' as const, role, days: spread(days / parts) },
      after: [],
      because: `What remains to be done ${WORK_FOR[serves]}, by who does it.`,
    }));
  });
}

function items(list: readonly WorkItem[]): readonly PlanTask[] {
  return list.map(({ id, title, serves, role, days, due, because }) => ({
    id,
    title,
    lane: serves,
    work: { kind: 'effort', role, days: spread(days) },
    after: [],
    due,
    because,
  }));
}
