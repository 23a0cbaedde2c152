// Risk in money: estimates of each risk, what is tolerated, what controls cost, and what simulated years say of it.
import { MOST_YEARS, type EventRate, type LossCase, type LossModel } from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, instantField, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const amount = z.number().describe('whole units of the currency');
const frequency = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('bernoulli'),
      probability: z.number().describe('once a year or not at all'),
    }),
    z.strictObject({
      kind: z.literal('poisson'),
      per_year: z.number().describe('events of an average year'),
    }),
  ])
  .describe('how often');
const loss = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('pert'),
      min: amount,
      mode: amount.describe('most likely'),
      max: amount,
    }),
    z.strictObject({ kind: z.literal('lognormal'), low: amount, high: amount }),
  ])
  .describe('what an event costs; lognormal: the interval that holds nine events of ten');

const estimateField = z.strictObject({
  frequency,
  loss,
  justification: z.string().trim().min(3).max(4000),
  on: dateField.optional().describe('today where it is left out'),
});
const estimateOut = z
  .strictObject({ frequency, loss, justification: z.string(), on: dateOut, by: z.string() })
  .meta({ id: 'LossModel' });

const share = z.number().describe('share of years, between 0 and 1');
const point = z.strictObject({ loss: amount, share });
const line = z
  .strictObject({ often: point, rare: point })
  .describe('in at most this share of years this loss or more; between the two a lognormal line');

const version = {
  revision: z.int().describe('0 where nothing was said yet'),
  changed_by: z.string().nullable(),
  changed_at: instantOut.nullable(),
};

export const lossesOut = z
  .strictObject({
    currency: z.string(),
    tolerance: z.strictObject({ line: line.nullable(), justification: z.string(), ...version }),
    risks: z
      .array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          option: z.string().nullable().describe('how it is treated'),
          controls: z.array(z.string()).describe('of its treatment'),
          inherent: estimateOut.nullable(),
          residual: estimateOut.nullable(),
          ...version,
        }),
      )
      .describe('all that are not closed'),
    controls: z
      .array(
        z.strictObject({
          control: z.string(),
          name: z.string(),
          cost: amount.nullable().describe('of a year; null where nobody has said it'),
          note: z.string(),
          ...version,
        }),
      )
      .describe('that treat one of the risks, or have a cost'),
  })
  .meta({ id: 'Losses' });

const yearly = z
  .strictObject({
    mean: amount.describe('annual loss expectancy'),
    p50: amount,
    p90: amount,
    p95: amount,
    p99: amount,
    shortfall: amount.describe('expected shortfall: mean of the worst hundredth of the years'),
    quiet: share.describe('share of years without a loss'),
  })
  .meta({ id: 'YearlyLoss' });
const lossLine = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    inherent: yearly,
    residual: yearly.describe('as inherent where nothing is said of what remains'),
    value: z
      .strictObject({
        avoided: amount,
        cost: amount.nullable(),
        net: amount.nullable(),
        returned: z.number().nullable().describe('net for each unit spent'),
      })
      .nullable()
      .describe('null where nothing is said of what remains'),
  })
  .meta({ id: 'LossLine' });
const shareOut = z.strictObject({ share, low: share, high: share }).describe('with its 90 % band');

const answerOut = z
  .strictObject({
    sentence: z.string(),
    currency: z.string(),
    seed: z.string(),
    years: z.int(),
    open: z.int().describe('risks that are not closed'),
    scenarios: z.array(lossLine).describe('those that are estimated'),
    portfolio: lossLine,
    curve: z.array(
      z.strictObject({
        loss: amount,
        inherent: shareOut.describe('share of years with at least this loss'),
        residual: shareOut,
        tolerated: share.nullable(),
        beyond: z.boolean().describe('what remains is beyond what is tolerated, with its whole band'),
      }),
    ),
    tolerance: line.nullable(),
    controls: z.array(
      z.strictObject({
        control: z.string(),
        cost: amount.nullable(),
        alone: amount.describe('avoided in risks that it alone treats'),
        shared: amount.describe('avoided in risks that others treat, too'),
        least: amount.nullable(),
        most: amount.nullable(),
        worth: z.enum(['pays', 'may_pay', 'does_not_pay', 'no_cost', 'no_estimate']),
        risks: z.array(z.string()),
        together: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'LossAnswer' });

const lossParams = orgParams.extend({ risk: z.string().max(20) });

export const lossesRoutes = {
  'losses.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/losses',
    tag: 'manage',
    summary: 'Estimates of the risks in money, what is tolerated, what controls cost',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({ at: instantField.optional().describe('as it was known at this instant') }),
    returns: lossesOut,
  }),
  'losses.simulate': route({
    method: 'GET',
    path: '/v1/orgs/{org}/loss-simulation',
    tag: 'manage',
    summary: 'Simulate years over the estimates; the same seed gives the same figures',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({
      seed: z.string().max(200).default('1'),
      years: z.coerce.number().int().min(100).max(MOST_YEARS).default(100_000),
      at: instantField.optional(),
    }),
    returns: answerOut,
    errors: ['losses.too_long'],
  }),
  'loss_estimates.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/risks/{risk}/loss-estimate',
    tag: 'manage',
    summary:
      'Estimate how often a risk comes true and what it costs, as if nothing were done and after treatment',
    permission: 'risks.change',
    params: lossParams,
    ifMatch: true,
    body: z.strictObject({
      inherent: estimateField.nullable().describe('null withdraws the estimate'),
      residual: estimateField.nullable().default(null),
    }),
    returns: lossesOut,
    errors: ['risk.not_found', 'losses.refused'],
  }),
  'loss_tolerance.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/loss-tolerance',
    tag: 'manage',
    summary: 'Say which loss is tolerated in which share of years, and the currency of all amounts',
    permission: 'risks.change',
    params: orgParams,
    ifMatch: true,
    body: z.strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters such as EUR'),
      line: line.nullable(),
      justification: z.string().trim().min(3).max(4000),
    }),
    returns: lossesOut,
    errors: ['losses.refused'],
  }),
  'control_costs.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/controls/{control}/cost',
    tag: 'manage',
    summary: 'Say what a control costs a year',
    permission: 'risks.change',
    params: orgParams.extend({ control: z.string().max(20) }),
    ifMatch: true,
    body: z.strictObject({
      cost: amount.min(0).max(1e11).nullable().describe('null withdraws it'),
      note: z.string().trim().max(1000).default(''),
    }),
    returns: lossesOut,
    errors: ['control.not_found'],
  }),
} as const;

type SaidModel = Pick<z.output<typeof estimateOut>, 'frequency' | 'loss'>;

/** A model in the words of core. */
export function lossModelOf({ frequency: rate, loss: each }: SaidModel): LossModel {
  const { kind } = rate;
  const said: EventRate =
    kind === 'poisson' ? { kind, perYear: rate.per_year } : { kind, probability: rate.probability };
  return { frequency: said, loss: each };
}

/** A model in the words of the API. */
export function lossModelSaid({ frequency: rate, loss: each }: LossModel): SaidModel {
  return {
    frequency: rate.kind === 'poisson' ? { kind: rate.kind, per_year: rate.perYear } : { ...rate },
    loss: { ...each },
  };
}

/** The case that server, browser and command line simulate: every risk that is estimated, in the register's order. */
export function lossCaseOf(
  given: Pick<z.output<typeof lossesOut>, 'risks' | 'controls' | 'tolerance'>,
  run: { readonly seed: string; readonly years: number },
): LossCase {
  return {
    ...run,
    scenarios: given.risks.flatMap(({ code, title, controls, inherent, residual }) =>
      inherent
        ? [
            {
              id: code,
              name: title,
              controls,
              inherent: lossModelOf(inherent),
              residual: residual ? lossModelOf(residual) : undefined,
              cost: undefined,
            },
          ]
        : [],
    ),
    tolerance: given.tolerance.line ?? undefined,
    costs: new Map(given.controls.flatMap(({ control, cost }) => (cost === null ? [] : [[control, cost]]))),
  };
}
