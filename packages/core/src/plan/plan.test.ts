// What a plan says beside its dates: what an auditor would remark, what it hangs on, its milestones and its table.
import { expect, test } from 'vitest';
import {
  criticalSentence,
  groundOf,
  networkOf,
  PLAN_COLUMNS,
  planMilestones,
  planNotes,
  planRows,
  schedule,
  simulatePlan,
  type AdviceOption,
  type PlanGround,
  type PlanSimulation,
  type PlanVersion,
} from './index.ts';
import { date } from './testing/networks.ts';

const ground = groundOf({
  start: date('2027-03-01'),
  work: { kind: 'grouped', groups: [{ role: 'security_lead', serves: 'shared', days: 12 }] },
  capacity: { security_lead: 13 },
});

function of(option: AdviceOption, of_: PlanGround): PlanVersion & { readonly simulated: PlanSimulation } {
  const network = networkOf(option, of_);
  const [found, simulated] = [schedule(network), simulatePlan(network, { seed: 'plan', runs: 500 })];
  if (!found.ok || !simulated.ok) throw new Error('it cannot be scheduled');
  return { network, schedule: found.value, simulated: simulated.value };
}

test('work on controls that ends after the period is remarked upon, and so is a late internal audit', () => {
  const late = of('both_in_parallel', { ...ground, evidenceDays: 85 });
  expect(planNotes(late.schedule).map(({ code, task }) => `${code} ${task}`)).toEqual([
    'review_outside_period internal_audit',
    'review_outside_period management_review',
    'work_after_period window',
  ]);
  const early = of('both_in_parallel', ground);
  expect(planNotes(early.schedule)).toEqual([]);
});

test('a stage 1 that is booked more than six months before stage 2 is remarked upon', () => {
  const dates = [
    { task: 'stage1', kind: 'fixed', date: date('2027-06-01') },
    { task: 'stage2', kind: 'fixed', date: date('2028-01-10') },
  ] as const;
  const [note] = planNotes(of('iso_first', { ...ground, dates }).schedule);
  expect(note?.code).toBe('stage1_too_old');
  expect(note?.sentence).toMatch(/^Stage 2 begins \d+ days after stage 1/);
});

test('what the end hangs on is said in one sentence with its longest parts', () => {
  const { network, schedule: found } = of('type2_directly', ground);
  expect(criticalSentence(network, found)).toMatch(
    /^The most likely last day is 2027-\d\d-\d\d; it hangs on .*“Type II period of 90 days” \(90 days\).*\.$/,
  );
});

test('milestones for a calendar name what custom names, say how sure a day is, and tell no gap', () => {
  const dates = [{ task: 'stage1', kind: 'fixed', date: date('2027-06-01') }] as const;
  const plan = of('both_in_parallel', { ...ground, dates });
  const milestones = planMilestones(plan, plan.simulated);
  expect(milestones.find(({ id }) => id === 'plan:stage1')).toMatchObject({
    likely: 'booked',
    day: '2027-06-01',
  });
  expect(milestones.filter(({ id }) => id.startsWith('plan:type2'))).toHaveLength(2);
  expect(milestones.map(({ day }) => day)).toEqual(milestones.map(({ day }) => day).toSorted());
  expect(milestones.some(({ summary }) => summary.includes('gap'))).toBe(false);
});

test('the table has one line a task with every column, in the order in which they begin', () => {
  const plan = of('iso_first', ground);
  const rows = planRows(plan, plan.simulated);
  expect(rows).toHaveLength(plan.network.tasks.length);
  expect(rows.every((row) => PLAN_COLUMNS.every((column) => typeof row[column] === 'string'))).toBe(true);
  expect(rows.map(({ start }) => start)).toEqual(rows.map(({ start }) => start).toSorted());
});

test('the chance that a booked day is kept falls the earlier it is', () => {
  const chance = (day: string): number => {
    const dates = [{ task: 'stage1', kind: 'fixed', date: date(day) }] as const;
    const { simulated } = of('iso_first', { ...ground, dates });
    return simulated.tasks.find(({ id }) => id === 'stage1')?.inTime ?? -1;
  };
  const chances = ['2027-04-01', '2027-06-10', '2027-07-01', '2027-12-01'].map(chance);
  expect(chances).toEqual(chances.toSorted((a, b) => a - b));
  expect([chances[0], chances.at(-1)]).toEqual([0, 1]);
});
