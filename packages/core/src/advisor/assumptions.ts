// What the advice takes for granted where no source gives a number: each stands here with why, to be argued with.
import { CLEAR_LEAD } from './confidence.ts';
import { HORIZON_MONTHS, TYPE1_WORTH } from './criteria.ts';
import { SHARE_TOLERANCE } from './check.ts';
import { ADVICE_RUNS } from './optionFacts.ts';
import { EVIDENCE_FOR_TYPE2 } from './rules.ts';
import { WINDOW_RISK } from './windowRisk.ts';
import { percentWords } from './words.ts';

export interface Assumption {
  readonly title: string;
  readonly value: string;
  readonly why: string;
}

export const ADVICE_ASSUMPTIONS: readonly Assumption[] = [
  {
    title: 'Horizon',
    value: `${HORIZON_MONTHS} months`,
    why: 'Demand and cost are looked at over the same time: the life of a certificate.',
  },
  {
    title: 'Worth of a Type I to who takes any SOC 2 report',
    value: `${TYPE1_WORTH.usual} of a Type II; ${TYPE1_WORTH.sensitive} where health, payment or government data are held`,
    why: 'A snapshot is weaker evidence than a Type II, and weaker still where more is at stake. The article says so and gives no number; these are ours.',
  },
  {
    title: 'Share of what was asked',
    value: 'n ÷ (n + 1) for n requests',
    why: 'One request has half of the say, two have two thirds: what is asked outweighs where buyers are from the second on.',
  },
  {
    title: 'Chance that a Type II period is begun again',
    value: `${percentWords(100 * WINDOW_RISK.directly)}; ${percentWords(100 * WINDOW_RISK.afterType1)} after a Type I; falling evenly to ${percentWords(100 * WINDOW_RISK.least)} with ${WINDOW_RISK.provenDays} days of evidence`,
    why: 'A Type I finds what is not designed, and who has run longer finds less. No source gives a number.',
  },
  {
    title: 'Evidence for a Type II at once',
    value: `${EVIDENCE_FOR_TYPE2} days`,
    why: 'secureleap.tech, SOC 2 Type 2 guide.',
  },
  {
    title: 'Chance by a day',
    value: 'straight lines through 10, 50 and 90 of 100 courses, at most 0.99',
    why: 'Three points of a simulation are known; nothing that is ahead is certain.',
  },
  {
    title: 'Courses of the simulated plan',
    value: `${ADVICE_RUNS}, seeded: the same answers give the same advice`,
    why: 'Enough for one, five and nine of ten, few enough to try hundreds of situations while you look.',
  },
  {
    title: 'A clear lead',
    value: `${CLEAR_LEAD} points`,
    why: 'Less than that a small slip of an answer makes up for; the runner-up is then called close.',
  },
  {
    title: 'Shares of the pipeline',
    value: `may miss 100 by ${SHARE_TOLERANCE}`,
    why: 'A third is typed as 33.3.',
  },
];
