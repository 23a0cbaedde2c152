// An advice in the words of the API: what the server answers and what the command line prints without one.
import {
  ANCHOR_LABEL,
  anchorOf,
  CREDENTIALS,
  CRITERIA,
  FALSE_ECONOMIES,
  GROUP_NAMES,
  LEADS,
  LIMIT_FIELDS,
  limitSentence,
  meetingSentence,
  OPTION_WORDS,
  optionSentence,
  SITUATION_FIELDS,
  type Advice,
  type AdviceOption,
  type BudgetVariant,
  type Circumstances,
  type Cost,
  type Meeting,
  type OptionStanding,
  type Range,
  type Score,
  type Situation,
  type WholeAdvice,
} from '@assay/core';
import type { z } from 'zod';
import type { ceilingOut } from './adviceCeiling.ts';
import type { adviceOut } from './advisor.ts';
import type { FigureValueSaid } from './planFields.ts';
import { situationSaid, snakeField } from './situation.ts';

type Said = z.output<typeof adviceOut>;
type OptionSaid = Said['options'][number];
type Figure = Cost['figures'][number];
type Totals = Cost['all'];

/** What somebody said of a figure, with its version. */
export interface FigureRecord {
  readonly key: string;
  readonly said: NonNullable<Said['figures'][number]['said']> | null;
  readonly revision: number;
}

/** What goes with an advice and is no part of its computation. */
export interface AdviceAround {
  readonly passed: readonly string[];
  readonly records: readonly FigureRecord[];
  readonly answers: Said['answers'];
}

export const NO_RECORDS: AdviceAround = {
  passed: [],
  records: [],
  answers: { given: {}, revision: 0, changed_by: null, changed_at: null },
};

export type AdviceSaid = Said;

export function adviceSaid(made: WholeAdvice, around: AdviceAround): Said {
  const { advice, costs } = made;
  const { decision, described, recommended } = advice;
  const { situation, origins } = described;
  return {
    sentence: advice.sentence,
    today: situation.today,
    currency: situation.currency,
    recommended,
    title: OPTION_WORDS[recommended],
    ...caseSaid(advice),
    keeps_limits: decision.keepsLimits,
    options: decision.ranking.map((standing) => optionSaid(made, standing)),
    ...besideSaid(made),
    figures: figuresSaid(costs, around.records),
    situation: situationSaid(situation),
    origins: Object.fromEntries(
      SITUATION_FIELDS.map((field) => [snakeField(field), origins[field]] as const),
    ),
    plan: circumstancesSaid(made.given),
    passed: [...around.passed],
    answers: around.answers,
  };
}

function circumstancesSaid({ ground, gone }: Circumstances): Said['plan'] {
  const leads: Said['plan']['leads'] = {};
  for (const lead of LEADS) {
    const days = ground.leads?.[lead];
    if (days) leads[lead] = { ...days };
  }
  return {
    done: [...(ground.done ?? [])],
    gone: [...gone],
    period: ground.period ? { ...ground.period } : null,
    dates: (ground.dates ?? []).map((each) => ({ ...each })),
    leads,
    holidays: [...(ground.holidays ?? [])],
  };
}

/** Why, what speaks against it, what would change it, how sure it is, and what buyers want to see. */
function caseSaid(advice: Advice): Pick<Said, 'reasons' | 'counter' | 'flips' | 'confidence' | 'demand'> {
  const { confidence, counter } = advice;
  const { demand } = advice.decision;
  return {
    reasons: advice.reasons.map(({ inputs, ...reason }) => ({
      ...reason,
      inputs: inputs.map(({ field, origin }) => ({ field: snakeField(field), origin })),
    })),
    counter: counter
      ? {
          option: counter.option,
          title: OPTION_WORDS[counter.option],
          behind: counter.behind,
          sentence: counter.sentence,
          speaks_for: counter.speaksFor.map((each) => ({ ...each })),
        }
      : null,
    flips: advice.flips.map(({ id, field, pointer, sentence, distance, to }) => ({
      id,
      field: snakeField(field),
      pointer: snakeField(pointer),
      sentence,
      distance,
      to,
      title: OPTION_WORDS[to],
    })),
    confidence: {
      degree: confidence.degree,
      sentence: confidence.sentence,
      lead: confidence.lead,
      sensitive: confidence.sensitive.map(({ field, options }) => ({
        field: snakeField(field),
        options: [...options],
      })),
    },
    demand: {
      requests: demand.requests,
      trust: demand.trust,
      asked: demand.asked.map((each) => ({ ...each })),
      geography: demand.geography.map((each) => ({ ...each })),
    },
  };
}

/** A way under a ceiling in the words of the API. */
export function ceilingSaid(variant: BudgetVariant, currency: string): z.output<typeof ceilingOut> {
  return {
    sentence: variant.sentence,
    option: variant.option,
    title: OPTION_WORDS[variant.option],
    currency,
    ceiling: variant.ceiling ?? null,
    before: range(variant.before),
    after: range(variant.after),
    middle: variant.half ? { ...variant.half } : null,
    nine_of_ten: variant.nine ? { ...variant.nine } : null,
    taken: variant.taken.map(measureSaid),
    left: variant.left.map(measureSaid),
    never: FALSE_ECONOMIES.map(({ id, title, atTheAudit, source }) => ({
      id,
      title,
      at_the_audit: atTheAudit,
      source,
    })),
  };
}

function measureSaid(measure: BudgetVariant['taken'][number]): z.output<typeof ceilingOut>['taken'][number] {
  const { id, kind, title, saves, ownDays, risk, riskIs, atTheAudit, source } = measure;
  return {
    id,
    kind,
    title,
    saves,
    own_days: ownDays,
    risk,
    risk_is: riskIs,
    at_the_audit: atTheAudit,
    source,
  };
}

/** What stands beside the options: what is published, and what a second credential adds. */
function besideSaid({ advice, marginal }: WholeAdvice): Pick<Said, 'anchors' | 'second' | 'sequences'> {
  const { situation } = advice.described;
  return {
    anchors: CREDENTIALS.map((credential) => {
      const { money, months, open, here } = anchorOf(credential, situation);
      return {
        credential,
        label: ANCHOR_LABEL,
        low: money.low,
        high: money.high,
        open,
        months_low: months.low,
        months_high: months.high,
        here: { ...here },
      };
    }),
    second: marginal.seconds.map((each) => ({
      second: each.second,
      sentence: each.sentence,
      shared_days: each.shared,
      own_days: each.ownDays,
      overlap: each.overlap ?? null,
      alone: range(each.alone),
      added: range(each.added),
      share: range(each.share),
    })),
    sequences: marginal.sequences.map(({ sequence, words, totals: sum }) => ({
      sequence,
      title: words,
      totals: totals(sum),
    })),
  };
}

function optionSaid(made: WholeAdvice, standing: OptionStanding): OptionSaid {
  const { situation } = made.advice.described;
  const { option, facts, limits, scores, points, meetings } = standing;
  const cost = made.costs.get(option);
  if (!cost) throw new Error(`an advice without the cost of ${option}`);
  return {
    option,
    title: OPTION_WORDS[option],
    sentence: optionSentence(standing, situation),
    feasible: limits.length === 0,
    limits: limits.map((limit) => ({
      kind: limit.kind,
      field: snakeField(LIMIT_FIELDS[limit.kind]),
      sentence: limitSentence(standing, limit, situation),
      days_late: limit.kind === 'clause' ? (limit.lateDays ?? null) : null,
    })),
    points,
    scores: scores.map((score) => scoreSaid(made.advice, score)),
    credentials: facts.credentials.map(({ credential, ready }) => ({ credential, ready: { ...ready } })),
    first_year: range(facts.firstYear),
    three_years: range(facts.threeYears),
    spent_first_year: range(facts.spentFirstYear),
    person_days: range(facts.personDays),
    window_risk: facts.windowRisk,
    reuse: facts.reuse,
    promises: meetings.map((meeting) => promiseSaid(meeting, situation)),
    cost: costSaid(cost),
  };
}

function scoreSaid({ weights }: Advice, score: Score): OptionSaid['scores'][number] {
  const criterion = CRITERIA.find(({ id }) => id === score.criterion);
  return {
    criterion: score.criterion,
    title: criterion?.title ?? '',
    unit: criterion?.unit ?? '',
    value: score.value,
    scale: score.scale,
    points: score.points,
    weight: weights[score.criterion],
    formula: criterion?.formula ?? '',
    source: criterion?.source ?? '',
    parts: score.parts.map((part) => ({ ...part })),
  };
}

export function promiseSaid(meeting: Meeting, situation: Situation): OptionSaid['promises'][number] {
  const deal = situation.deals.find(({ name }) => name === meeting.name);
  return {
    name: meeting.name,
    kind: meeting.kind,
    needs: meeting.needs,
    due: meeting.due,
    amount: deal?.amount ?? null,
    currency: deal?.currency ?? null,
    ready: meeting.ready ? { ...meeting.ready } : null,
    chance: meeting.chance,
    verdict: meeting.verdict,
    late_days: meeting.late?.p50 ?? null,
    sentence: meetingSentence(meeting),
  };
}

function costSaid({ lines, all, bought, own, fan }: Cost): OptionSaid['cost'] {
  return {
    lines: lines.map((line) => ({
      id: line.id,
      title: line.label,
      group: line.group,
      group_title: GROUP_NAMES[line.group],
      lane: line.lane,
      paid: line.paid,
      formula: line.formula,
      figures: [...line.figures],
      years: line.years.map(range),
      three_years: range(line.threeYears),
    })),
    all: totals(all),
    bought: totals(bought),
    own: totals(own),
    fan: fan.map(range),
  };
}

/** Every figure that counts in some option; one that counts differently stands once for each value. */
function figuresSaid(costs: WholeAdvice['costs'], records: readonly FigureRecord[]): Said['figures'] {
  const found = new Map<string, { readonly figure: Figure; readonly options: AdviceOption[] }>();
  for (const [option, { figures }] of costs)
    for (const figure of figures) {
      const key = `${figure.key} ${figure.formula}`;
      const held = found.get(key) ?? { figure, options: [] };
      held.options.push(option);
      found.set(key, held);
    }
  return [...found.values()]
    .toSorted((a, b) => (a.figure.key < b.figure.key ? -1 : a.figure.key > b.figure.key ? 1 : 0))
    .map(({ figure, options }) => {
      const record = records.find(({ key }) => key === figure.key);
      return {
        key: figure.key,
        title: figure.label,
        unit: figure.unit,
        value: valueSaid(figure.value),
        default: figure.overridden ? valueSaid(figure.overridden.instead) : null,
        formula: figure.formula,
        source: figure.source,
        assumption: figure.assumption,
        options,
        said: record?.said ?? null,
        revision: record?.revision ?? 0,
      };
    });
}

function valueSaid(value: Figure['value']): FigureValueSaid {
  return typeof value === 'number' ? value : { ...value };
}

function totals({ years, threeYears }: Totals): OptionSaid['cost']['all'] {
  return { years: years.map(range), three_years: range(threeYears) };
}

function range({ p10, p50, p90 }: Range): Range {
  return { p10, p50, p90 };
}
