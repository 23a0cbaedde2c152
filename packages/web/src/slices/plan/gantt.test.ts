import { expect, test } from 'vitest';
import { axisDrawing } from './axis.layout.ts';
import { decisive, ganttDrawing } from './gantt.layout.ts';
import { boundsOf, ghostOf, reached, saysOf } from './moving.ts';
import type { PlanTask } from './plan.ts';
import { fitted, timeScale } from './time.layout.ts';

const TASK: PlanTask = {
  id: 'risk',
  title: 'Assess the risks',
  lane: 'iso',
  kind: 'effort',
  role: 'security_lead',
  days: { min: 3, mode: 5, max: 9 },
  after: [],
  start: '2026-03-02',
  end: '2026-03-13',
  done: { p10: '2026-03-11', p50: '2026-03-16', p90: '2026-03-27' },
  slack: 0,
  critical: true,
  criticality: 1,
  fixed: null,
  not_before: null,
  due: null,
  late_days: 0,
  in_time: null,
  follows: null,
  moved: null,
  gives: null,
  because: 'Clause 6.1.2 asks for it.',
};
const AFTER: PlanTask = {
  ...TASK,
  id: 'audit',
  title: 'Audit',
  after: ['risk'],
  start: '2026-03-17',
  end: '2026-03-20',
};
const SHARED: PlanTask = {
  ...TASK,
  id: 'shared',
  title: 'Shared',
  lane: 'shared',
  critical: false,
  criticality: 0,
  slack: 12,
};

const PLAN = {
  today: '2026-02-16',
  start: '2026-03-01',
  credentials: [
    { credential: 'iso27001', ready: { p10: '2026-09-01', p50: '2026-10-01', p90: '2026-12-01' } },
  ],
  promises: [
    {
      name: 'Atlas',
      kind: 'deal',
      needs: 'iso27001',
      due: '2026-09-15',
      amount: 100_000,
      currency: 'EUR',
      ready: { p10: '2026-09-01', p50: '2026-10-01', p90: '2026-12-01' },
      chance: 0.3,
      verdict: 'unlikely',
      late_days: 16,
      sentence: 'Atlas is 16 days late in the middle course.',
    },
  ],
  critical_path: ['risk', 'audit'],
} as const;
const draw = (narrow: boolean) =>
  ganttDrawing(
    {
      ...PLAN,
      credentials: [...PLAN.credentials],
      promises: [...PLAN.promises],
      critical_path: [...PLAN.critical_path],
    },
    [TASK, AFTER, SHARED],
    { width: narrow ? 360 : 1000, narrow },
  );

test('goals stand above the lanes, and lanes without a task are left out', () => {
  const drawing = draw(false);
  expect(drawing.heads.map(({ key }) => key)).toEqual(['goals', 'iso', 'shared']);
  expect(drawing.goals.map(({ key, late }) => [key, late])).toEqual([
    ['iso27001', false],
    ['deal Atlas', true],
  ]);
  expect(drawing.tasks.map(({ key }) => key)).toEqual(['risk', 'audit', 'shared']);
});

test('a bar lasts from the morning of its first day to the evening of its last, and its whisker lies behind its middle', () => {
  const drawing = draw(false);
  const [row] = drawing.tasks;
  expect(row?.until).toBeCloseTo((row?.from ?? 0) + 12 * drawing.scale.pixelsADay);
  expect(row?.whisker.p90).toBeGreaterThan(row?.whisker.p50 ?? 0);
  for (const { from, until, whisker } of drawing.tasks) {
    expect(from).toBeGreaterThanOrEqual(drawing.left);
    expect(Math.max(until, whisker.p90)).toBeLessThanOrEqual(drawing.width);
  }
});

test('rows never overlap, on a phone the name stands above its bar', () => {
  for (const narrow of [false, true]) {
    const rows = [...draw(narrow).goals, ...draw(narrow).tasks];
    const tops = rows.map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).toBe(tops.length);
  }
  const [row] = draw(true).tasks;
  expect(row?.label.y).toBeLessThan(row?.middle ?? 0);
});

test('the critical path is linked between those of its tasks that are in sight', () => {
  expect(draw(false).links).toHaveLength(1);
  expect(decisive(TASK)).toBe(true);
  expect(decisive(SHARED)).toBe(false);
  expect(decisive({ ...SHARED, moved: 'not_before' })).toBe(true);
});

test('keys move a task by a day or a week; what nobody moved cannot begin earlier than it can', () => {
  const right = ghostOf(TASK, undefined, { key: 'ArrowRight', shiftKey: false });
  expect(right).toEqual({ task: 'risk', on: '2026-03-03' });
  expect(ghostOf(TASK, right, { key: 'ArrowRight', shiftKey: true })?.on).toBe('2026-03-10');
  expect(ghostOf(TASK, undefined, { key: 'ArrowLeft', shiftKey: false })?.on).toBe('2026-03-02');
  expect(ghostOf({ ...TASK, moved: 'not_before' }, undefined, { key: 'PageUp', shiftKey: false })?.on).toBe(
    '2026-02-23',
  );
  expect(ghostOf(TASK, undefined, { key: 'a', shiftKey: false })).toBeUndefined();
  expect(saysOf(TASK, { task: 'risk', on: '2026-03-10' })).toContain('8 days later');
});

test('only a day that somebody said can be moved forward, a better estimate leaves the begin as early as it can be', () => {
  expect(boundsOf({ ...TASK, moved: 'days' }).least).toBe(TASK.start);
  expect(boundsOf({ ...TASK, moved: 'fixed' }).least < TASK.start).toBe(true);
  const far = ghostOf(TASK, { task: 'risk', on: boundsOf(TASK).most }, { key: 'PageDown', shiftKey: false });
  expect(far?.on).toBe(boundsOf(TASK).most);
});

test('one day is told as one', () => {
  expect(saysOf({ ...SHARED, slack: 1 }, undefined)).toContain('; 1 day to spare.');
  expect(saysOf(TASK, { task: 'risk', on: '2026-03-03' })).toContain(', 1 day later.');
});

test('Tab reaches a task that is in sight: where the arrows left off, else what is picked, else the first', () => {
  const rows = [{ key: 'a' }, { key: 'b' }, { key: 'c' }];
  expect(reached(rows, ['b', 'c'])).toBe('b');
  expect(reached(rows, ['hidden', 'c'])).toBe('c');
  expect(reached(rows, [undefined, undefined])).toBe('a');
  expect(reached([], ['a'])).toBeUndefined();
});

test('ticks have room and none is cut off at the end, a year is told by its number', () => {
  const { ticks } = timeScale({ from: '2026-11-20', until: '2027-03-10' }, { left: 0, right: 600 });
  expect(ticks.map(({ label }) => label)).toEqual(['Dec', '2027', 'Feb', 'Mar']);
  const years = timeScale({ from: '2026-01-01', until: '2036-01-01' }, { left: 0, right: 300 }).ticks;
  expect(years.map(({ label }) => label)).toEqual(['2026', '2028', '2030', '2032', '2034']);
  expect(fitted('A long title of a task', 65)).toBe('A long ti…');
});

test('on the time axis what would overlap stands in rows of its own, and every mark stays in its lane', () => {
  const item = (id: string, lane: 'iso' | 'shared' | 'soc2', [from, to]: readonly [string, string]) => ({
    id,
    kind: 'x',
    lane,
    title: id,
    from,
    to,
    latest: null,
    because: '',
  });
  const drawing = axisDrawing(
    {
      from: '2026-01-01',
      to: '2029-01-01',
      items: [
        item('stage1', 'iso', ['2026-06-01', '2026-06-02']),
        item('stage2', 'iso', ['2026-06-20', '2026-06-24']),
        item('period', 'soc2', ['2026-03-01', '2026-08-31']),
        item('audit', 'shared', ['2026-05-01', '2026-05-01']),
      ],
    },
    '2026-02-01',
    900,
  );
  const at = (id: string) => drawing.marks.find(({ key }) => key === id)?.y ?? 0;
  expect(at('stage2')).toBeGreaterThan(at('stage1'));
  expect(drawing.heads.map(({ lane }) => lane)).toEqual(['iso', 'shared', 'soc2']);
  expect(at('audit')).toBeGreaterThan(at('stage2'));
  expect(at('period')).toBeGreaterThan(at('audit'));
});
