// How a policy is told in lines, and how its code may be written.
import type { Output, Routes } from '@assay/contract';
import { CommandEnd, EXIT } from '../exit.ts';

export type PolicyAnswer = Output<Routes['policies.read']>;

/** `pol-4`, `POL4` and `POL-04` are the same. */
export function policyCode(text: string): string {
  const digits = /^(?:pol-?)?0*(\d{1,4})$/i.exec(text.trim())?.[1];
  if (digits !== undefined) return `POL-${digits.padStart(2, '0')}`;
  throw new CommandEnd(
    EXIT.usage,
    `${text} is not a policy code; they look like POL-04.`,
    'assay policy list and assay policy templates show them.',
  );
}

/** How many of how many confirmed; nobody named is not known. */
export function shareOf(of: PolicyAnswer['acknowledged']): string {
  if (of === null) return '—';
  return of.denominator === 0 ? 'unknown: nobody is named' : `${of.numerator} of ${of.denominator}`;
}

export function linesOf(found: PolicyAnswer): readonly (readonly [string, string])[] {
  const { approval, publication, acknowledged, sameness } = found;
  return [
    ['policy', `${found.code} ${found.title}`],
    ['version', `${found.version} of ${found.versions.length}`],
    ['state', found.state],
    ['in_force', found.in_force === null ? 'none' : `version ${found.in_force}`],
    ['review_on', found.review_on ?? '—'],
    ['owner', found.owner],
    ['reviewer', found.reviewer ?? 'unreviewed'],
    ['open', found.missing.join(', ') || 'none'],
    [
      'text',
      sameness
        ? `${sameness.verdict}: ${sameness.same} of ${sameness.of} passages are the template’s, ${sameness.left} of it left out`
        : 'own',
    ],
    [
      'approved',
      approval
        ? `by ${approval.by} as ${approval.role} at ${approval.at}, recorded by ${approval.recorded_by}`
        : 'no',
    ],
    ['published', publication?.at ?? 'no'],
    ['confirmed', shareOf(acknowledged)],
    ['to_confirm', acknowledged?.missing.join(', ') || '—'],
    ['controls', found.controls.join(' ') || '—'],
    ['answers', found.answers.join(' ') || '—'],
  ];
}
