// Evidence of competence (ISO/IEC 27001:2022, 7.2) and of awareness (7.3).
import type { PlainDate } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export const COMPETENCE_GROUNDS = ['education', 'training', 'experience', 'awareness'] as const;
export type CompetenceGround = (typeof COMPETENCE_GROUNDS)[number];

export interface Competence {
  readonly person: string;
  /** What the person's work needs. */
  readonly need: string;
  readonly ground: CompetenceGround;
  /** What shows it: a certificate, a record of training, a reviewed piece of work. */
  readonly proof: string;
  readonly on: PlainDate | null;
  /** First day on which the proof no longer counts; null: it does not lapse. */
  readonly until: PlainDate | null;
  /** For training: whether somebody looked if it helped (7.2 c). */
  readonly effective: { readonly by: string; readonly said: string } | null;
}

/** The remarks on a record of competence as of a day. */
export function competenceLints(competence: Competence, today: PlainDate): readonly IsmsLint[] {
  return remarks(rules(today), competence);
}

function rules(today: PlainDate): readonly IsmsRule<Competence>[] {
  return [
    {
      code: 'competence.no_proof',
      clause: '7.2',
      blocks: true,
      finds: ({ proof, on, person }) =>
        when(isBlank(proof) || on === null, `Nothing dated shows the competence of ${person}.`),
      remedy: 'Name the record and its day.',
    },
    {
      code: 'competence.lapsed',
      clause: '7.2',
      blocks: false,
      finds: ({ until, person }) =>
        when(until !== null && until <= today, `The proof for ${person} counted until ${until ?? ''}.`),
      remedy: 'Renew it, or record what shows the competence now.',
    },
    {
      code: 'competence.effect_unknown',
      clause: '7.2',
      blocks: false,
      finds: ({ ground, effective }) =>
        when(ground === 'training' && effective === null, 'Nobody has said whether the training helped.'),
      remedy: 'Ask whoever works with the person, and record the answer.',
    },
  ];
}
