// The rules that the advice follows, each with where it comes from and where in the decision it acts.
import type { AdviceOption } from '../plan/index.ts';
import { TYPE1_WORTH } from './criteria.ts';
import { sidesOf, type Demand } from './demand.ts';
import { largestDeals } from './largestDeals.ts';
import type { Situation, SituationField } from './situation.ts';

export type RuleId =
  | 'clauses_bind'
  | 'money_binds'
  | 'asked_first'
  | 'north_america'
  | 'rest_of_world'
  | 'type1_opens'
  | 'type2_now'
  | 'one_set'
  | 'public_certificate'
  | 'nothing_asks';

export interface Rule {
  readonly id: RuleId;
  readonly rule: string;
  /** What it does in the decision. */
  readonly acts: string;
  readonly inputs: readonly SituationField[];
  readonly source: string;
}

/** Days of evidence that let a company go for a Type II at once. */
export const EVIDENCE_FOR_TYPE2 = 60;
/** How many of the largest deals have to ask for it. */
export const TOP_DEALS = 3;

export const RULES: readonly Rule[] = [
  {
    id: 'clauses_bind',
    rule: 'A contract or tender that names a credential must be met on its day.',
    acts: 'An option that misses it in more than half of the simulated courses, or never brings what it names, is out.',
    inputs: ['clauses'],
    source:
      'A clause is a promise: later is a breach or a lost bid. Contract clauses and tenders as factors: startiso.com, ISO 27001 course, lesson 8.1.',
  },
  {
    id: 'money_binds',
    rule: 'What cannot be paid, or comes after the money has ended, is no advice.',
    acts: 'An option is out that takes more money out of the company in its first year than the budget even if all goes well (one course in ten; work of own people is not counted), or whose first credential comes after the runway in more than half of the courses.',
    inputs: ['budget', 'runwayMonths'],
    source: 'The article: budget as the binding constraint; scope is what is economised, not the audit.',
  },
  {
    id: 'asked_first',
    rule: 'What prospects request in questionnaires outweighs where they are.',
    acts: 'With n requests counted, what they name has n ÷ (n + 1) of the weight of demand, geography the rest.',
    inputs: ['asked'],
    source: 'The article: ask the sales team what prospects request; that answer usually settles the matter.',
  },
  {
    id: 'north_america',
    rule: 'Buyers in the United States and Canada usually ask for SOC 2.',
    acts: 'Their share of the pipeline counts as asking for a SOC 2 report, for a Type II where they are large, regulated or public.',
    inputs: ['buyers'],
    source:
      'The article: SOC 2 is most common in North America, above all in SaaS and technology procurement.',
  },
  {
    id: 'rest_of_world',
    rule: 'Buyers in Europe, the UK, the Middle East, Asia and large multinational enterprises usually ask for ISO 27001.',
    acts: 'Their share of the pipeline, and that of Latin America and Africa, counts as asking for ISO 27001.',
    inputs: ['buyers'],
    source:
      'The article: ISO 27001 carries broader recognition there and often satisfies what would otherwise be several regional certifications.',
  },
  {
    id: 'type1_opens',
    rule: 'Where a deal waits, a Type I is the quickest answer that can be defended.',
    acts: `By its dates: a Type I is in hand months before any other credential, so it earns the deals that others miss. To who takes any report it counts ${TYPE1_WORTH.usual} of a Type II until that is there.`,
    inputs: ['deals'],
    source:
      'The article: a Type I can get you a defensible answer quickly; a Type I snapshot is weaker evidence than a Type II.',
  },
  {
    id: 'type2_now',
    rule: `Where the ${TOP_DEALS} largest deals each ask for a current Type II, and the evidence reaches back at least ${EVIDENCE_FOR_TYPE2} days, a Type I is skipped.`,
    acts: 'Type I first is set aside.',
    inputs: ['deals', 'existing'],
    source:
      'secureleap.tech, SOC 2 Type 2 guide: skip Type I if the top three deals ask for a current Type II and 60 days of evidence exist. help.vanta.com, audits FAQ: no Type I is needed before a Type II.',
  },
  {
    id: 'one_set',
    rule: 'Where both are asked, one control set is built and mapped to both.',
    acts: 'Both in parallel answers both sides of demand at the cost of one set of controls; its second credential costs what is left after the overlap.',
    inputs: ['buyers', 'asked', 'wantsBoth'],
    source: 'The article: design one control environment and map it to both from the outset.',
  },
  {
    id: 'public_certificate',
    rule: 'A proof for everybody’s eyes is a certificate.',
    acts: 'Months with an ISO 27001 certificate count where a public proof is needed, a third where it is useful.',
    inputs: ['publicProof'],
    source:
      'The article: a certificate can be displayed publicly; a report is confidential and shared under NDA.',
  },
  {
    id: 'nothing_asks',
    rule: 'Where no buyer, deal, clause or need asks for a credential, none is bought.',
    acts: 'Every option has to earn more points than nothing yet, which costs nothing and has none.',
    inputs: ['buyers', 'asked', 'deals', 'clauses', 'publicProof', 'wantsBoth'],
    source:
      'The article: the decision is about which one unblocks revenue. With none to unblock there is none to decide.',
  },
];

/** Options that a rule sets aside, with the rule. */
export function setAside(situation: Situation): ReadonlyMap<AdviceOption, RuleId> {
  return type2Now(situation) ? new Map([['type1_then_type2', 'type2_now']]) : new Map();
}

/** The three largest deals ask for a Type II and enough has run. */
function type2Now(situation: Situation): boolean {
  const { existing } = situation;
  const top = largestDeals(situation).slice(0, TOP_DEALS);
  return (
    existing.evidenceDays >= EVIDENCE_FOR_TYPE2 &&
    top.length === TOP_DEALS &&
    top.every(({ deal: { needs } }) => needs === 'soc2_type2' || needs === 'both')
  );
}

/** Whether anything at all asks for a credential. */
export function anythingAsks(situation: Situation, demand: Demand): boolean {
  const { iso, soc2 } = sidesOf(demand);
  return (
    iso + soc2 > 0 ||
    demand.asked.length > 0 ||
    situation.deals.length > 0 ||
    situation.clauses.length > 0 ||
    situation.publicProof !== 'not_needed' ||
    situation.wantsBoth
  );
}
