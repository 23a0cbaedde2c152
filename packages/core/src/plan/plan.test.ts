// What a plan says beside its dates: what an auditor would remark, what it hangs on, its milestones and its table.
import { expect, test } from 'vitest';
import { daysBetween } from '../kernel/index.ts';
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

test('an internal audit before a period that is set is remarked upon, unless the period has an evaluation of its own', () => {
  const period = { from: date('2027-12-01'), until: date('2028-06-01') };
  const both = of('both_in_parallel', { ...ground, period });
  const [note] = planNotes(both.schedule, period);
  const audit = both.schedule.tasks.find(({ id }) => id === 'internal_audit');
  expect(note).toMatchObject({ code: 'review_outside_period', task: 'internal_audit' });
  expect(note?.days).toBe(daysBetween(audit?.finish ?? period.from, period.from));
  expect(note?.sentence).toMatch(/^The internal audit ends \d+ days before the Type II period begins/);
  expect(planNotes(both.schedule)).toEqual([]);
  const first = of('iso_first', { ...ground, wantsBoth: true, period });
  expect(planNotes(first.schedule, period)).toEqual([]);
});

test('a period that is set and has ended is no task, and what comes after it is remarked upon by its own last day', () => {
  const period = { from: date('2026-08-01'), until: date('2027-02-01') };
  const plan = of('both_in_parallel', { ...ground, period });
  expect(plan.network.tasks.some(({ id }) => id === 'window')).toBe(false);
  expect(planMilestones(plan, plan.simulated, period).some(({ id }) => id === 'plan:window')).toBe(false);
  const done = plan.schedule.tasks.find(({ id }) => id === 'done:shared');
  const note = planNotes(plan.schedule, period).find(({ code }) => code === 'work_after_period');
  expect(note?.days).toBe(daysBetween(date('2027-01-31'), done?.finish ?? period.from));
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

test('what is booked stands on its day: a task that is named by its end is likely then, not when it begins', () => {
  const dates = [
    { task: 'internal_audit', kind: 'fixed', date: date('2027-06-07') },
    { task: 'decision', kind: 'fixed', date: date('2028-02-07') },
    // Long before anybody is ready for it.
    { task: 'stage2', kind: 'fixed', date: date('2027-06-14') },
  ] as const;
  const plan = of('iso_first', { ...ground, dates });
  const of_ = (id: string) => planMilestones(plan, plan.simulated).find((each) => each.id === `plan:${id}`);
  const finish = (id: string) => plan.simulated.tasks.find((each) => each.id === id)?.finish.p50;
  expect(of_('internal_audit')).toMatchObject({ likely: 'half', day: finish('internal_audit') });
  expect(of_('decision')).toMatchObject({ likely: 'half', day: finish('decision') });
  expect(of_('decision')?.day).not.toBe('2028-02-07');
  expect(of_('stage2')).toMatchObject({ likely: 'booked', day: '2027-06-14' });
});

test('the last day of a period that is set is sure', () => {
  const period = { from: date('2027-02-01'), until: date('2027-08-01') };
  const plan = of('type2_directly', { ...ground, period });
  const window = planMilestones(plan, plan.simulated, period).find(({ id }) => id === 'plan:window');
  expect(window).toMatchObject({
    likely: 'booked',
    day: '2027-07-31',
    summary: 'SOC 2 Type II period: last day',
  });
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
