// The window engine: a year of a large company, evaluated, and searched for its clean start and end.
import {
  addDays,
  branded,
  evaluateControl,
  evaluateWindow,
  startOfDay,
  UTC,
  type Cadence,
  type EventItem,
  type Performance,
  type PlainDate,
  type Timeline,
  type WindowFrame,
} from '@assay/core';
import type { Figure } from './figure.ts';
import { ms, percentile } from './measure.ts';

const CONTROLS = 130;
const FROM = branded<PlainDate>('2026-01-01');
const FRAME: WindowFrame = {
  window: { from: FROM, until: branded<PlainDate>('2027-01-01') },
  today: branded<PlainDate>('2026-12-31'),
  zone: UTC,
  calendar: { fiscalYearStart: 1, holidays: [] },
  reconstructedAfterDays: 14,
};

/** Days between two acts, and the cadence: a mix of machines, people and events. */
const MIX: readonly (readonly [number, Cadence])[] = [
  [1, { kind: 'continuous', everyHours: 24, tolerance: 2, slaDays: 7 }],
  [1, { kind: 'continuous', everyHours: 24, tolerance: 2, slaDays: 7 }],
  [1, { kind: 'continuous', everyHours: 24, tolerance: 2, slaDays: 7 }],
  [1, periodic('daily')],
  [1, periodic('business_daily')],
  [7, periodic('weekly')],
  [30, periodic('monthly')],
  [91, periodic('quarterly')],
  [300, periodic('annual')],
  [3, { kind: 'event', withinDays: 1, graceDays: 1 }],
];

export function windowsBench(): Promise<readonly Figure[]> {
  const timelines = Array.from({ length: CONTROLS }, (_, at) => timelineOf(at));
  const context = { previous: undefined };
  const evaluated = processorTimes(40, () => {
    for (const timeline of timelines) evaluateControl(timeline, FRAME);
  });
  const answered = processorTimes(10, () => {
    evaluateWindow({ frame: FRAME, timelines, criteria: [], context });
  });
  return Promise.resolve([
    figure(`${CONTROLS} controls x 365 days`, percentile(evaluated, 0.5), 50),
    figure('  with clean starts and ends', percentile(answered, 0.5), 500),
  ]);
}

/** Milliseconds of processor time of each round, sorted: wall time on a shared machine tells of its neighbours. */
function processorTimes(count: number, act: () => void): readonly number[] {
  return Array.from({ length: count }, () => {
    const began = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  }).sort((x, y) => x - y);
}

function figure(name: string, median: number, goal: number): Figure {
  return {
    name,
    value: `median ${ms(median)} CPU`,
    limit: '',
    ratio: '',
    goal: `${goal} ms`,
    met: median <= goal,
  };
}

/** A control that ran, save for a hole of ten days in spring. */
function timelineOf(at: number): Timeline {
  const [every, cadence] = MIX[at % MIX.length] ?? [1, periodic('daily')];
  const days = Array.from(
    { length: Math.floor(365 / every) },
    (_, n) => n * every + (at % Math.min(every, 5)),
  )
    .filter((day) => day < 100 + at / 10 || day > 110)
    .map((day) => addDays(FROM, day));
  const isMachine = cadence.kind === 'continuous';
  return {
    line: [{ code: `C-${at}`, startedOn: FROM, retiredOn: undefined, schedule: [{ from: FROM, cadence }] }],
    scopes: [{ name: 'all', from: undefined, until: undefined }],
    exclusions: [],
    performances: isMachine ? [] : days.map((day, n) => actOn(day, n, cadence.kind === 'event')),
    events: days.map((day, n): EventItem => ({ id: `e${n}`, scope: undefined, at: day })),
    runs: isMachine ? days.map((day) => ({ scope: undefined, at: startOfDay(day), result: 'pass' })) : [],
    outages: [],
  };
}

function actOn(day: PlainDate, n: number, isAnswer: boolean): Performance {
  return {
    evidence: `E-${n}`,
    scope: undefined,
    performedAt: day,
    capturedAt: day,
    review: 'accepted',
    supported: false,
    event: isAnswer ? `e${n}` : undefined,
  };
}

function periodic(
  frequency: 'daily' | 'business_daily' | 'weekly' | 'monthly' | 'quarterly' | 'annual',
): Cadence {
  return { kind: 'periodic', frequency, mode: 'calendar', graceDays: 5 };
}
