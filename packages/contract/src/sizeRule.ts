// Rules of sample sizes as the API writes them, and the same in core's words.
import { assertNever, FREQUENCY_CLASSES, type SizeRule } from '@assay/core';
import { z } from 'zod';

const count = z.int().min(0).max(10_000_000);
const percent = z.number();

/** Whether it gives a size for every population core says (`ruleFault`), not the schema. */
export const sizeRuleField = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('table'),
      sizes: z.record(z.enum(FREQUENCY_CLASSES), count).describe('a size for each class of frequency'),
    }),
    z.strictObject({
      kind: z.literal('bands'),
      bands: z
        .array(
          z.strictObject({
            up_to: count.nullable().describe('rows up to which it holds; null: without end, the last'),
            size: count.nullable().describe('null: all rows'),
          }),
        )
        .min(1)
        .max(20),
    }),
    z.strictObject({
      kind: z.literal('percent'),
      percent: percent.describe('of the population, rounded up'),
      least: count,
      most: count,
    }),
    z.strictObject({
      kind: z.literal('attribute'),
      confidence: percent,
      tolerable_rate: percent,
      expected_deviations: count,
      finite: z.boolean().describe('without replacement, by the hypergeometric distribution'),
    }),
  ])
  .meta({ id: 'SampleSizeRule' });

export type SizeRuleText = z.infer<typeof sizeRuleField>;

/** A rule of the API in core's words. */
export function sizeRuleOf(given: SizeRuleText): SizeRule {
  switch (given.kind) {
    case 'table':
    case 'percent':
      return given;
    case 'bands':
      return { kind: 'bands', bands: given.bands.map(({ up_to: upTo, size }) => ({ upTo, size })) };
    case 'attribute': {
      const { kind, confidence, tolerable_rate: tolerableRate, finite } = given;
      return { kind, confidence, tolerableRate, expectedDeviations: given.expected_deviations, finite };
    }
    default:
      return assertNever(given);
  }
}

/** A rule of core in the words of the API. */
export function sizeRuleText(rule: SizeRule): SizeRuleText {
  switch (rule.kind) {
    case 'table':
      return { kind: 'table', sizes: { ...rule.sizes } };
    case 'percent':
      return { ...rule };
    case 'bands':
      return { kind: 'bands', bands: rule.bands.map(({ upTo, size }) => ({ up_to: upTo, size })) };
    case 'attribute': {
      const { kind, confidence, tolerableRate, finite } = rule;
      return {
        kind,
        confidence,
        tolerable_rate: tolerableRate,
        expected_deviations: rule.expectedDeviations,
        finite,
      };
    }
    default:
      return assertNever(rule);
  }
}

/** A pointer into a rule of core as a pointer into that of the API: `/bands/1/upTo` is `/bands/1/up_to`. */
export function sizeRulePointer(at: string): string {
  return at.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
