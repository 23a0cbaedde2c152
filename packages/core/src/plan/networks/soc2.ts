// The ways to a SOC 2 report: of design at a date, of operation over a period.
import { EVIDENCE_THAT_COUNTS, type PlanGround } from '../ground.ts';
import type { PlanTask, ThreePoint } from '../network.ts';
import { leadTask, milestone } from './parts.ts';

const lane = 'soc2' as const;
const WORK = ['done:shared', 'done:soc2'] as const;

/** What both reports need. */
export function soc2Preparation(ground: PlanGround, after: readonly string[]): readonly PlanTask[] {
  const description = ground.done.includes('description')
    ? []
    : [leadTask(ground, 'description', { title: 'Describe the system, prepare the assertion', lane, after })];
  return [...description, leadTask(ground, 'auditor_soc2', { title: 'Engage a CPA firm', lane, after: [] })];
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
      after: ['type1_date', 'auditor_soc2'],
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

/** `opens`: what comes before the first day of the period; `running`: whether it counts from days of evidence before today. */
export function type2Tasks(
  ground: PlanGround,
  given: { readonly opens: readonly string[]; readonly running: boolean; readonly evaluated: boolean },
): readonly PlanTask[] {
  const task = leadTask.bind(undefined, ground);
  const left = given.running ? Math.max(0, ground.windowDays - ground.evidenceDays) : ground.windowDays;
  const days: ThreePoint = { min: left, mode: left, max: left };
  const evaluation = given.evaluated
    ? []
    : [
        task('evaluation', {
          title: 'Evaluate controls inside the period',
          lane,
          after: given.opens.length > 0 ? given.opens : WORK,
        }),
      ];
  return [
    {
      id: 'window',
      title: `Type II period of ${ground.windowDays} days`,
      lane,
      work: { kind: 'wait', days },
      after: given.opens,
      fixed: given.running && left > 0 ? ground.start : undefined,
      because: periodReason(ground, given.running),
    },
    ...evaluation,
    task('type2_fieldwork', {
      title: 'Type II fieldwork',
      lane,
      after: ['window', 'auditor_soc2', ...WORK, ...described(ground), ...evaluation.map(({ id }) => id)],
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

function periodReason({ evidenceDays, windowDays }: PlanGround, running: boolean): string {
  const short =
    windowDays < 182 ? ' Less than six months is accepted for a first report; some buyers ask for more.' : '';
  return running
    ? `Key controls have run for ${evidenceDays} days with accepted evidence, which the period counts; what is added inside it is noted as a change.${short}`
    : `Type II speaks of operation: every control runs from the first day of the period to its last.${short}`;
}

function described({ done }: PlanGround): readonly string[] {
  return done.includes('description') ? [] : ['description'];
}
