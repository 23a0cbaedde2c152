// The strongest case against the advice: the runner-up, with all in which it is ahead.
import { countWords, listWords } from '../kernel/index.ts';
import type { AdviceOption } from '../plan/index.ts';
import { CRITERIA, type CriterionId } from './criteria.ts';
import { moneyText } from './cost/words.ts';
import type { Decision, OptionStanding } from './decide.ts';
import type { Score } from './score.ts';
import type { Situation } from './situation.ts';
import { OPTION_WORDS, percentWords, sentence } from './words.ts';

export interface Counter {
  readonly option: AdviceOption;
  /** Points by which it is behind. */
  readonly behind: number;
  readonly speaksFor: readonly {
    readonly criterion: CriterionId;
    readonly points: number;
    readonly words: string;
  }[];
  readonly sentence: string;
}

export function counterOf({ ranking }: Decision, situation: Situation): Counter | undefined {
  const [first, second] = ranking;
  if (!first || !second) return undefined;
  const speaksFor = second.scores
    .map((score) => ({ score, other: scoreOf(first, score.criterion) }))
    .map(({ score, other }) => ({
      criterion: score.criterion,
      points: Math.round((score.points - (other?.points ?? 0)) * 100) / 100,
      words: difference(score, other, situation),
    }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  const behind = Math.round((first.points - second.points) * 100) / 100;
  const name = sentence(OPTION_WORDS[second.option]);
  const why =
    speaksFor.length === 0
      ? 'nothing speaks for it that does not speak for the advice at least as much'
      : `for it ${speaksFor.length === 1 ? 'speaks' : 'speak'} ${listWords(speaksFor.map(({ words }) => words))}`;
  const standing =
    second.limits.length > 0 ? 'is shut out by a limit' : `is ${countWords(behind, 'point')} behind`;
  return { option: second.option, behind, speaksFor, sentence: `${name} ${standing}: ${why}.` };
}

function scoreOf({ scores }: OptionStanding, id: CriterionId): Score | undefined {
  return scores.find(({ criterion }) => criterion === id);
}

function difference(mine: Score, other: Score | undefined, { currency }: Situation): string {
  const title = (CRITERIA.find(({ id }) => id === mine.criterion)?.title ?? mine.criterion).toLowerCase();
  const [a, b] = [mine.value, other?.value ?? 0].map((value) => valueWords(mine.criterion, value, currency));
  return `${title} (${a} against ${b})`;
}

/** A value in the unit of its criterion. */
export function valueWords(id: CriterionId, value: number, currency: string): string {
  switch (id) {
    case 'asked':
    case 'geography':
    case 'public_proof':
    case 'both_wished':
      return countWords(Math.round(value * 10) / 10, 'month');
    case 'revenue':
    case 'cost':
      return moneyText(value, currency);
    case 'effort':
      return countWords(Math.round(value), 'person-day');
    case 'window_risk':
    case 'reuse':
      return percentWords(value * 100);
  }
}
