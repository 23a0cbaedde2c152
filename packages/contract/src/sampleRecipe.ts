// The recipe of a sample: all that a redraw needs (docs/reference/sampling.md).
import { SAMPLE_ALGORITHM } from '@assay/core';
import { z } from 'zod';
import { shaField } from './kernel/fields.ts';

const columnField = z.string().min(1).max(200);
export const strataField = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('month'), column: columnField.default('day') }),
  z.strictObject({ by: z.literal('column'), column: columnField }),
  z.strictObject({ by: z.literal('none') }),
]);
export const countField = z.int().min(0).max(10_000_000);

const drawnItem = z.strictObject({
  rank: countField.describe('place among the rows sorted by their bytes, from 0'),
  stratum: z.string(),
  step: z.int().min(1).describe('1: the first draw; 2: its first extension; and so on'),
});

/** Members beside these say where it comes from and play no part. */
export const recipeField = z
  .looseObject({
    algorithm: z.literal(SAMPLE_ALGORITHM),
    population: z.looseObject({ rows: countField, digest: shaField }),
    seed: z.string().describe('text, or hex: and digits'),
    strata: strataField,
    sizes: z.array(countField).min(1).max(50),
    items: z.array(drawnItem),
  })
  .meta({ id: 'SampleRecipe' });
