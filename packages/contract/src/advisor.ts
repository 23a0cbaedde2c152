// The advice: which credential first, when, at what cost, and what would change it.
import {
  ADVICE_OPTIONS,
  COMPONENT_GROUPS,
  CREDENTIAL_NEEDS,
  CREDENTIALS,
  GROUNDWORK,
  LEADS,
  SEQUENCES,
} from '@assay/core';
import { z } from 'zod';
import { dateOut, instantField, instantOut, orgParams } from './kernel/fields.ts';
import { ceilingOut } from './adviceCeiling.ts';
import { route } from './kernel/route.ts';
import { dayRangeOut, figureValue, promiseOut, rangeOut, shareOut, threePointOut } from './planFields.ts';
import { answersField, situationOut } from './situation.ts';

const option = z.enum(ADVICE_OPTIONS);
const origin = z
  .enum(['entered', 'counted', 'assumed'])
  .describe('entered by a person, counted from the records, or assumed');
const fieldName = z.string().describe('name of a field of the answers');

const reasonOut = z
  .strictObject({
    kind: z.enum(['limit', 'rule', 'criterion']),
    id: z.string().describe('kind of the limit, or id of the rule or criterion'),
    sentence: z.string(),
    inputs: z
      .array(z.strictObject({ field: fieldName, origin }))
      .describe('the answers that it rests on, and where those came from'),
  })
  .meta({ id: 'AdviceReason' });

const scoreOut = z
  .strictObject({
    criterion: z.string(),
    title: z.string(),
    unit: z.string(),
    value: z.number().describe('in the unit of the criterion'),
    scale: z.number().describe('in the same unit: points are weight by value over scale'),
    points: z.number(),
    weight: z.number().describe('below zero where more is worse'),
    formula: z.string(),
    source: z.string(),
    parts: z
      .array(z.strictObject({ name: z.string(), value: z.number() }))
      .describe('needs or deals by name, where the value sums from them'),
  })
  .meta({ id: 'AdviceScore' });

const years = z.array(rangeOut).length(3);
const totalsOut = z.strictObject({ years, three_years: rangeOut }).meta({ id: 'CostTotals' });
const costLineOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    group: z.enum(COMPONENT_GROUPS),
    group_title: z.string(),
    lane: z.enum(['iso', 'soc2', 'shared']),
    paid: z.enum(['own', 'bought']).describe('own: work of own people'),
    formula: z.string().describe('with the numbers in it'),
    figures: z.array(z.string()).describe('figures that are multiplied'),
    years,
    three_years: rangeOut,
  })
  .meta({ id: 'CostLine' });
const costOut = z
  .strictObject({
    lines: z.array(costLineOut),
    all: totalsOut,
    bought: totalsOut.describe('money that leaves, without the work of own people'),
    own: totalsOut,
    fan: z.array(rangeOut).describe('spent up to the end of each of twelve quarters'),
  })
  .meta({ id: 'OptionCost' });

const limitOut = z.strictObject({
  kind: z.enum(['clause', 'budget', 'runway', 'held', 'rule']),
  field: fieldName,
  sentence: z.string(),
  days_late: z.int().nullable().describe('of a clause: in the middle course; null where never, or no clause'),
});

const optionOut = z
  .strictObject({
    option,
    title: z.string(),
    sentence: z.string(),
    feasible: z.boolean().describe('no day, clause, budget or rule shuts it out'),
    limits: z.array(limitOut),
    points: z.number(),
    scores: z.array(scoreOut),
    credentials: z.array(z.strictObject({ credential: z.enum(CREDENTIALS), ready: dayRangeOut })),
    first_year: rangeOut,
    three_years: rangeOut,
    spent_first_year: rangeOut.describe(
      'of the first year what leaves the company: a budget is compared with it',
    ),
    person_days: rangeOut.describe('work of own people until the last credential'),
    window_risk: shareOut.describe('chance that a Type II period has to be begun again'),
    reuse: shareOut.describe('share of the work that serves both frameworks'),
    promises: z.array(promiseOut),
    cost: costOut,
  })
  .meta({ id: 'AdviceOption' });

const saidOut = z
  .strictObject({
    value: figureValue,
    currency: z.string().nullable().describe('of an amount; null: that of the answers'),
    because: z.string(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'SaidFigure' });
const oneFigureOut = z.strictObject({
  key: z.string(),
  said: saidOut.nullable().describe('null: the default counts again'),
  revision: z.int(),
});

const figureOut = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    unit: z.string(),
    value: figureValue.describe('that counts: what somebody said, or else the default'),
    default: figureValue
      .nullable()
      .describe('what would count if nobody had said another; null: it does count'),
    formula: z.string().describe('how it comes about, with the numbers in it'),
    source: z.string(),
    assumption: z.boolean().describe('no source gives it'),
    options: z.array(option).describe('ways in whose cost it counts so; the same figure may stand twice'),
    said: saidOut.nullable().describe('what somebody knows better'),
    revision: z.int().describe('0 where nobody ever said another; its ETag'),
  })
  .meta({ id: 'AdviceFigure' });

/** What was answered, as it was sent, with its version. */
const givenOut = z
  .strictObject({
    given: z.record(z.string(), z.json()).describe('as it was sent: only what a person said'),
    revision: z.int().describe('0 where nothing was answered yet; its ETag'),
    changed_by: z.string().nullable(),
    changed_at: instantOut.nullable(),
  })
  .meta({ id: 'GivenAnswers' });

const needShare = z.strictObject({ need: z.enum(CREDENTIAL_NEEDS), share: shareOut });

/** What the plan knows beside the answers: the dates of the advice rest on it. */
const circumstancesOut = z
  .strictObject({
    done: z.array(z.enum(GROUNDWORK)).describe('groundwork that is there'),
    gone: z.array(z.string()).describe('tasks that are done already'),
    period: z
      .strictObject({ from: dateOut, until: dateOut })
      .nullable()
      .describe('Type II period that is set'),
    dates: z.array(
      z.strictObject({ task: z.string(), kind: z.enum(['fixed', 'not_before', 'due']), date: dateOut }),
    ),
    leads: z.partialRecord(z.enum(LEADS), threePointOut).describe('lead times that were agreed'),
    holidays: z.array(dateOut),
  })
  .meta({ id: 'AdviceCircumstances' });

export const adviceOut = z
  .strictObject({
    sentence: z.string().describe('the recommendation'),
    today: dateOut,
    currency: z.string(),
    recommended: option,
    title: z.string(),
    reasons: z.array(reasonOut),
    counter: z
      .strictObject({
        option,
        title: z.string(),
        behind: z.number().describe('points'),
        sentence: z.string(),
        speaks_for: z.array(z.strictObject({ criterion: z.string(), points: z.number(), words: z.string() })),
      })
      .nullable()
      .describe('the strongest case against it'),
    flips: z
      .array(
        z.strictObject({
          id: z.string(),
          field: fieldName,
          pointer: z.string().describe('into the answers'),
          sentence: z.string(),
          distance: z.number().describe('share of the way that the input could go: how near it is'),
          to: option.describe('what would be advised then'),
          title: z.string(),
        }),
      )
      .describe('the smallest changes that would change the advice, nearest first; each was tried'),
    confidence: z.strictObject({
      degree: z.enum(['firm', 'leaning', 'open']),
      sentence: z.string(),
      lead: z.number().describe('points before the runner-up'),
      sensitive: z
        .array(z.strictObject({ field: fieldName, options: z.array(option) }))
        .describe(
          'what nobody said and would change the advice within what is plausible, the most telling first',
        ),
    }),
    keeps_limits: z.boolean().describe('false: every way breaks one, and this one the fewest'),
    options: z.array(optionOut).describe('best first'),
    demand: z
      .strictObject({
        requests: z.int().describe('questionnaires and requests that named something'),
        trust: shareOut.describe('how much what was asked counts; the rest is left to where buyers are'),
        asked: z.array(needShare),
        geography: z.array(needShare),
      })
      .describe('what buyers want to see, as shares'),
    anchors: z
      .array(
        z.strictObject({
          credential: z.enum(CREDENTIALS),
          label: z.string(),
          low: z.number().describe('money, in the currency of the answer'),
          high: z.number(),
          open: z.boolean().describe('the upper end of the money is said to be open'),
          months_low: z.number(),
          months_high: z.number(),
          here: z
            .strictObject({ money: z.number(), months: z.number(), formula: z.string() })
            .describe('inside both ranges by the number of people'),
        }),
      )
      .describe('published ranges: planning anchors, not quotes'),
    second: z
      .array(
        z.strictObject({
          second: z.enum(['iso', 'soc2']),
          sentence: z.string(),
          shared_days: z.number(),
          own_days: z.number(),
          overlap: z.number().nullable().describe('of its work what the first brings along'),
          alone: rangeOut,
          added: rangeOut,
          share: rangeOut.describe('added as a share of alone'),
        }),
      )
      .describe('a framework as the second one, the other being there'),
    sequences: z
      .array(z.strictObject({ sequence: z.enum(SEQUENCES), title: z.string(), totals: totalsOut }))
      .describe('what both cost, one after the other or together'),
    figures: z.array(figureOut),
    situation: situationOut,
    plan: circumstancesOut,
    passed: z.array(z.string()).describe('deals and clauses whose day has passed: they are in no figure'),
    origins: z.record(z.string(), origin).describe('where each field of the situation comes from'),
    answers: givenOut,
  })
  .meta({ id: 'Advice' });

const figureParams = orgParams.extend({ figure: z.string().min(1).max(80) });

export const advisorRoutes = {
  'advice.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/advice',
    tag: 'manage',
    summary:
      'Which credential first, when and at what cost, with reasons, the counter-case and what would change it',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({ at: instantField.optional().describe('as it was known at this instant') }),
    returns: adviceOut,
    errors: ['advice.refused', 'advice.too_long'],
  }),
  'advice_answers.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/advice/answers',
    tag: 'manage',
    summary: 'What was answered of the company, as it was sent',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({ at: instantField.optional() }),
    returns: givenOut,
  }),
  'advice_answers.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/advice/answers',
    tag: 'manage',
    summary: 'Answer the questions of the advice; what is left out is counted from the records or assumed',
    permission: 'plan.change',
    params: orgParams,
    ifMatch: true,
    body: answersField,
    returns: givenOut,
    errors: ['advice.refused'],
  }),
  'advice.try': route({
    method: 'POST',
    path: '/v1/orgs/{org}/advice/try',
    tag: 'manage',
    summary: 'What would be advised with other answers or figures; nothing is kept',
    about: 'Answers that are left out stand as they were answered; null as a figure stands for its default.',
    permission: 'plan.read',
    effect: 'none',
    params: orgParams,
    body: z.strictObject({
      answers: answersField.default({}),
      without: z
        .array(z.string().max(40))
        .max(30)
        .default([])
        .describe('answers to leave out, as if nobody had said them'),
      figures: z.record(z.string().max(80), figureValue.nullable()).default({}),
    }),
    returns: adviceOut,
    errors: ['advice.refused', 'advice.too_long', 'advice.figure_unknown'],
  }),
  'advice_figures.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/advice/figures/{figure}',
    tag: 'manage',
    summary: 'What somebody said of a figure, whether or not the advice rests on it now',
    permission: 'plan.read',
    params: figureParams,
    returns: oneFigureOut,
    errors: ['advice.figure_unknown'],
  }),
  'advice_figures.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/advice/figures/{figure}',
    tag: 'manage',
    summary: 'Say a figure that you know better, and why; it is kept with who said it',
    permission: 'plan.change',
    params: figureParams,
    ifMatch: true,
    body: z.strictObject({
      value: figureValue,
      currency: z
        .string()
        .max(20)
        .nullable()
        .default(null)
        .describe('of an amount; null: that of the answers'),
      because: z.string().trim().min(3).max(1000),
    }),
    returns: oneFigureOut,
    errors: ['advice.figure_unknown', 'advice.refused'],
  }),
  'advice_figures.drop': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/advice/figures/{figure}',
    tag: 'manage',
    summary: 'Take back what was said of a figure; its default counts again',
    permission: 'plan.change',
    params: figureParams,
    ifMatch: true,
    returns: oneFigureOut,
    errors: ['advice.figure_unknown', 'advice.refused'],
  }),
  'advice.ceiling': route({
    method: 'GET',
    path: '/v1/orgs/{org}/advice/ceiling',
    tag: 'manage',
    summary:
      'How a way fits under a ceiling: what to do oneself, what to buy less of, which scope to cut, at which risk',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({
      ceiling: z.coerce
        .number()
        .min(0)
        .max(1e12)
        .optional()
        .describe(
          'money that may leave in the first year, in the currency of the answers; the budget if left out',
        ),
      option: option.optional().describe('what is advised if left out'),
    }),
    returns: ceilingOut,
    errors: ['advice.refused', 'advice.too_long'],
  }),
  'advice.budget': route({
    method: 'GET',
    path: '/v1/orgs/{org}/advice/budget',
    tag: 'manage',
    summary: 'What every way costs, line by line over three years, as a workbook or as CSV',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({ as: z.enum(['xlsx', 'csv']).default('xlsx') }),
    returns: 'bytes',
    errors: ['advice.refused', 'advice.too_long'],
  }),
} as const;
