// Numbers that nobody knows exactly, as the advice and the plan answer them: what one, five and nine of ten courses stay below.
import { CREDENTIAL_NEEDS } from '@assay/core';
import { z } from 'zod';
import { dateOut } from './kernel/fields.ts';

export const rangeOut = z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }).meta({
  id: 'Range',
  description: 'What one, five and nine of ten courses stay below.',
});

export const dayRangeOut = z
  .strictObject({ p10: dateOut, p50: dateOut, p90: dateOut })
  .meta({ id: 'DayRange', description: 'Days by which one, five and nine of ten courses are there.' });

export const threePointOut = z
  .strictObject({ min: z.number(), mode: z.number(), max: z.number() })
  .meta({ id: 'ThreePoint', description: 'Least, most likely and most; drawn beta-PERT.' });

export const shareOut = z.number().describe('between 0 and 1');

const number = z.number().min(-1e12).max(1e12);

/** A figure's value: one number, three of which nobody knows the right one, or what it is for ten people and for a thousand. */
export const figureValue = z.union([
  number,
  z.strictObject({ min: number, mode: number.describe('most likely'), max: number }),
  z.strictObject({ at10: number.describe('for 10 people'), at1000: number.describe('for 1,000') }),
]);
export type FigureValueSaid = z.output<typeof figureValue>;

/** A day on which a deal can be signed on, or a clause is met. */
export const promiseOut = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['deal', 'contract', 'tender']),
    needs: z.enum(CREDENTIAL_NEEDS),
    due: dateOut,
    amount: z.number().nullable().describe('null for a clause'),
    currency: z.string().nullable(),
    ready: dayRangeOut.nullable().describe('the day on which it can be signed on; null: never this way'),
    chance: shareOut.describe('of being in time'),
    verdict: z
      .enum(['sure', 'likely', 'unlikely', 'never'])
      .describe('sure: nine of ten courses are in time; likely: at least half'),
    late_days: z.int().nullable().describe('in the middle course; 0 in time, null: never'),
    sentence: z.string(),
  })
  .meta({ id: 'DatedPromise' });
