// The answer in one sentence, and one sentence for each deal, contract and tender.
import type { Range } from '../plan/index.ts';
import { compareText, countWords, dayWords, type PlainDate } from '../kernel/index.ts';
import { moneyText, rangeText } from './cost/words.ts';
import type { Decision } from './decide.ts';

import type { Meeting } from './meeting.ts';
import type { Situation } from './situation.ts';
import { CREDENTIAL_WORDS, lateWords, NEED_WORDS, OPTION_WORDS, sentence } from './words.ts';

export function headline({ ranking, recommended, keepsLimits }: Decision, { currency }: Situation): string {
  const [first] = ranking;
  if (first === undefined || recommended === 'nothing_yet')
    return ranking.some(({ points, limits }) => points > (first?.points ?? 0) && limits.length > 0)
      ? 'Nothing yet: what would earn more than it costs breaks a limit that was set.'
      : 'Nothing yet: no credential would earn what it costs from what is known today.';
  const earliest = first.facts.credentials.toSorted((a, b) => compareText(a.ready.p50, b.ready.p50)).at(0);
  const dates = earliest
    ? `: ${CREDENTIAL_WORDS[earliest.credential]} is in hand by ${dayWords(earliest.ready.p50)} in half of the courses, by ${dayWords(earliest.ready.p90)} in nine of ten`
    : '';
  const broken = keepsLimits ? '' : ' No option keeps every limit; this one breaks the least.';
  return `${sentence(OPTION_WORDS[recommended])}${dates}; three years cost ${rangeWords(first.facts.threeYears, currency)}.${broken}`;
}

/** `USD 150,000 to 290,000, half of the courses below 200,000`. */
export function rangeWords(range: Range, currency: string): string {
  return range.p10 === range.p90 ? moneyText(range.p50, currency) : rangeText(range, currency);
}

const KIND_WORDS: Readonly<Record<Meeting['kind'], string>> = {
  deal: 'The deal',
  contract: 'The contract',
  tender: 'The tender',
};

/** Whether and when a deal can be signed, or by how much a clause is missed. */
export function meetingSentence(meeting: Meeting): string {
  const { kind, name, needs, due, ready, chance, short, periodDays = 0 } = meeting;
  const what = `${KIND_WORDS[kind]} “${name}” needs ${NEED_WORDS[needs]} by ${dayWords(due)}`;
  if (short !== undefined)
    return `${what}, over ${countWords(periodDays, 'day')}: the Type II period of this option has ${short}.`;
  if (ready === undefined) return `${what}: this option never brings it.`;
  if (chance === 1) return `${what}: it is in hand.`;
  const share = `${Math.round(chance * 100)} of 100 courses are in time`;
  return `${what}: ${share}; half by ${dayWords(ready.p50)}${lateClause(due, ready.p50)}, nine of ten by ${dayWords(ready.p90)}${lateClause(due, ready.p90)}.`;
}

function lateClause(due: PlainDate, ready: PlainDate): string {
  return ready > due ? ` (${lateWords(due, ready)} late)` : '';
}
