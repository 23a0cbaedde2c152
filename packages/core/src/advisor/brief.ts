// The advice for a board, on two pages: what is advised and why, what speaks against it, when, at what cost, at which risk.
import type { Range } from '../plan/index.ts';
import { listWords, countWords } from '../kernel/index.ts';
import type { DocumentBlock } from '../documents/index.ts';
import { estimateText } from '../risks/index.ts';
import {
  ANCHOR_LABEL,
  anchorOf,
  FALSE_ECONOMIES,
  moneyText,
  type Cost,
  type CostTotals,
} from './cost/index.ts';
import type { OptionStanding } from './decide.ts';

import { meetingSentence } from './headline.ts';
import type { Limit } from './limits.ts';
import type { Situation } from './situation.ts';
import { variantOf, type WholeAdvice } from './whole.ts';
import { CREDENTIAL_SHORT, CREDENTIAL_WORDS, moneyWords, OPTION_WORDS, sentence } from './words.ts';

/** More than these would not be read, or would not fit. */
const MOST = { reasons: 4, flips: 3, promises: 6, measures: 5, economies: 3 } as const;

export function boardBrief(made: WholeAdvice): readonly DocumentBlock[] {
  const { advice } = made;
  const [first] = advice.decision.ranking;
  const cost = made.costs.get(advice.recommended);
  return [
    { kind: 'note', text: advice.sentence },
    heading('Why'),
    list([
      ...advice.reasons.slice(0, MOST.reasons).map((reason) => reason.sentence),
      advice.confidence.sentence,
    ]),
    ...against(made),
    heading('When and at what cost'),
    waysTable(made),
    ...promises(first),
    ...(cost && cost.steps.length > 0 ? money(cost, made) : []),
    ...risks(first, made),
    ...under(made),
    { kind: 'paragraph', text: howMade(cost) },
  ];
}

function against({ advice }: WholeAdvice): readonly DocumentBlock[] {
  const flips = advice.flips.slice(0, MOST.flips).map((flip) => flip.sentence);
  return [
    ...(advice.counter ? [heading('What speaks against it'), paragraph(advice.counter.sentence)] : []),
    ...(flips.length > 0 ? [heading('What would change it'), list(flips)] : []),
  ];
}

function waysTable({ advice }: WholeAdvice): DocumentBlock {
  const { situation } = advice.described;
  return {
    kind: 'table',
    caption: `Days that half, and nine of ten courses keep; money in ${situation.currency}, nine of ten courses stay below the upper end.`,
    header: ['Way', 'In hand', 'Leaves in year 1', 'Three years, own work too', 'Stands'],
    widths: [1.9, 3, 1.6, 1.7, 1.6],
    rows: advice.decision.ranking.map((standing) => [
      sentence(OPTION_WORDS[standing.option]),
      standing.facts.credentials
        .map(({ credential, ready }) => `${CREDENTIAL_SHORT[credential]}: ${ready.p50}, ${ready.p90}`)
        .join('; ') || 'nothing',
      spanText(standing.facts.spentFirstYear),
      spanText(standing.facts.threeYears),
      standsText(standing),
    ]),
  };
}

function standsText({ limits, points }: OptionStanding): string {
  const [limit] = limits;
  return limit ? OUT[limit.kind] : countWords(points, 'point');
}

const OUT: Readonly<Record<Limit['kind'], string>> = {
  clause: 'out: misses a contract or tender',
  budget: 'out: above the budget',
  runway: 'out: comes after the money ends',
  held: 'out: in hand already',
  rule: 'out: set aside by a rule',
};

function promises(first: OptionStanding | undefined): readonly DocumentBlock[] {
  const meetings = (first?.meetings ?? []).slice(0, MOST.promises);
  return meetings.length > 0 ? [heading('Deals and promises'), list(meetings.map(meetingSentence))] : [];
}

function money(cost: Cost, { advice, marginal }: WholeAdvice): readonly DocumentBlock[] {
  const { situation } = advice.described;
  const row = (name: string, { years, threeYears }: CostTotals): readonly string[] => [
    name,
    ...[...years, threeYears].map(spanText),
  ];
  const second = marginal.seconds.find(
    ({ second: framework }) => (framework === 'iso') !== (cost.steps[0]?.credential === 'iso27001'),
  );
  const both = cost.steps.some(({ credential }) => credential === 'iso27001') && cost.steps.length > 1;
  return [
    heading('Money of the advised way'),
    {
      kind: 'table',
      caption: `In ${situation.currency}: one of ten courses stays below the first amount, nine of ten below the second.`,
      header: ['', 'Year 1', 'Year 2', 'Year 3', 'Three years'],
      widths: [1.6, 1.2, 1.2, 1.2, 1.2],
      rows: [
        row('Money that leaves', cost.bought),
        row('Work of own people', cost.own),
        row('Together', cost.all),
      ],
    },
    paragraph(anchorText(cost, situation)),
    ...(second && !both ? [paragraph(second.sentence)] : []),
  ];
}

/** What is published, beside what was computed. */
function anchorText({ steps }: Cost, situation: Situation): string {
  const texts = steps.map(({ credential }) => {
    const { money: ends, open, months } = anchorOf(credential, situation);
    const [low, high] = [moneyWords(ends.low, situation.currency), moneyWords(ends.high, '').trim()];
    return `${CREDENTIAL_WORDS[credential]} ${low} to ${high}${open ? ' and more' : ''} in ${months.low} to ${months.high} months`;
  });
  return `Published for first-timers (${ANCHOR_LABEL}): ${listWords(texts)}.`;
}

function risks(first: OptionStanding | undefined, { advice }: WholeAdvice): readonly DocumentBlock[] {
  if (!first || first.option === 'nothing_yet') return [];
  const { windowRisk, personDays } = first.facts;
  const missed = first.meetings.filter(({ verdict }) => verdict === 'unlikely' || verdict === 'never');
  const items = [
    ...(windowRisk > 0
      ? [`The Type II period has to be begun again in ${Math.round(windowRisk * 100)} of 100 courses.`]
      : []),
    `Own people have to find ${countWords(Math.round(personDays.p50), 'person-day')}, more than ${Math.round(personDays.p90)} in one of ten courses; whoever is drawn off moves every date.`,
    ...(missed.length > 0
      ? [`Not in time in most courses: ${listWords(missed.map(({ name }) => `“${name}”`))}.`]
      : []),
    ...FALSE_ECONOMIES.slice(0, MOST.economies).map(
      ({ title, atTheAudit }) => `Not to be saved on: ${title.toLowerCase()}. ${atTheAudit}`,
    ),
    ...(advice.decision.keepsLimits ? [] : ['No way keeps every limit that was set.']),
  ];
  return [heading('Risks'), list(items)];
}

function under(made: WholeAdvice): readonly DocumentBlock[] {
  const { budget, currency } = made.advice.described.situation;
  if (budget === undefined) return [];
  const variant = variantOf(made);
  const taken = variant.taken
    .slice(0, MOST.measures)
    .map(({ title, saves, riskIs }) => `${title}: saves ${moneyText(saves, currency)}. ${riskIs}`);
  return [
    heading('Under the budget'),
    paragraph(variant.sentence),
    ...(taken.length > 0 ? [list(taken)] : []),
  ];
}

function howMade(cost: Cost | undefined): string {
  const figures = cost?.figures ?? [];
  const [guessed, own] = [
    figures.filter(({ assumption }) => assumption),
    figures.filter(({ overridden }) => overridden),
  ];
  const counted =
    figures.length > 0
      ? ` Of ${countWords(figures.length, 'figure')} behind the money ${guessed.length} ${guessed.length === 1 ? 'is an assumption' : 'are assumptions'} and ${own.length} ${own.length === 1 ? 'was' : 'were'} put in by the organisation.`
      : '';
  return `Dates and money are simulated from the work that remains; the same answers give the same advice.${counted} It is advice, not a quote: offers replace figures one by one.`;
}

/** 28,000 to 61,000, with no more figures than a simulation knows; an amount alone where nothing is uncertain. */
function spanText({ p10, p90 }: Range): string {
  const [low, high] = [estimateText(p10), estimateText(p90)];
  return low === high ? low : `${low} to ${high}`;
}

function heading(text: string): DocumentBlock {
  return { kind: 'heading', level: 1, text };
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text };
}

function list(items: readonly string[]): DocumentBlock {
  return { kind: 'list', ordered: false, items };
}
