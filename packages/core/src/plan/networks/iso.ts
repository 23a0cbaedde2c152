// The way to a certificate: system, internal audit and review, then the two stages of the certification body.
import { addDays } from '../../kernel/index.ts';
import { STAGE_GAP_DAYS, type PlanGround } from '../ground.ts';
import { LEAD_TIMES } from '../leads.ts';
import type { PlanTask, ThreePoint } from '../network.ts';
import { isBooked, leadTask, milestone } from './parts.ts';

/** `inPeriod`: tasks after which a Type II period runs; internal audit and review are then placed inside it. */
export function isoTasks(ground: PlanGround, inPeriod: readonly string[]): readonly PlanTask[] {
  const task = leadTask.bind(undefined, ground);
  const work = ['done:shared', 'done:iso'];
  const lane = 'iso' as const;
  const operation = {
    ...task('iso_operation', { title: 'Controls run and leave records', lane, after: work }),
    work: { kind: 'wait' as const, days: shortened(ground) },
  };
  // An audit that is booked has its auditor.
  const engage = isBooked(ground, ['stage1', 'stage2'])
    ? []
    : [task('auditor_iso', { title: 'Choose and book a certification body', lane, after: [] })];
  return [
    ...engage,
    operation,
    task('internal_audit', { title: 'Internal audit', lane, after: [...work, ...inPeriod] }),
    task('management_review', { title: 'Management review', lane, after: ['internal_audit'] }),
    stage1(
      ground,
      engage.map(({ id }) => id),
    ),
    task('stage1_gap', { title: 'Answer what stage 1 found', lane, after: ['stage1'] }),
    task('stage2', {
      title: 'Stage 2: the certification audit',
      lane,
      after: ['stage1_gap', 'iso_operation'],
    }),
    task('corrections', { title: 'Correct nonconformities', lane, after: ['stage2'] }),
    task('decision', { title: 'The certification body decides', lane, after: ['corrections'] }),
    milestone('certificate', {
      title: 'ISO/IEC 27001 certificate',
      lane,
      after: ['decision'],
      gives: 'iso27001',
      because: 'The certificate runs for three years from the decision (ISO/IEC 17021-1 9.1.3).',
    }),
  ];
}

/** Where stage 2 is booked far away, stage 1 is not held so early that it would have to be repeated. */
function stage1(ground: PlanGround, engaged: readonly string[]): PlanTask {
  const booked = ground.dates.find(({ task, kind }) => task === 'stage2' && kind === 'fixed');
  return {
    ...leadTask(ground, 'stage1', {
      title: 'Stage 1: is the system ready?',
      lane: 'iso',
      after: [...engaged, 'management_review'],
    }),
    notBefore: booked && addDays(booked.date, -STAGE_GAP_DAYS),
  };
}

/** Days for which controls have run already need not be waited for again. */
function shortened({ leads, evidenceDays }: PlanGround): ThreePoint {
  const { min, mode, max } = leads.iso_operation ?? LEAD_TIMES.iso_operation.days;
  const left = (days: number): number => Math.max(0, days - evidenceDays);
  return { min: left(min), mode: left(mode), max: left(max) };
}
