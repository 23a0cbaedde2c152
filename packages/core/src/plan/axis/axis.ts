// One axis of time: the cycle of the certificate above the periods of SOC 2, and between them the work that serves both.
import { addDays, compareText, daysBetween, type Period, type PlainDate } from '../../kernel/index.ts';
import type { PlanVersion } from '../baseline/cause.ts';
import type { Lane } from '../network.ts';
import { isoCycle, type Certified } from './isoCycle.ts';
import { monthsAfter, type AxisItem } from './item.ts';
import { firstReviews, sharedReviews, type FirstReviews } from './reviews.ts';
import { soc2Periods, type Attested } from './soc2Periods.ts';

interface AxisGround {
  readonly today: PlainDate;
  readonly iso: Certified | undefined;
  readonly soc2: Attested | undefined;
  /** The round before certification, where it is to be done. */
  readonly reviews: FirstReviews;
  /** Stretches of the work until then, lane by lane. */
  readonly work: readonly { readonly lane: Lane; readonly from: PlainDate; readonly to: PlainDate }[];
}

export interface TimeAxis {
  readonly today: PlainDate;
  readonly from: PlainDate;
  /** Last day of it. */
  readonly to: PlainDate;
  /** By lane (ISO, shared, SOC 2), then by day. */
  readonly items: readonly AxisItem[];
}

/** Order of the lanes from top to bottom: what serves both lies between. */
const AXIS_LANES = ['iso', 'shared', 'soc2'] as const satisfies readonly Lane[];

export function timeAxis(ground: AxisGround): TimeAxis {
  const { today, iso, soc2 } = ground;
  const until = iso ? monthsAfter(iso.decision, 36) : monthsAfter(soc2?.first.from ?? today, 36);
  const periods = soc2 ? soc2Periods(soc2, until) : [];
  const reports = periods.filter(({ kind }) => kind === 'report').map(({ from }) => from);
  const cycle = iso ? isoCycle(iso, reports) : [];
  const reviews = [...firstReviews(ground.reviews), ...sharedReviews(cycle, periods)];
  const all = [...ground.work.map(workItem), ...cycle, ...reviews, ...periods];
  const items = AXIS_LANES.flatMap((lane) =>
    all
      .filter((each) => each.lane === lane)
      .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.id, b.id)),
  );
  const days = [today, ...items.flatMap(({ from, to }) => [from, to])].toSorted(compareText);
  return { today, from: days[0] ?? today, to: days.at(-1) ?? today, items };
}

/** The axis that a plan leads to; undefined where it brings no credential. */
export function axisOfPlan(
  version: PlanVersion,
  given: { readonly today: PlainDate; readonly period: Period | undefined; readonly windowDays: number },
): TimeAxis | undefined {
  const of = new Map(version.schedule.tasks.map((task) => [task.id, task]));
  const [decision, window, type2, type1] = ['decision', 'window', 'type2', 'type1'].map((id) => of.get(id));
  if (!decision && !type2 && !type1) return undefined;
  // A period that is set and has ended is no task any more.
  const last = window?.finish ?? (given.period && addDays(given.period.until, -1));
  const length = given.period ? daysBetween(given.period.from, given.period.until) : given.windowDays;
  return timeAxis({
    today: given.today,
    iso: decision && {
      stage1: of.get('stage1')?.start,
      stage2: of.get('stage2')?.start,
      decision: decision.finish,
    },
    soc2:
      last && type2
        ? {
            type1: type1?.finish,
            first: { from: addDays(last, 1 - length), until: addDays(last, 1) },
            reportDays: daysBetween(last, type2.finish),
          }
        : undefined,
    reviews: { audit: of.get('internal_audit')?.finish, review: of.get('management_review')?.finish },
    work: AXIS_LANES.flatMap((lane) => workSpan(version, lane)),
  });
}

/** From the first task of people in a lane to the last. */
function workSpan({ network, schedule }: PlanVersion, lane: Lane): AxisGround['work'] {
  const theirs = new Set(
    network.tasks.filter((task) => task.lane === lane && task.work.kind === 'effort').map(({ id }) => id),
  );
  const tasks = schedule.tasks.filter(({ id }) => theirs.has(id));
  const [from] = tasks.map(({ start }) => start).toSorted(compareText);
  const to = tasks
    .map(({ finish }) => finish)
    .toSorted(compareText)
    .at(-1);
  return from && to ? [{ lane, from, to }] : [];
}

const WORK_TITLES: Readonly<Record<Lane, string>> = {
  iso: 'Work for ISO/IEC 27001',
  shared: 'Work for both frameworks',
  soc2: 'Work for SOC 2',
};

function workItem({ lane, from, to }: AxisGround['work'][number]): AxisItem {
  return {
    id: `work:${lane}`,
    kind: 'work',
    lane,
    title: WORK_TITLES[lane],
    from,
    to,
    latest: undefined,
    because: 'What remains to be done by own people.',
  };
}
