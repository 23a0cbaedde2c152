// The ways to a SOC 2 report: of design at a date, of operation over a period.
import { daysBetween, type PlainDate } from '../../kernel/index.ts';
import { EVIDENCE_THAT_COUNTS, type PlanGround } from '../ground.ts';
import type { PlanTask } from '../network.ts';
import { isBooked, leadTask, milestone } from './parts.ts';

const lane = 'soc2' as const;
const WORK = ['done:shared', 'done:soc2'] as const;

/** What both reports need. */
export function soc2Preparation(ground: PlanGround, after: readonly string[]): readonly PlanTask[] {
  const title = 'Describe the system, prepare the assertion';
  return [
    ...described(ground).map(() => leadTask(ground, 'description', { title, lane, after })),
    ...engaged(ground).map(() =>
      leadTask(ground, 'auditor_soc2', { title: 'Engage a CPA firm', lane, after: [] }),
    ),
  ];
}

export function type1Tasks(ground: PlanGround): readonly PlanTask[] {
  const task = leadTask.bind(undefined, ground);
  return [
    milestone('type1_date', {
      title: 'Date of the Type I report',
      lane,
      after: [...WORK, ...described(ground)],
      because: 'Type I speaks of design at a date: on it every control is in place.',
    }),
    task('type1_fieldwork', {
      title: 'Type I fieldwork',
      lane,
      after: ['type1_date', ...engaged(ground)],
    }),
    task('type1_report', { title: 'Type I report is written', lane, after: ['type1_fieldwork'] }),
    milestone('type1', {
      title: 'SOC 2 Type I report',
      lane,
      after: ['type1_report'],
      gives: 'soc2_type1',
      because: 'A buyer gets it under a nondisclosure agreement.',
    }),
  ];
}

/** How a period of an option begins. */
export interface Opening {
  /** What comes before its first day. */
  readonly opens: readonly string[];
  /** Days of evidence before today count. */
  readonly running: boolean;
  /** An internal audit inside it is its evaluation (CC4.1). */
  readonly evaluated: boolean;
}

export function type2Tasks(ground: PlanGround, opening: Opening): readonly PlanTask[] {
  const task = leadTask.bind(undefined, ground);
  const evaluation = opening.evaluated
    ? []
    : [
        task('evaluation', {
          title: 'Evaluate controls inside the period',
          lane,
          after: opening.opens.length > 0 ? opening.opens : WORK,
        }),
      ];
  const window = windowTasks(ground, opening);
  return [
    ...window,
    ...evaluation,
    task('type2_fieldwork', {
      title: 'Type II fieldwork',
      lane,
      after: [
        ...window.map(({ id }) => id),
        ...engaged(ground),
        ...WORK,
        ...described(ground),
        ...evaluation.map(({ id }) => id),
      ],
    }),
    task('type2_report', { title: 'Type II report is written', lane, after: ['type2_fieldwork'] }),
    milestone('type2', {
      title: 'SOC 2 Type II report',
      lane,
      after: ['type2_report'],
      gives: 'soc2_type2',
      because: 'It is treated as current until twelve months after the end of its period.',
    }),
  ];
}

/** Whether a period may count days before today. */
export function runsAlready({ evidenceDays }: PlanGround): boolean {
  return evidenceDays >= EVIDENCE_THAT_COUNTS;
}

/** None where the period that is set has ended: nothing of it is waited for. */
function windowTasks(ground: PlanGround, opening: Opening): readonly PlanTask[] {
  const { length, left, fixed, opens, because } = periodOf(ground, opening);
  if (ground.period && left === 0) return [];
  return [
    {
      id: 'window',
      title: `Type II period of ${length} days`,
      lane,
      work: { kind: 'wait', days: { min: left, mode: left, max: left } },
      after: opens,
      fixed,
      because,
    },
  ];
}

interface PeriodSaid {
  readonly length: number;
  /** Days of it that lie before us. */
  readonly left: number;
  readonly fixed: PlainDate | undefined;
  readonly opens: readonly string[];
  readonly because: string;
}

function periodOf({ start, period, windowDays, evidenceDays }: PlanGround, opening: Opening): PeriodSaid {
  const length = period ? daysBetween(period.from, period.until) : windowDays;
  const short =
    length < HALF_YEAR
      ? ' Less than six months is accepted for a first report; some buyers ask for more.'
      : '';
  if (period) {
    const left = Math.max(0, Math.min(length, daysBetween(start, period.until)));
    const from = period.from > start ? period.from : start;
    const because = `The period that is set: ${period.from} until ${period.until}.${short}`;
    return { length, left, fixed: from, opens: [], because };
  }
  if (opening.running) {
    const left = Math.max(0, length - evidenceDays);
    const because = `Key controls have run for ${evidenceDays} days with accepted evidence, and the period counts them; a control that is added inside it is noted as a change.${short}`;
    return { length, left, fixed: left > 0 ? start : undefined, opens: [], because };
  }
  const because = `Type II speaks of operation: every control runs from the first day of the period to its last.${short}`;
  return { length, left: length, fixed: undefined, opens: opening.opens, because };
}

/** Days of six months, at least. */
const HALF_YEAR = 181;

function described({ done }: PlanGround): readonly string[] {
  return done.includes('description') ? [] : ['description'];
}

/** An examination that is booked has its auditor. */
function engaged(ground: PlanGround): readonly string[] {
  return isBooked(ground, ['type1_fieldwork', 'type2_fieldwork']) ? [] : ['auditor_soc2'];
}
