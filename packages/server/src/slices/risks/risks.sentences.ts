// The sentences about risks; written once, shown in web, command line and documents.
import {
  assertNever,
  type Risk,
  type RiskLint,
  type RiskLintCode,
  type RiskMethod,
  type RiskStanding,
} from '@assay/core';

/** Why a risk stands as it does. */
export function riskSentence(risk: Risk, standing: RiskStanding): string {
  const { by } = standing;
  const level = levelName(by, standing.level);
  const top = levelName(by, by?.acceptable);
  const { treatment } = risk;
  switch (standing.state) {
    case 'unassessed':
      return 'Nobody has assessed it.';
    case 'acceptable':
      return `It is ${level}; up to ${top} needs no treatment.`;
    case 'accepted':
      return `It is ${level}, and ${standing.acceptance?.by ?? ''} accepts it until ${standing.acceptance?.until ?? ''}.`;
    case 'treated':
      return `It is ${level}; ${treatmentText(risk)}.`;
    case 'open':
      return treatment
        ? `It is ${level} and retained, but nobody with the authority has accepted it.`
        : `It is ${level}, and nothing is decided.`;
    case 'closed':
      return `Closed on ${risk.closed?.on ?? ''}: ${risk.closed?.because ?? ''}`;
    default:
      return assertNever(standing.state);
  }
}

function treatmentText({ treatment }: Risk): string {
  if (!treatment) return '';
  const by = treatment.controls.length > 0 ? ` by ${treatment.controls.join(', ')}` : '';
  const until = treatment.due === undefined ? '' : ` until ${treatment.due}`;
  return `to ${treatment.option}${by}${until}`;
}

export function levelName(method: RiskMethod | undefined, level: number | undefined): string {
  if (level === undefined) return 'not assessed';
  return method?.levels[level]?.name ?? `level ${level + 1}`;
}

const LINTS: Readonly<Record<RiskLintCode, readonly [string, string]>> = {
  'risk.unassessed': ['It was never assessed.', 'Assess likelihood and impact as if no control were there.'],
  'risk.untreated': [
    'It is above what is acceptable, and no treatment is chosen.',
    'Choose a treatment, or have it accepted.',
  ],
  'risk.no_owner': ['Nobody owns it.', 'Name the person who answers for it.'],
  'risk.acceptance_expired': [
    'Its acceptance has ended.',
    'Assess it again, then treat it or have it accepted.',
  ],
  'risk.retained_unaccepted': [
    'It is retained, and nobody with the authority has accepted it.',
    'Have it accepted, or choose another treatment.',
  ],
  'risk.treatment_unowned': ['Nobody owns its treatment.', 'Name who carries the treatment out.'],
  'risk.treatment_undated': ['Its treatment has no day.', 'Say by when it is to be done.'],
  'risk.treatment_overdue': [
    'Its treatment was due.',
    'Finish it and assess what remains, or name a later day.',
  ],
  'risk.review_overdue': ['Its review was due.', 'Look at it and record what came of it.'],
  'risk.older_method': [
    'It was assessed by an earlier version of the method, which measured otherwise.',
    'Assess it again, so that it compares with the others.',
  ],
  'risk.acceptance_other_method': [
    'It was accepted by another version of the method than it is now assessed by.',
    'Have it accepted again, at the level that it has now.',
  ],
};

export function lintText({ code, day }: RiskLint): { readonly sentence: string; readonly remedy: string } {
  const [sentence, remedy] = LINTS[code];
  return { sentence: day === undefined ? sentence : `${sentence.slice(0, -1)} (${day}).`, remedy };
}

/** What the register says as a whole. */
export function registerSentence(counts: {
  readonly all: number;
  readonly above: number;
  readonly open: number;
  readonly lints: number;
}): string {
  if (counts.all === 0) return 'No risk is written down yet.';
  const risks = counts.all === 1 ? 'risk' : 'risks';
  return `${counts.all} ${risks}: ${counts.above} above what is acceptable, ${counts.open} of these without a decision; ${counts.lints} ${counts.lints === 1 ? 'thing' : 'things'} an auditor would ask about.`;
}
