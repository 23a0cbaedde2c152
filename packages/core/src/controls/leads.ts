// The first sentences of Home and Controls: the numbers of the whole set, counted once.
import type { Stage } from './stages.ts';

/**
 * How far proof has come in all frameworks that are not a company's own.
 * @example "79 of 121 ISO requirements and 12 of 38 SOC 2 criteria are proved; 23 lack any evidence."
 */
export function provedSentence(frameworks: readonly Provable[]): string {
  const known = frameworks.filter(({ view }) => view !== 'other');
  const [first, ...rest] = known.map(
    ({ view, proved }) =>
      `${proved.numerator} of ${proved.denominator} ${view === 'iso' ? 'ISO requirements' : 'SOC 2 criteria'}`,
  );
  if (first === undefined) return 'No framework is in use yet; choose one under Frameworks.';
  const lacking = known
    .flatMap(({ proved }) => proved.reasons)
    .filter(({ state }) => state === 'unknown')
    .reduce((sum, { count }) => sum + count, 0);
  const without = lacking === 0 ? 'none lacks' : `${lacking} ${lacking === 1 ? 'lacks' : 'lack'}`;
  return `${[first, ...rest].join(' and ')} are proved; ${without} any evidence.`;
}

/** The part of a framework's posture that {@link provedSentence} speaks of; requirements by count. */
export interface Provable {
  readonly view: string;
  readonly proved: Pick<Stage, 'numerator' | 'denominator'> & {
    readonly reasons: readonly { readonly state: string; readonly count: number }[];
  };
}

/**
 * How a control set stands, from each control's decision and its verdict in both views.
 * @example "101 of 116 controls are adopted; 41 are proved in both views, and 12 are judged differently by the two."
 */
export function controlsSentence(controls: readonly Judged[]): string {
  const count = (counts: (each: Judged) => boolean): number => controls.filter(counts).length;
  const adopted = count(({ state }) => state.state === 'adopted');
  const both = count(({ iso, soc2 }) => iso.state === 'proved' && soc2.state === 'proved');
  const apart = count(({ iso, soc2 }) => iso.state !== soc2.state);
  return `${adopted} of ${controls.length} controls ${are(controls.length)} adopted; ${both} ${are(both)} proved in both views, and ${apart} ${are(apart)} judged differently by the two.`;
}

interface Judged {
  readonly state: { readonly state: string };
  readonly iso: { readonly state: string };
  readonly soc2: { readonly state: string };
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
