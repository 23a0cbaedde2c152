// What an option gives and costs, in one sentence.
import { listWords, dayWords } from '../kernel/index.ts';
import type { OptionStanding } from './decide.ts';
import { rangeWords } from './headline.ts';
import type { Situation } from './situation.ts';
import { CREDENTIAL_WORDS, sentence } from './words.ts';

export function optionSentence({ option, facts, limits }: OptionStanding, { currency }: Situation): string {
  if (option === 'nothing_yet') return 'Nothing is bought, and nothing is in hand.';
  if (facts.credentials.length === 0) return 'Everything that it leads to is in hand.';
  const dates = facts.credentials.map(
    ({ credential, ready }) =>
      `${CREDENTIAL_WORDS[credential]} by ${dayWords(ready.p50)} in half of the courses, by ${dayWords(ready.p90)} in nine of ten`,
  );
  const out = limits.length > 0 ? ' A limit shuts it out.' : '';
  return `${sentence(listWords(dates))}; three years cost ${rangeWords(facts.threeYears, currency)}.${out}`;
}
