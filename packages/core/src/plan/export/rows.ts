// A plan as a table: one line a task, for a file or a document.
import { compareText } from '../../kernel/index.ts';
import type { PlanVersion } from '../baseline/cause.ts';
import type { PlanSimulation } from '../simulation/simulate.ts';

export const PLAN_COLUMNS = [
  'id',
  'title',
  'lane',
  'kind',
  'role',
  'person_days',
  'start',
  'finish',
  'finish_p50',
  'finish_p90',
  'slack_days',
  'critical',
  'criticality',
  'after',
  'fixed',
  'not_before',
  'due',
  'because',
] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** In the order in which tasks begin; empty where nothing is said. */
export function planRows(
  { network, schedule }: PlanVersion,
  simulated: PlanSimulation | undefined,
): readonly Readonly<Record<PlanColumn, string>>[] {
  const dates = new Map(schedule.tasks.map((each) => [each.id, each]));
  const likely = new Map(simulated?.tasks.map((each) => [each.id, each]));
  return network.tasks
    .map((task) => {
      const [at, range] = [dates.get(task.id), likely.get(task.id)];
      const effort = task.work.kind === 'effort' ? task.work : undefined;
      return {
        id: task.id,
        title: task.title,
        lane: task.lane,
        kind: task.work.kind,
        role: effort?.role ?? '',
        person_days: effort ? String(effort.days.mode) : '',
        start: at?.start ?? '',
        finish: at?.finish ?? '',
        finish_p50: range?.finish.p50 ?? '',
        finish_p90: range?.finish.p90 ?? '',
        slack_days: at ? String(at.slack) : '',
        critical: at ? (at.critical ? 'yes' : 'no') : '',
        criticality: range ? range.criticality.toFixed(2) : '',
        after: task.after.join(' '),
        fixed: task.fixed ?? '',
        not_before: task.notBefore ?? '',
        due: task.due ?? '',
        because: task.because,
      };
    })
    .toSorted((a, b) => compareText(a.start, b.start));
}
