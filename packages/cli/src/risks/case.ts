// What a file of risk scenarios may say; vectors/risk/README.md tells what it means.
import { checkModel, MOST_YEARS, type EventRate, type LossModel } from '@assay/core';
import { z } from 'zod';

const share = z.number().gt(0).lt(1);
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
const SAID = {
  'risk.probability': 'a probability lies between 0 and 1',
  'risk.rate': 'a rate lies between 0 and 500 a year',
  'risk.pert': 'the least, most likely and most must rise, and the most exceed the least',
  'risk.interval': 'the low end is above 0 and below the high end',
} as const;
const model = z.strictObject({ frequency: rate, loss }).superRefine((given: LossModel, context) => {
  const checked = checkModel(given);
  if (!checked.ok)
    context.addIssue({
      code: 'custom',
      path: checked.error.pointer.slice(1).split('/'),
      message: SAID[checked.error.code],
    });
});
const point = z.strictObject({ loss: z.number().positive(), share });

const schema = z.strictObject({
  seed: z.string().max(200).default('1'),
  years: z.int().min(1).max(MOST_YEARS).default(100_000),
  scenarios: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(60),
        name: z.string().max(200).default(''),
        inherent: model,
        residual: model.optional(),
        cost: z.number().min(0).optional().describe('of the controls that make the difference, a year'),
      }),
    )
    .min(1)
    .max(1000)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice'),
  tolerance: z
    .strictObject({ often: point, rare: point })
    .refine(
      ({ often, rare }) => rare.loss > often.loss && rare.share < often.share,
      'the rare loss is larger and rarer',
    )
    .optional(),
});

export type RiskCase = z.output<typeof schema>;

/** Reads a case; where it is wrong, the first place and what is wrong there. */
export function readRiskCase(
  given: unknown,
): RiskCase | { readonly pointer: string; readonly message: string } {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return { pointer: `/${(first?.path ?? []).join('/')}`, message: first?.message ?? 'is wrong' };
}
