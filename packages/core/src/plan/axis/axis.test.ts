// The axis: periods without a hole, reviews inside them, surveillance at the report, and where all of it lies.
import { expect, test } from 'vitest';
import { daysBetween } from '../../kernel/index.ts';
import { networkOf } from '../networks/network.ts';
import { groundOf } from '../ground.ts';
import { schedule } from '../schedule/schedule.ts';
import { date } from '../testing/networks.ts';
import { axisOfPlan, timeAxis, type TimeAxis } from './axis.ts';

const axis = timeAxis({
  today: date('2027-03-01'),
  iso: { stage1: date('2027-06-01'), stage2: date('2027-07-12'), decision: date('2027-09-02') },
  soc2: {
    type1: undefined,
    first: { from: date('2027-06-01'), until: date('2027-09-01') },
    reportDays: 42,
  },
  reviews: { audit: undefined, review: undefined },
  work: [{ lane: 'shared', from: date('2027-03-01'), to: date('2027-05-28') }],
});

test('a period begins on the day after the one before, and each has its report', () => {
  const periods = axis.items.filter(({ kind }) => kind === 'period');
  periods.slice(1).forEach((period, i) => {
    expect(daysBetween(periods[i]?.to ?? period.from, period.from)).toBe(1);
  });
  expect(periods.map(({ from }) => from).slice(0, 3)).toEqual(['2027-06-01', '2027-09-01', '2028-09-01']);
  expect(axis.items.filter(({ kind }) => kind === 'report')).toHaveLength(periods.length);
});

test('internal audit and management review lie inside one period, the audit first, both before the visit', () => {
  const of = (kind: string) => axis.items.filter((each) => each.kind === kind).map(({ from }) => from);
  const periods = axis.items.filter(({ kind }) => kind === 'period');
  const visits = [...of('surveillance'), ...of('recertification')];
  expect(of('internal_audit')).toHaveLength(3);
  of('internal_audit').forEach((audit, i) => {
    const review = of('management_review')[i] ?? '';
    expect(audit < review && review < (visits[i] ?? '')).toBe(true);
    expect(periods.filter(({ from, to }) => from <= audit && review <= to)).toHaveLength(1);
  });
});

test('items lie by lane, from ISO over shared work to SOC 2, and within the days of the axis', () => {
  expect([...new Set(axis.items.map(({ lane }) => lane))]).toEqual(['iso', 'shared', 'soc2']);
  expect(axis.items.every(({ from, to }) => axis.from <= from && from <= to && to <= axis.to)).toBe(true);
  expect(axis.from).toBe(axis.today);
});

test('the round before stage 1 lies on the axis where it is to be done', () => {
  const ground = groundOf({
    start: date('2027-03-01'),
    work: { kind: 'grouped', groups: [] },
    capacity: { founder: 13 },
  });
  const network = networkOf('iso_first', ground);
  const found = schedule(network);
  if (!found.ok) throw new Error(found.error.code);
  const { items = [] } =
    axisOfPlan(
      { network, schedule: found.value },
      { today: ground.start, period: undefined, windowDays: 90 },
    ) ?? {};
  const of = (kind: string) => items.find((each) => each.kind === kind)?.from ?? '';
  expect(of('internal_audit') < of('management_review') && of('management_review') < of('stage1')).toBe(true);
  expect(items.filter(({ kind }) => kind === 'internal_audit')).toHaveLength(4);
});

test('a period that is set and has ended lies where it was, its report where the plan has it', () => {
  const period = { from: date('2026-07-01'), until: date('2027-01-01') };
  const ground = groundOf({
    start: date('2027-03-01'),
    work: { kind: 'grouped', groups: [] },
    capacity: { founder: 13 },
    period,
  });
  const network = networkOf('type2_directly', ground);
  const found = schedule(network);
  if (!found.ok) throw new Error(found.error.code);
  const { items = [] } =
    axisOfPlan({ network, schedule: found.value }, { today: ground.start, period, windowDays: 184 }) ?? {};
  const [first] = items.filter(({ kind }) => kind === 'period');
  expect([first?.from, first?.to]).toEqual(['2026-07-01', '2026-12-31']);
  expect(items.find(({ kind }) => kind === 'report')?.from).toBe(
    found.value.tasks.find(({ id }) => id === 'type2')?.finish,
  );
});

test('a plan leads to its axis: the period counts the days that ran before, and nothing yet leads nowhere', () => {
  const ground = groundOf({
    start: date('2027-03-01'),
    work: { kind: 'grouped', groups: [] },
    capacity: { founder: 13 },
    evidenceDays: 60,
  });
  const of = (option: 'type2_directly' | 'nothing_yet'): TimeAxis | undefined => {
    const network = networkOf(option, ground);
    const found = schedule(network);
    if (!found.ok) throw new Error(found.error.code);
    return axisOfPlan(
      { network, schedule: found.value },
      { today: ground.start, period: undefined, windowDays: ground.windowDays },
    );
  };
  const first = of('type2_directly')?.items.find(({ kind }) => kind === 'period');
  expect([first?.from, first?.to]).toEqual(['2026-12-31', '2027-03-30']);
  expect(of('type2_directly')?.items.some(({ lane }) => lane === 'iso')).toBe(false);
  expect(of('nothing_yet')).toBeUndefined();
});
