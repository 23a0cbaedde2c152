// What was said of a plan before is not judged again; what is new is.
import { expect, test } from 'vitest';
import { branded, type PlainDate } from '../kernel/index.ts';
import type { PlanNetwork } from './network.ts';
import { NO_SETTINGS, settingsFaults, type PlanSettings } from './settings.ts';

const day = (text: string) => branded<PlainDate>(text);
const TODAY = day('2027-03-01');
const NETWORK: PlanNetwork = {
  start: TODAY,
  capacity: {},
  holidays: [],
  tasks: [
    { id: 'a', title: 'A', lane: 'iso', work: { kind: 'wait', days: three(1) }, after: [], because: '' },
    { id: 'end', title: 'End', lane: 'iso', work: { kind: 'milestone' }, after: ['a'], because: '' },
  ],
};

function three(days: number) {
  return { min: days, mode: days, max: days };
}

const SAID: PlanSettings = {
  ...NO_SETTINGS,
  start: day('2027-02-01'),
  fixed: [{ task: 'a', on: day('2027-02-10'), note: '' }],
  notBefore: [{ task: 'closed', on: day('2027-02-10'), note: '' }],
  leads: [{ task: 'end', days: three(2), because: 'It was an effort.' }],
  done: [{ task: 'closed', note: '' }],
};

const pointers = (settings: PlanSettings, held: readonly PlanSettings[]) =>
  settingsFaults(settings, NETWORK, { today: TODAY, held })
    .map(({ pointer }) => pointer)
    .toSorted();

test('everything is judged where nothing was said before', () => {
  expect(pointers(SAID, [])).toEqual([
    '/done/0/task',
    '/fixed/0/on',
    '/lead_days/0/days',
    '/not_before/0/task',
    '/start',
  ]);
});

test('what stands already is not judged again, whatever is noted beside it', () => {
  expect(pointers(SAID, [SAID])).toEqual([]);
  expect(pointers({ ...SAID, done: [{ task: 'closed', note: 'In May.' }] }, [SAID])).toEqual([]);
});

test('another day for it is new, and a task may stand but once', () => {
  const fixed = [{ task: 'a', on: day('2027-02-11'), note: '' }];
  expect(pointers({ ...SAID, fixed, start: day('2027-02-02') }, [SAID])).toEqual(['/fixed/0/on', '/start']);
  expect(pointers({ ...SAID, done: [...SAID.done, ...SAID.done] }, [SAID])).toEqual(['/done/1/task']);
});
