// Random timelines for the properties of the window engine.
import fc from 'fast-check';
import {
  addDays,
  dateOfDay,
  daysFromCivil,
  instantOfMillis,
  millisOfInstant,
  type Instant,
  type PlainDate,
} from '../../../kernel/index.ts';
import {
  SLOT_FREQUENCIES,
  UTC,
  type Cadence,
  type EventItem,
  type Lifetime,
  type Performance,
  type Run,
  type Timeline,
  type WindowFrame,
  type Zone,
} from '../index.ts';

/** A window of up to 420 days in 2025 and 2026, looked at on some day before, in or after it. */
export interface Story {
  readonly timeline: Timeline;
  readonly frame: WindowFrame;
}

const BASE = daysFromCivil(2025, 1, 1);
const day = (from: number, to: number): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: from, max: to }).map((offset) => dateOfDay(BASE + offset));

const periodic: fc.Arbitrary<Cadence> = fc.record({
  kind: fc.constant('periodic'),
  frequency: fc.constantFrom(...SLOT_FREQUENCIES),
  mode: fc.constantFrom('calendar', 'interval'),
  graceDays: fc.integer({ min: 0, max: 20 }),
});
const event: fc.Arbitrary<Cadence> = fc.record({
  kind: fc.constant('event'),
  withinDays: fc.integer({ min: 0, max: 10 }),
  graceDays: fc.integer({ min: 0, max: 10 }),
});
const continuous: fc.Arbitrary<Cadence> = fc.record({
  kind: fc.constant('continuous'),
  everyHours: fc.constantFrom(6, 24, 48),
  tolerance: fc.constantFrom(1, 2, 3),
  slaDays: fc.integer({ min: 0, max: 5 }),
});

function lifetime(code: string, cadence: fc.Arbitrary<Cadence>): fc.Arbitrary<Lifetime> {
  return fc
    .record({
      code: fc.constant(code),
      startedOn: day(-200, 250),
      lives: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
      schedule: fc.array(fc.record({ from: day(-100, 400), cadence }), { minLength: 1, maxLength: 3 }),
    })
    .map(({ lives, startedOn, schedule, ...life }) => ({
      ...life,
      startedOn,
      retiredOn: lives === undefined ? undefined : addDays(startedOn, lives),
      schedule: schedule.sort((a, b) => (a.from < b.from ? -1 : 1)),
    }));
}

const scopeName = fc.constantFrom(undefined, 'eu', 'us');
const EVENTS = Array.from({ length: 12 }, (_, at) => `e${at}`);

/** Acts with names of their own, in any order, some of them before, after, rejected, or made too late. */
const performances: fc.Arbitrary<readonly Performance[]> = fc
  .array(
    fc.record({
      scope: scopeName,
      performedAt: day(-380, 450),
      delay: fc.constantFrom(0, 0, 0, 3, 14, 15, 60),
      review: fc.constantFrom('accepted', 'accepted', 'accepted', 'pending', 'rejected'),
      supported: fc.boolean(),
      event: fc.option(fc.constantFrom(...EVENTS), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((acts) =>
    acts.map(({ delay, ...act }, at) => ({
      ...act,
      evidence: `E-${String(at + 1).padStart(3, '0')}`,
      capturedAt: addDays(act.performedAt, delay),
    })),
  );

const events: fc.Arbitrary<readonly EventItem[]> = fc
  .uniqueArray(fc.constantFrom(...EVENTS), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), scope: scopeName, at: day(-20, 430) }))),
  );

const hour = fc
  .integer({ min: -24 * 10, max: 24 * 430 })
  .map((hours) => instantOfMillis((BASE * 24 + hours) * 3_600_000));
const runs: fc.Arbitrary<readonly Run[]> = fc.array(
  fc.record({
    scope: scopeName,
    at: hour,
    result: fc.constantFrom('pass', 'pass', 'pass', 'fail', 'unknown'),
  }),
  { maxLength: 60 },
);
const outages = fc.array(
  fc
    .record({ scope: scopeName, from: hour, hours: fc.integer({ min: 1, max: 100 }) })
    .map(({ hours, ...outage }) => ({
      ...outage,
      until: instantOfMillis(millisOfInstant(outage.from) + hours * 3_600_000),
    })),
  { maxLength: 2 },
);

/** Offsets of whole hours, so that an hourly walk is exact. */
const ZONES: readonly Zone[] = [
  UTC,
  zoneOf('Europe/Berlin', 60, 120),
  zoneOf('America/New_York', -300, -240),
];

function zoneOf(name: string, standardMinutes: number, summerMinutes: number): Zone {
  const at = (month: number, date: number): Instant =>
    instantOfMillis((daysFromCivil(2025, month, date) * 24 + 1) * 3_600_000);
  return {
    name,
    standardMinutes,
    offsets: [
      { from: at(3, 30), minutes: summerMinutes },
      { from: at(10, 26), minutes: standardMinutes },
    ],
  };
}

const frame: fc.Arbitrary<WindowFrame> = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 420 }),
    today: day(-10, 500),
    zone: fc.constantFrom(...ZONES),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    holidays: fc.array(day(0, 400), { maxLength: 10 }),
  })
  .map(({ start, length, today, zone, ...calendar }) => ({
    window: { from: dateOfDay(BASE + start), until: dateOfDay(BASE + start + length) },
    today,
    calendar,
    zone,
    reconstructedAfterDays: 14,
  }));

/** Any story of one kind of control. */
export function stories(kind: Cadence['kind']): fc.Arbitrary<Story> {
  const cadence = { periodic, event, continuous }[kind];
  const scope = (name: string) =>
    fc.record({
      name: fc.constant(name),
      from: fc.option(day(-100, 100), { nil: undefined }),
      until: fc.option(day(100, 400), { nil: undefined }),
    });
  const timeline = fc.record({
    line: fc.oneof(
      fc.tuple(lifetime('C-1', cadence)),
      fc.tuple(lifetime('C-1', cadence), lifetime('C-2', cadence)),
    ),
    scopes: fc.oneof(fc.tuple(scope('eu')), fc.tuple(scope('eu'), scope('us'))),
    exclusions: fc.array(
      fc.record({
        scope: scopeName,
        period: fc.record({ from: day(0, 300), until: day(0, 400) }),
        reason: fc.constant('migration'),
        owner: fc.constant('lead'),
      }),
      { maxLength: 2 },
    ),
    performances,
    events: fc.option(events, { nil: undefined }),
    runs,
    outages,
  });
  return fc.record({ timeline, frame });
}

/** The story with every cadence of its line changed; `at` counts them. */
export function mapCadences(
  { timeline, frame }: Story,
  change: (cadence: Cadence, at: number) => Cadence,
): Story {
  let at = 0;
  const lifetime = (life: Lifetime): Lifetime => ({
    ...life,
    schedule: life.schedule.map((version) => ({ ...version, cadence: change(version.cadence, at++) })),
  });
  const [first, ...others] = timeline.line;
  return { frame, timeline: { ...timeline, line: [lifetime(first), ...others.map(lifetime)] } };
}

/** The story without yearly slots, and with one grace for all versions of the schedule. */
export function plainly(story: Story): Story {
  const grace = story.timeline.performances.length % 12;
  return mapCadences(story, (cadence) => {
    if (cadence.kind === 'continuous') return cadence;
    if (cadence.kind === 'event') return { ...cadence, graceDays: grace };
    const frequency = cadence.frequency === 'annual' ? 'quarterly' : cadence.frequency;
    return { ...cadence, frequency, graceDays: grace };
  });
}
