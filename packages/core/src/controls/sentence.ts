// One sentence per framework, from the same numbers as its bars.
import type { RequirementKind } from '../frameworks/index.ts';
import type { FrameworkPosture } from './posture.ts';
import type { Stage } from './stages.ts';

const NOUN: Readonly<Record<RequirementKind, readonly [one: string, many: string]>> = {
  clause: ['clause', 'clauses'],
  control: ['Annex A control', 'Annex A controls'],
  criterion: ['criterion', 'criteria'],
};

/**
 * How a framework stands, in words that hold their denominators.
 * @example "26 of 30 clauses and 61 of 93 Annex A controls are decided; 70 of 118 that apply are in place, 12 of those lack proof."
 */
export function postureSentence(posture: FrameworkPosture): string {
  const [first, ...rest] = posture.parts.map(
    (part) => `${of(part.decided)} ${noun(posture, part.kind, part.decided.denominator)}`,
  );
  if (first === undefined) return 'Nothing is in scope.';
  const { decided, inPlace, proved } = posture;
  const lacking = inPlace.numerator - proved.numerator;
  return `${[first, ...rest].join(' and ')} ${are(decided.denominator)} decided; ${of(inPlace)} that ${inPlace.denominator === 1 ? 'applies' : 'apply'} ${are(inPlace.denominator)} in place, ${proofOf(inPlace.numerator, lacking)}.`;
}

function proofOf(inPlace: number, lacking: number): string {
  if (inPlace === 0) return 'so nothing can be proved yet';
  if (lacking === 0) return inPlace === 1 ? 'and it is proved' : 'and all of those are proved';
  return `${lacking} of those ${lacking === 1 ? 'lacks' : 'lack'} proof`;
}

/** Own catalogues have controls too, but no Annex A. */
function noun(posture: FrameworkPosture, kind: RequirementKind, count: number): string {
  const [one, many] =
    kind === 'control' && posture.framework.view !== 'iso' ? ['control', 'controls'] : NOUN[kind];
  return count === 1 ? one : many;
}

function of(stage: Stage): string {
  return `${stage.numerator} of ${stage.denominator}`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
