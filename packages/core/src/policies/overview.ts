// What a page of policies and the page of one answer first: in sentences, each number with what it is a number of.
import { listWords } from '../kernel/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { Acknowledged } from './acknowledgement.ts';
import type { Sameness } from './sameness.ts';
import type { PolicyStanding } from './standing.ts';

export interface PolicyFacts {
  readonly standing: PolicyStanding;
  /** Undefined without a version in force. */
  readonly acknowledged: Acknowledged | undefined;
  /** Undefined where there is no template to compare with. */
  readonly sameness: Pick<Sameness, 'verdict'> | undefined;
}

/** How many policies there are of each kind; a retired one is no policy any more. */
export interface PolicyCounts {
  readonly policies: number;
  readonly in_force: number;
  readonly review_due: number;
  /** Written or approved, and not published. */
  readonly waiting: number;
  /** In force, named people have not confirmed it, or nobody is named. */
  readonly unconfirmed: number;
  readonly unmodified: number;
  readonly retired: number;
}

export function policyCounts(all: readonly PolicyFacts[]): PolicyCounts {
  const live = all.filter(({ standing }) => standing.state !== 'retired');
  const count = (is: (facts: PolicyFacts) => boolean): number => live.filter((each) => is(each)).length;
  return {
    policies: live.length,
    in_force: count(({ standing }) => standing.inForce !== undefined),
    review_due: count(({ standing }) => standing.state === 'review_due'),
    waiting: count(({ standing }) => standing.next !== undefined),
    unconfirmed: count(({ acknowledged }) => acknowledged !== undefined && acknowledged.complete !== true),
    unmodified: count(({ sameness }) => sameness?.verdict === 'unmodified'),
    retired: all.length - live.length,
  };
}

export function policiesSentence(counts: PolicyCounts): string {
  const { policies, in_force, review_due, waiting, unconfirmed, unmodified } = counts;
  if (policies === 0) return 'There is no policy yet; begin one from a template, a text or a file.';
  const parts = [
    review_due > 0 ? `${review_due} ${review_due === 1 ? 'is' : 'are'} due for review` : '',
    waiting > 0 ? `${waiting} ${waiting === 1 ? 'has' : 'have'} a version that is not published` : '',
    unconfirmed > 0
      ? `${unconfirmed} of those in force ${unconfirmed === 1 ? 'is' : 'are'} not confirmed by everybody named`
      : '',
    unmodified > 0 ? `${unmodified} ${unmodified === 1 ? 'is' : 'are'} still the template word for word` : '',
  ].filter((part) => part !== '');
  const head = `${in_force} of ${policies} ${policies === 1 ? 'policy is' : 'policies are'} in force`;
  return `${[head, ...(parts.length === 0 ? [] : [listWords(parts)])].join('; ')}.`;
}

/** Where one policy stands. */
export function policySentence(
  { standing, acknowledged, sameness }: PolicyFacts,
  since: PlainDate | undefined,
  missing: readonly string[],
): string {
  const { state, inForce, next, reviewOn } = standing;
  if (state === 'retired') return 'It is retired: no version is in force, and nobody has to confirm it.';
  const open =
    missing.length > 0 ? `, with ${missing.length} ${missing.length === 1 ? 'place' : 'places'} to fill` : '';
  const bare = sameness?.verdict === 'unmodified' ? ' Its text is the template’s, word for word.' : '';
  if (inForce === undefined)
    return `Version ${next ?? 1} is ${state === 'approved' ? 'approved and not published yet' : `a draft that nobody has approved${open}`}.${bare}`;
  const review =
    reviewOn === undefined
      ? ''
      : state === 'review_due'
        ? `, and has been due for review since ${reviewOn}`
        : `, due for review on ${reviewOn}`;
  const beside = next === undefined ? '' : ` Version ${next} is being written${open}.`;
  return `Version ${inForce} is in force${since === undefined ? '' : ` since ${since}`}${review}; ${confirmedWords(acknowledged)}.${beside}${bare}`;
}

function confirmedWords(acknowledged: Acknowledged | undefined): string {
  if (!acknowledged || acknowledged.denominator === 0) return 'nobody is named to confirm it';
  const { numerator, denominator } = acknowledged;
  return `${numerator} of ${denominator} people named ${numerator === 1 ? 'has' : 'have'} confirmed it`;
}
