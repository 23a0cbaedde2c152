// Security objectives (ISO/IEC 27001:2022, 6.2): measure, target, plan, owner, and what the measurements say.
import { addDays, type PlainDate } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export const DIRECTIONS = ['at_least', 'at_most'] as const;
/** Which side of the target is the good one. */
export type Direction = (typeof DIRECTIONS)[number];

export interface Measurement {
  readonly on: PlainDate;
  readonly value: number;
  readonly by: string;
}

export interface Objective {
  readonly title: string;
  /** What is measured, and how. */
  readonly measure: string;
  readonly unit: string;
  readonly target: number;
  readonly direction: Direction;
  readonly due: PlainDate | null;
  /** What will be done, with which means (6.2 h to l). */
  readonly plan: string;
  readonly owner: string | null;
  /** How often it is measured, in days. */
  readonly every_days: number;
  readonly measurements: readonly Measurement[];
}

export const TRENDS = ['better', 'same', 'worse', 'unknown'] as const;
export type Trend = (typeof TRENDS)[number];

export const OBJECTIVE_STATES = ['met', 'missed', 'not_yet', 'unknown'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

export interface ObjectiveStanding {
  readonly latest: Measurement | undefined;
  /** Unknown without a measurement that is recent enough: an old success is no success. */
  readonly state: ObjectiveState;
  /** The latest two measurements compared; unknown with fewer. */
  readonly trend: Trend;
}

/** Where an objective stands on a day; measurements of later days are not known yet. */
export function objectiveStanding(objective: Objective, today: PlainDate): ObjectiveStanding {
  const known = measured(objective, today);
  const latest = known.at(-1);
  return { latest, state: stateOn(objective, latest, today), trend: trendOf(objective, known) };
}

/** The remarks on an objective as of a day. */
export function objectiveLints(objective: Objective, today: PlainDate): readonly IsmsLint[] {
  return remarks(rules(today), objective);
}

function measured({ measurements }: Objective, today: PlainDate): readonly Measurement[] {
  return measurements
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function stateOn(objective: Objective, latest: Measurement | undefined, today: PlainDate): ObjectiveState {
  if (latest === undefined || isStale(objective, latest, today)) return 'unknown';
  const { target, direction, due } = objective;
  if (direction === 'at_least' ? latest.value >= target : latest.value <= target) return 'met';
  return due !== null && due <= today ? 'missed' : 'not_yet';
}

function isStale({ every_days }: Objective, latest: Measurement, today: PlainDate): boolean {
  return addDays(latest.on, every_days) < today;
}

function trendOf({ direction }: Objective, known: readonly Measurement[]): Trend {
  const [before, last] = known.slice(-2);
  if (before === undefined || last === undefined) return 'unknown';
  if (before.value === last.value) return 'same';
  return last.value > before.value === (direction === 'at_least') ? 'better' : 'worse';
}

function rules(today: PlainDate): readonly IsmsRule<Objective>[] {
  return [
    {
      code: 'objective.no_measure',
      clause: '6.2',
      blocks: true,
      finds: ({ measure }) => when(isBlank(measure), 'Nothing says how it is measured.'),
      remedy: 'Say what is counted, where the number comes from and who takes it.',
    },
    {
      code: 'objective.plan_incomplete',
      clause: '6.2',
      blocks: true,
      finds: ({ plan, owner, due }) => {
        const lacks = [
          ...(isBlank(plan) ? ['plan'] : []),
          ...(isBlank(owner) ? ['owner'] : []),
          ...(due === null ? ['date'] : []),
        ];
        return when(lacks.length > 0, `It lacks ${lacks.join(' and ')}.`);
      },
      remedy: 'Say what will be done, who answers for it and by when.',
    },
    {
      code: 'objective.not_measured',
      clause: '6.2',
      blocks: false,
      finds: (objective) => {
        const latest = measured(objective, today).at(-1);
        if (latest === undefined) return ['It was never measured.'];
        return when(isStale(objective, latest, today), `It was last measured on ${latest.on}.`);
      },
      remedy: 'Take the measurement and record it.',
    },
    {
      code: 'objective.missed',
      clause: '6.2',
      blocks: false,
      finds: (objective) =>
        when(
          objectiveStanding(objective, today).state === 'missed',
          'Its date has passed and the target is missed.',
        ),
      remedy:
        'Decide in the management review: another plan, another target or another date, with the reason.',
    },
  ];
}
