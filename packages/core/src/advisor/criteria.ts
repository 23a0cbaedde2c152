// By what the options are compared once hard constraints have spoken: named units, a weight that anyone may change.
import { WINDOW_RISK } from './windowRisk.ts';
import { percentWords } from './words.ts';

export const CRITERION_IDS = [
  'asked',
  'geography',
  'revenue',
  'public_proof',
  'both_wished',
  'cost',
  'effort',
  'window_risk',
  'reuse',
] as const;
export type CriterionId = (typeof CRITERION_IDS)[number];

export type Weights = Readonly<Record<CriterionId, number>>;

export interface Criterion {
  readonly id: CriterionId;
  readonly title: string;
  /** What its values are counted in. */
  readonly unit: string;
  /** How its value comes about, in words. */
  readonly formula: string;
  /** To what the value is put in relation, so that points follow: points = weight × value ÷ scale. */
  readonly scale: string;
  /** Points for a whole scale; below zero where more is worse. */
  readonly weight: number;
  readonly source: string;
}

/** Demand and cost are looked at over three years: the life of a certificate. */
export const HORIZON_MONTHS = 36;

/** What a Type I is worth to who asks for any SOC 2 report, until the Type II is there. */
export const TYPE1_WORTH = { usual: 0.6, sensitive: 0.4 } as const;

const HORIZON = `${HORIZON_MONTHS} months`;
const MONTHS_UNIT = `months of ${HORIZON_MONTHS}`;

export const CRITERIA: readonly Criterion[] = [
  {
    id: 'asked',
    title: 'What buyers ask for',
    unit: MONTHS_UNIT,
    formula: `For each thing asked for by name: its share of all requests × the months of the next ${HORIZON_MONTHS} in which it is in hand (mean of early, middle and late course). A Type I counts ${TYPE1_WORTH.usual} of a month to who asks for any SOC 2 report, ${TYPE1_WORTH.sensitive} where health, payment or government data are held. The whole counts n ÷ (n + 1) for n requests.`,
    scale: HORIZON,
    weight: 60,
    source: `The article: what prospects actually request usually settles the matter; a Type II carries far more weight. The shrinking by n + 1 and ${TYPE1_WORTH.usual} are ours.`,
  },
  {
    id: 'geography',
    title: 'Where buyers are',
    unit: MONTHS_UNIT,
    formula:
      'As for what is asked, for what buyers of that place usually ask: SOC 2 in the United States and Canada (Type II where large, regulated or public buyers read the tests), ISO 27001 elsewhere and with multinational enterprises. Counts 1 ÷ (n + 1) for n requests: what is asked outweighs it from the second request on.',
    scale: HORIZON,
    weight: 60,
    source:
      'The article: SOC 2 predominantly in North America, ISO 27001 in Europe, the UK, the Middle East, Asia and large multinational enterprises.',
  },
  {
    id: 'revenue',
    title: 'Revenue unblocked by its date',
    unit: 'money a year',
    formula: 'Sum over the deals of amount × chance that what the deal needs is in hand on its day.',
    scale:
      'All deals together plus the planning anchor of ISO 27001 for this headcount: a pipeline as large as the cost counts half',
    weight: 60,
    source: 'The article: which one unblocks revenue fastest.',
  },
  {
    id: 'public_proof',
    title: 'A proof that may be shown',
    unit: MONTHS_UNIT,
    formula: `Months of the next ${HORIZON_MONTHS} with an ISO 27001 certificate in hand; a third of them where a public proof is useful, none where it is not needed. A SOC 2 report is confidential.`,
    scale: HORIZON,
    weight: 30,
    source: 'The article: a certificate can be displayed publicly, a SOC 2 report is shared under NDA.',
  },
  {
    id: 'both_wished',
    title: 'Both, as wished',
    unit: MONTHS_UNIT,
    formula: `Months of the next ${HORIZON_MONTHS} in which certificate and Type II report are both in hand, where both are wished.`,
    scale: HORIZON,
    weight: 40,
    source: 'The article: for many scaling companies both is the pragmatic endgame. The weight is ours.',
  },
  {
    id: 'cost',
    title: 'Cost of three years',
    unit: 'money',
    formula: 'Middle of the simulated cost of three years, own people’s work included.',
    scale:
      'Three times the planning anchor of ISO 27001 for this headcount: certification, two years of upkeep and the work of own people',
    weight: -12,
    source: 'The article’s range for ISO 27001 (USD 40,000 to 180,000), by headcount; the weight is ours.',
  },
  {
    id: 'effort',
    title: 'Work of own people',
    unit: 'person-days',
    formula: 'Middle of the simulated person-days until the last credential.',
    scale: 'What the named capacity gives in a year',
    weight: -4,
    source:
      'The article: internal effort and remediation usually outweigh the fee. Its money is in the cost; here counts that people are away from other work. The weight is ours.',
  },
  {
    id: 'window_risk',
    title: 'Risk of a period begun again',
    unit: 'chance',
    formula: `Chance that the Type II period has to be begun again: assumed ${percentWords(100 * WINDOW_RISK.directly)}, ${percentWords(100 * WINDOW_RISK.afterType1)} after a Type I, falling to ${percentWords(100 * WINDOW_RISK.least)} for who has ${WINDOW_RISK.provenDays} days of evidence.`,
    scale: 'Certainty',
    weight: -10,
    source:
      'The article: a Type II is demanding because it tests operation over a period. The weight is ours.',
  },
  {
    id: 'reuse',
    title: 'Work that serves both',
    unit: 'share of the work',
    formula:
      'Share of the work that answers both frameworks × how much the second is wanted: whole where both are wished, else twice the smaller side of what buyers ask.',
    scale: 'All of the work',
    weight: 4,
    source: 'The article: one control environment mapped to both. The weight is ours.',
  },
];

/** The weights that stand where nobody changed them. */
export const WEIGHTS: Weights = {
  asked: weightOf('asked'),
  geography: weightOf('geography'),
  revenue: weightOf('revenue'),
  public_proof: weightOf('public_proof'),
  both_wished: weightOf('both_wished'),
  cost: weightOf('cost'),
  effort: weightOf('effort'),
  window_risk: weightOf('window_risk'),
  reuse: weightOf('reuse'),
};

function weightOf(id: CriterionId): number {
  return CRITERIA.find((each) => each.id === id)?.weight ?? 0;
}
