// Why: sentences that each name the inputs they rest on and where those came from.
import { compareText, listWords, countWords, dayWords } from '../kernel/index.ts';
import { moneyText } from './cost/words.ts';
import { HORIZON_MONTHS, type CriterionId } from './criteria.ts';
import type { Decision, OptionStanding } from './decide.ts';
import { usualNeed } from './demand.ts';
import { meetingSentence, rangeWords } from './headline.ts';
import { LIMIT_FIELDS, type Limit } from './limits.ts';
import { anythingAsks, EVIDENCE_FOR_TYPE2, TOP_DEALS, type RuleId } from './rules.ts';
import type { Described, FieldOrigin, Situation, SituationField } from './situation.ts';
import { lateWords, NEED_WORDS, OPTION_WORDS, percentWords, REGION_WORDS, sentence } from './words.ts';

export interface AdviceReason {
  readonly kind: 'limit' | 'rule' | 'criterion';
  /** Kind of the limit, or id of the rule or criterion: where it can be opened. */
  readonly id: Limit['kind'] | RuleId | CriterionId;
  readonly sentence: string;
  readonly inputs: readonly { readonly field: SituationField; readonly origin: FieldOrigin }[];
}

interface Said {
  readonly kind: AdviceReason['kind'];
  readonly id: AdviceReason['id'];
  readonly sentence: string;
  readonly fields: readonly SituationField[];
}

/** Limits first, then rules, then criteria by the points that they give. */
export function reasonsOf(decision: Decision, { situation, origins }: Described): readonly AdviceReason[] {
  const [first] = decision.ranking;
  if (first === undefined) return [];
  const said =
    first.option === 'nothing_yet'
      ? nothingReasons(decision, situation)
      : [
          ...limitReasons(first, decision, situation),
          ...ruleReasons(decision),
          ...first.scores
            .filter(({ points }) => points > 0)
            .toSorted((a, b) => b.points - a.points)
            .flatMap(({ criterion }) => criterionReason(criterion, { first, decision, situation })),
          ...costReason(decision, situation),
        ];
  return said.map(({ fields, ...rest }) => ({
    ...rest,
    inputs: fields.map((field) => ({ field, origin: origins[field] })),
  }));
}

function nothingReasons(decision: Decision, situation: Situation): readonly Said[] {
  const out = decision.ranking.filter(({ limits, option }) => limits.length > 0 && option !== 'nothing_yet');
  const best = decision.ranking.find(({ limits, option }) => limits.length === 0 && option !== 'nothing_yet');
  return [
    ...(anythingAsks(situation, decision.demand)
      ? []
      : [
          {
            kind: 'rule' as const,
            id: 'nothing_asks' as const,
            sentence:
              'No buyer, request, deal, contract, tender or need for a public proof asks for a credential.',
            fields: ['buyers', 'asked', 'deals', 'clauses', 'publicProof', 'wantsBoth'] as const,
          },
        ]),
    ...out.flatMap((standing) => standing.limits.map((limit) => limitSaid(standing, limit, situation))),
    ...(best
      ? [
          {
            kind: 'criterion' as const,
            id: 'cost' as const,
            sentence: `The best credential, ${OPTION_WORDS[best.option]}, would cost ${rangeWords(best.facts.threeYears, situation.currency)} over three years and earn less than that weighs: ${countWords(best.points, 'point')} where nothing yet has ${decision.ranking[0]?.points ?? 0}.`,
            fields: ['people', 'existing', 'buyers'] as const,
          },
        ]
      : []),
  ];
}

/** What shut the others out where the advised option stays in, and what it breaks itself. */
function limitReasons(first: OptionStanding, decision: Decision, situation: Situation): readonly Said[] {
  const own = first.limits.map((limit) => limitSaid(first, limit, situation));
  const others = decision.ranking
    .filter(({ option }) => option !== first.option && option !== 'nothing_yet')
    .flatMap((standing) =>
      standing.limits
        .filter(({ kind }) => kind !== 'rule')
        .map((limit) => limitSaid(standing, limit, situation)),
    );
  const kept = first.meetings
    .filter(({ kind, verdict }) => kind !== 'deal' && (verdict === 'sure' || verdict === 'likely'))
    .map((meeting) => ({
      kind: 'limit' as const,
      id: 'clause' as const,
      sentence: meetingSentence(meeting),
      fields: ['clauses'] as const,
    }));
  return [...own, ...kept, ...others];
}

/** Why an option is out, in a sentence. */
export function limitSentence(standing: OptionStanding, limit: Limit, { currency }: Situation): string {
  const option = sentence(OPTION_WORDS[standing.option]);
  switch (limit.kind) {
    case 'clause': {
      const meeting = standing.meetings.find(({ name, kind }) => name === limit.name && kind !== 'deal');
      const what = `“${limit.name}”, due ${dayWords(limit.due)}`;
      return meeting?.ready
        ? `${option} would meet ${what}, ${lateWords(limit.due, meeting.ready.p50)} late in the middle course.`
        : `${option} never brings what ${what}, names.`;
    }
    case 'budget':
      return `${option} asks ${moneyText(limit.over, currency)} more for auditors, tools and other purchases of the first year than the budget has, even if all goes well.`;
    case 'runway':
      return `${option} brings its first credential on ${dayWords(limit.first)} in the middle course, after the money ends on ${dayWords(limit.ends)}.`;
    case 'held':
      return `${option} brings nothing that is not in hand already.`;
    case 'rule':
      return `${option} is set aside: the ${TOP_DEALS} largest deals ask for a current Type II and at least ${EVIDENCE_FOR_TYPE2} days of evidence are there, so a Type I would only cost.`;
  }
}

function limitSaid(standing: OptionStanding, limit: Limit, situation: Situation): Said {
  return {
    kind: 'limit',
    id: limit.kind,
    sentence: limitSentence(standing, limit, situation),
    fields: limit.kind === 'rule' ? ['deals', 'existing'] : [LIMIT_FIELDS[limit.kind]],
  };
}

function ruleReasons({ ranking, recommended }: Decision): readonly Said[] {
  const aside = ranking.find(({ limits }) => limits.some(({ kind }) => kind === 'rule'));
  if (aside === undefined || recommended !== 'type2_directly') return [];
  return [
    {
      kind: 'rule',
      id: 'type2_now',
      sentence: `The ${TOP_DEALS} largest deals ask for a current Type II, and evidence reaches back at least ${EVIDENCE_FOR_TYPE2} days: a Type I would answer none of them.`,
      fields: ['deals', 'existing'],
    },
  ];
}

interface Of {
  readonly first: OptionStanding;
  readonly decision: Decision;
  readonly situation: Situation;
}

function criterionReason(id: CriterionId, of: Of): readonly Said[] {
  const said = criterionSentence(id, of);
  return said === undefined ? [] : [{ kind: 'criterion', id, ...said }];
}

function criterionSentence(id: CriterionId, of: Of): Pick<Said, 'sentence' | 'fields'> | undefined {
  const { first, situation } = of;
  const months = (value: number): string => `${Math.round(value)} of the next ${HORIZON_MONTHS} months`;
  const value = first.scores.find(({ criterion }) => criterion === id)?.value ?? 0;
  switch (id) {
    case 'asked':
      return {
        sentence: `${askedWords(of)}: with this it is in hand for ${months(value)}.`,
        fields: ['asked'],
      };
    case 'geography':
      return {
        sentence: `${placeWords(of)}: with this it is in hand for ${months(value)}, weighed by share.`,
        fields: ['buyers'],
      };
    case 'revenue':
      return { sentence: revenueWords(of, value), fields: ['deals'] };
    case 'public_proof':
      return {
        sentence: `A proof for everybody’s eyes is ${situation.publicProof === 'needed' ? 'needed' : 'useful'}: only a certificate may be shown, a SOC 2 report stays confidential.`,
        fields: ['publicProof'],
      };
    case 'both_wished':
      return { sentence: `Both are wished: both are in hand for ${months(value)}.`, fields: ['wantsBoth'] };
    case 'reuse':
      return {
        sentence: `${percentWords(first.facts.reuse * 100)} of the work serves both frameworks, so the second credential is prepared with the first.`,
        fields: ['existing'],
      };
    default:
      return undefined;
  }
}

function askedWords({ decision: { demand }, situation }: Of): string {
  const asked = situation.asked
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || compareText(a.need, b.need));
  const [most, ...others] = asked;
  if (!most) return 'No request names anything';
  const many = countWords(demand.requests, 'request');
  const who =
    demand.requests === 1
      ? 'The one request that names something asks'
      : `All ${many} that name something ask`;
  if (others.length === 0) return `${who} for ${NEED_WORDS[most.need]}`;
  const first = `${most.count} ${most.count === 1 ? 'asks' : 'ask'} for ${NEED_WORDS[most.need]}`;
  const rest = others.map(({ need, count }) => `${count} for ${NEED_WORDS[need]}`);
  return `Of ${many} that name something, ${listWords([first, ...rest])}`;
}

function placeWords({ situation }: Of): string {
  const iso = situation.buyers.filter((buyer) => usualNeed(buyer) === 'iso27001');
  const soc2 = situation.buyers.filter((buyer) => usualNeed(buyer) !== 'iso27001');
  const side = (buyers: Situation['buyers'], what: string): readonly string[] => {
    const percent = buyers.reduce((sum, each) => sum + each.percent, 0);
    if (percent === 0) return [];
    const places = [
      ...new Set(buyers.filter((each) => each.percent > 0).map(({ region }) => REGION_WORDS[region])),
    ];
    return [`${percentWords(percent)} of the pipeline (${listWords(places)}) usually asks for ${what}`];
  };
  return sentence(listWords([...side(soc2, 'SOC 2'), ...side(iso, 'ISO 27001')]));
}

function revenueWords({ first, situation }: Of, value: number): string {
  const deals = first.meetings.filter(({ kind, chance }) => kind === 'deal' && chance > 0);
  const best = deals.toSorted((a, b) => b.chance - a.chance || compareText(a.name, b.name)).at(0);
  const sum = `${moneyText(value, situation.currency)} a year of deals are unblocked by their dates, weighed by chance`;
  return best ? `${sum}. ${meetingSentence(best)}` : `${sum}.`;
}

/** Only against the runner-up: that something costs is no reason for it. */
function costReason({ ranking }: Decision, { currency }: Situation): readonly Said[] {
  const [first, second] = ranking.filter(
    ({ limits, option }) => limits.length === 0 && option !== 'nothing_yet',
  );
  if (!first || !second) return [];
  const less = second.facts.threeYears.p50 - first.facts.threeYears.p50;
  if (less <= 0) return [];
  return [
    {
      kind: 'criterion',
      id: 'cost',
      sentence: `Over three years it costs ${moneyText(less, currency)} less than ${OPTION_WORDS[second.option]} in the middle course.`,
      fields: ['people', 'existing', 'capacity'],
    },
  ];
}
