// A sample as it is stored: what was decided, what was drawn, what was tested.
import {
  TEST_METHODS,
  TEST_RESULTS,
  type DrawnItem,
  type Instant,
  FREQUENCY_CLASSES,
  type SizeRule,
  type StrataRule,
  type TestResult,
} from '@assay/core';
import { z } from 'zod';

const instant = z.custom<Instant>((value) => typeof value === 'string');
const strata = z.custom<StrataRule>((value) => typeof value === 'object' && value !== null && 'by' in value);

export const ruleSchema = z.custom<SizeRule>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);
const usedProfileSchema = z.object({
  name: z.string(),
  title: z.string(),
  rule: ruleSchema,
  source: z.string(),
  revision: z.number(),
  frequency: z.enum(FREQUENCY_CLASSES).nullable(),
  configurations: z.number(),
});

export const definitionSchema = z.object({
  seed: z.string(),
  seedFrom: z.enum(['random', 'typed']),
  strata,
  reason: z.string(),
  /** Absent for an own size, and in draws made before profiles were kept with them. */
  profile: usedProfileSchema.optional(),
  confidence: z.number(),
  attributes: z.array(z.object({ letter: z.string(), text: z.string(), method: z.enum(TEST_METHODS) })),
});
export const sizesSchema = z.array(z.number());
export const partsSchema = z.array(
  z.object({ name: z.string(), size: z.number(), taken: z.array(z.number()) }),
);
const wordSchema = z.object({ by: z.string(), at: instant, because: z.string() });
export const voidedSchema = wordSchema.nullable();
export const extensionsSchema = z.array(wordSchema.extend({ from: z.number(), to: z.number() }));
export const resultsSchema = z.record(z.string(), z.enum(TEST_RESULTS));

/** What was decided before the draw. */
export type SampleDefinition = z.infer<typeof definitionSchema>;

export interface StoredSample {
  readonly id: string;
  readonly seq: number;
  /** Draw so many of this population for this control. */
  readonly draw: number;
  readonly control: string;
  readonly population: {
    readonly id: string;
    readonly title: string;
    readonly rows: number;
    readonly digest: string;
  };
  readonly definition: SampleDefinition;
  readonly sizes: readonly number[];
  readonly parts: z.infer<typeof partsSchema>;
  readonly extensions: z.infer<typeof extensionsSchema>;
  readonly voided: z.infer<typeof voidedSchema>;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export interface StoredItem extends DrawnItem {
  readonly number: number;
  /** The row in canonical JSON. */
  readonly text: string;
  readonly results: Readonly<Record<string, TestResult>>;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly tester: string | null;
  readonly testedOn: string | null;
  readonly revision: number;
}

/** An item's results in the order of the sample's attributes; what nobody recorded is not tested. */
export function resultsOf(
  sample: Pick<StoredSample, 'definition'>,
  item: Pick<StoredItem, 'results'>,
): readonly TestResult[] {
  return sample.definition.attributes.map(({ letter }) => item.results[letter] ?? 'not_tested');
}
