// What a file of risk scenarios may say; vectors/risk/README.md tells what it means.
import {
  MOST_YEARS,
  modelFault,
  toleranceFault,
  type EventRate,
  type LossCase,
  type LossFault,
} from '@assay/core';
import { z } from 'zod';

const rate = z.union([
  z.strictObject({ kind: z.literal('bernoulli'), probability: z.number() }),
  z
    .strictObject({ kind: z.literal('poisson'), per_year: z.number() })
    .transform(({ kind, per_year: perYear }): EventRate => ({ kind, perYear })),
]);
const loss = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pert'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('lognormal'), low: z.number(), high: z.number() }),
]);
const model = checked(z.strictObject({ frequency: rate, loss }), modelFault);
const point = z.strictObject({ loss: z.number(), share: z.number() });
const cost = z.number().min(0).max(1e11);
const id = z.string().min(1).max(60);

const schema = z.strictObject({
  seed: z.string().max(200).default('1'),
  years: z.int().min(1).max(MOST_YEARS).default(100_000),
  scenarios: z
    .array(
      z.strictObject({
        id,
        name: z.string().max(200).default(''),
        inherent: model,
        residual: model.optional(),
        controls: z.array(id).max(50).default([]).describe('that make the difference'),
        cost: cost.optional().describe('of the treatment, a year, where it is not said control by control'),
      }),
    )
    .min(1)
    .max(1000)
    .refine((all) => new Set(all.map((each) => each.id)).size === all.length, 'an id stands twice'),
  tolerance: checked(z.strictObject({ often: point, rare: point }), toleranceFault).optional(),
  costs: z.record(id, cost).default({}).describe('of each control, a year'),
});

/** Reads a case; where it is wrong, the first place and what is wrong there. */
export function readRiskCase(
  given: unknown,
): LossCase | { readonly pointer: string; readonly message: string } {
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    const { scenarios, tolerance, costs, ...run } = parsed.data;
    return {
      ...run,
      scenarios: scenarios.map((each) => ({ ...each, residual: each.residual, cost: each.cost })),
      tolerance,
      costs: new Map(Object.entries(costs)),
    };
  }
  const [first] = parsed.error.issues;
  return { pointer: `/${(first?.path ?? []).join('/')}`, message: first?.message ?? 'is wrong' };
}

/** A schema whose values core judges: one fault, at its place. */
function checked<T extends z.ZodType>(of: T, fault: (value: z.output<T>) => LossFault | undefined) {
  return of.superRefine((value, context) => {
    const found = fault(value);
    if (found)
      context.addIssue({
        code: 'custom',
        path: found.pointer.slice(1).split('/'),
        message: found.detail.replace(/\.$/, ''),
      });
  });
}
