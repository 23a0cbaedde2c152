// What makes the window a story: schedules as they were said, a control replaced midway, a collector that fell silent.
import type { Cadence, ControlCode, ControlSchedule } from '@assay/core';
import { addControl, decideControl } from '../slices/controls/controls.usecases.ts';
import { declareCollector } from '../slices/monitoring/collectors/collectors.usecases.ts';
import { reportRun } from '../slices/monitoring/collectors/record.usecases.ts';
import { changeSchedule } from '../slices/monitoring/windows/schedules.usecases.ts';
import type { Tx } from '../platform/postgres/database.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { OWNERS } from './people.ts';
import { AUDIT_CHECKS, AUDIT_ROWS, NIGHTS } from './scans/nightly.ts';

/** The control that took the place of C-37, and days before today on which it did. */
export const SUCCESSOR = { code: 'C-501', replaces: 'C-37', daysAgo: 50 } as const;

const COLLECTOR = 'nightly-audit';
/** Days before today on which the schedules were agreed, and on which they are said to hold from. */
const AGREED = 110;
const HELD_FROM = 268;

const counted = (frequency: 'monthly' | 'quarterly', graceDays: number): Cadence => ({
  kind: 'periodic',
  frequency,
  mode: 'interval',
  graceDays,
});

/** Scanners look at the cloud, the code and the fleet every second week; what they find is mended within three. */
const FORTNIGHTLY: Cadence = { kind: 'continuous', everyHours: 336, tolerance: 2, slaDays: 21 };
const SCANNED = 'C-44 C-45 C-50 C-51 C-53 C-54 C-57 C-63 C-67 C-68 C-81 C-82 C-90 C-93'.split(' ');
/** Settings that no scanner of theirs reads: exported and looked at by a person each quarter. */
const EXPORTED = 'C-36 C-49 C-56 C-58 C-59 C-70 C-83 C-85 C-94 C-108 C-109 C-110'.split(' ');

/** Reviews are counted from the last one, so that the demo tells the same on every day of the year. */
const SCHEDULES: readonly (readonly [ControlCode, Cadence])[] = [
  ['C-10', counted('quarterly', 7)],
  ['C-37', counted('quarterly', 14)],
  ['C-43', counted('quarterly', 14)],
  ...SCANNED.map((code): readonly [ControlCode, Cadence] => [code, FORTNIGHTLY]),
  ...EXPORTED.map((code): readonly [ControlCode, Cadence] => [code, counted('quarterly', 14)]),
];

export function windowActs(place: Place): readonly Act[] {
  return [...scheduleActs(place), ...replacementActs(place), ...collectorActs(place)];
}

function scheduleActs(place: Place): readonly Act[] {
  return SCHEDULES.map(([code, cadence]) =>
    schedule(place, AGREED, { code, to: { versions: [{ from: place.on.ago(HELD_FROM), cadence }] } }),
  );
}

/** Retention was a job that a person started; since then the storage does it by rule. */
function replacementActs(place: Place): readonly Act[] {
  const { on, deps } = place;
  const { code, replaces, daysAgo } = SUCCESSOR;
  const held = deps.catalogue.controls.find((control) => control.code === replaces);
  if (!held) throw new Error(`demo: there is no ${replaces}`);
  const now = at(on.ago(daysAgo), '09:10');
  const make = async (tx: Tx): Promise<void> => {
    const work = { tx, scope: place.as(OWNERS.product_lead), catalogue: deps.catalogue, now };
    const { code: _, ...rest } = held;
    must(
      await addControl(work, {
        ...rest,
        code,
        name: 'Retention by rule of the storage',
        frequency: 'monthly',
      }),
    );
    must(
      await decideControl(work, [code], {
        state: 'adopted',
        implementation: 'implemented',
        owner: OWNERS.product_lead,
      }),
    );
  };
  return [
    { at: now, inside: make },
    schedule(place, daysAgo, { code: replaces, said: 1, to: { retiredOn: on.ago(daysAgo) } }),
    schedule(place, daysAgo, {
      code,
      to: {
        replaces,
        startedOn: on.ago(daysAgo),
        versions: [{ from: on.ago(daysAgo), cadence: counted('monthly', 7) }],
      },
    }),
  ];
}

function collectorActs(place: Place): readonly Act[] {
  const { on } = place;
  const [first = 0] = NIGHTS;
  const declared = at(on.ago(first), '01:00');
  return [
    {
      at: declared,
      inside: async (tx) => {
        must(
          await declareCollector(collecting(place, tx, declared), {
            name: COLLECTOR,
            kind: 'ci',
            startedAt: undefined,
            definition: {
              title: 'Nightly audit of code host and fleet',
              covers: { all: false, controls: AUDIT_CHECKS.map(([, control]) => control), checks: [] },
              scope: null,
              everyHours: 24,
              tolerance: 2,
              lists: 'everything',
              formats: [],
              reads: null,
            },
          }),
        );
      },
    },
    ...NIGHTS.map((night): Act => {
      const ended = at(on.ago(night), '02:00');
      return { at: ended, inside: (tx) => report(place, tx, { night, ended }) };
    }),
  ];
}

async function report(
  place: Place,
  tx: Tx,
  { night, ended }: { readonly night: number; readonly ended: Act['at'] },
): Promise<void> {
  must(
    await reportRun({ ...collecting(place, tx, ended), deps: place.deps }, COLLECTOR, {
      run: `night-${place.on.ago(night)}`,
      startedAt: undefined,
      endedAt: ended,
      imports: [],
      rows: AUDIT_ROWS,
      partial: false,
      error: undefined,
      message: undefined,
    }),
  );
}

function collecting(place: Place, tx: Tx, now: Act['at']) {
  return { tx, scope: place.as('Pipeline'), now, knownControls: place.known, mayRead: () => false };
}

/** Says something of a control's schedule, on top of what was said before. */
function schedule(
  place: Place,
  daysAgo: number,
  {
    code,
    to,
    said = 0,
  }: {
    readonly code: ControlCode;
    readonly to: Partial<ControlSchedule>;
    /** How often something was said of it before. */
    readonly said?: number;
  },
): Act {
  const now = at(place.on.ago(daysAgo), '09:20');
  return {
    at: now,
    inside: async (tx) => {
      const work = { tx, scope: place.as(OWNERS.security_lead), now };
      must(await changeSchedule(work, code, { ifMatch: `"${said}"`, to }));
    },
  };
}
