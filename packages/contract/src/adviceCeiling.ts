// A way under a ceiling: what is done oneself, bought less of or cut, and at which risk.
import { ADVICE_OPTIONS, MEASURE_KINDS } from '@assay/core';
import { z } from 'zod';
import { rangeOut } from './planFields.ts';

const measureOut = z
  .strictObject({
    id: z.string(),
    kind: z.enum(MEASURE_KINDS),
    title: z.string(),
    saves: z.number().describe('of the first year in the middle course, once those before it are taken'),
    own_days: z.number().describe('more work of own people, person-days'),
    risk: z.int().describe('1: hardly any; 5: the credential itself is at stake'),
    risk_is: z.string(),
    at_the_audit: z.string().describe('what it costs there'),
    source: z.string(),
  })
  .meta({ id: 'BudgetMeasure' });
const fitOut = z.strictObject({ fits: z.boolean(), by: z.number().describe('what is left, or missing') });

/** A way under a ceiling. */
export const ceilingOut = z
  .strictObject({
    sentence: z.string(),
    option: z.enum(ADVICE_OPTIONS),
    title: z.string(),
    currency: z.string(),
    ceiling: z.number().nullable().describe('null: none was named'),
    before: rangeOut.describe('money that leaves in the first year'),
    after: rangeOut.describe('with the measures that are taken'),
    middle: fitOut.nullable().describe('the course that half stay below'),
    nine_of_ten: fitOut.nullable(),
    taken: z
      .array(measureOut)
      .describe('in the order in which they are taken: most saving for each step of risk'),
    left: z.array(measureOut).describe('what would save more'),
    never: z
      .array(
        z.strictObject({ id: z.string(), title: z.string(), at_the_audit: z.string(), source: z.string() }),
      )
      .describe('what looks like saving and is paid for at the audit'),
  })
  .meta({ id: 'AdviceCeiling' });
