// Fields that many schemas share: dates, instants, human ids, pages.
import {
  COLLECTION_METHODS,
  parseInstant,
  parsePlainDate,
  type Instant,
  type PlainDate,
  type RequirementRef,
} from '@assay/core';
import { z } from 'zod';

export const dateField = z
  .string()
  .transform((text, context): PlainDate => {
    const date = parsePlainDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', message: 'expected a day such as 2026-06-01' });
    return z.NEVER;
  })
  .meta({ format: 'date' });

export const instantField = z
  .string()
  .transform((text, context): Instant => {
    const instant = parseInstant(text);
    if (instant) return instant;
    context.addIssue({ code: 'custom', message: 'expected an instant such as 2026-06-01T09:00:00Z' });
    return z.NEVER;
  })
  .meta({ format: 'date-time' });

export const shaField = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
  .meta({ description: 'SHA-256, lower-case hexadecimal' });
export const slugField = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, 1 to 40');
export const controlCodeField = z.string().regex(/^C-\d{2,4}$/, 'expected a control id such as C-07');
export const refField = z
  .templateLiteral([z.string(), '/', z.string()])
  .refine(
    (ref): ref is RequirementRef => ref.indexOf('/') > 0,
    'expected framework/requirement such as soc2:2017/CC6.1',
  );
export const methodField = z.enum(COLLECTION_METHODS);
export const periodField = z
  .strictObject({
    from: dateField,
    until: dateField.describe('first day that no longer belongs to the period'),
  })
  .refine((period) => period.from < period.until, 'the period ends before it begins');

/** Days that evidence stays fresh by a rule of its own; ten years at most. */
export const freshnessField = z.int().min(1).max(3650);

export const emailField = z
  .email('expected an e-mail address')
  .max(254)
  .transform((text) => text.toLowerCase());

export const orgParams = z.strictObject({ org: slugField.describe('organisation') });

/** Query of every list: opaque cursor and page size. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
};

/** One page of a list. */
export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item),
    next_cursor: z.string().nullable(),
    has_more: z.boolean(),
    total: z.int().optional(),
  });
}

/** A day in an answer. */
export const dateOut = z.string().meta({ format: 'date' });
/** An instant in an answer, UTC with milliseconds. */
export const instantOut = z.string().meta({ format: 'date-time' });
/** A number of a whole, never a bare percentage. */
export const fractionOut = z.strictObject({ numerator: z.number(), denominator: z.number() });
