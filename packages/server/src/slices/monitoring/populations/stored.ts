// What the columns of JSON hold, checked when they come back.
import {
  DAY_WRITERS,
  parseInstant,
  parsePlainDate,
  POPULATION_WARNINGS,
  ROW_FAULTS,
  type Instant,
  type PlainDate,
} from '@assay/core';
import { z } from 'zod';

const instant = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at) return at;
  context.addIssue({ code: 'custom', message: 'no instant' });
  return z.NEVER;
});
export const storedDay = z.string().transform((text, context): PlainDate => {
  const day = parsePlainDate(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});

export const storedMapping = z.object({
  key: z.string().nullable(),
  day: z.string().nullable(),
  done: z.string().nullable(),
  fields: z.array(z.string()),
});

export const storedReading = z.object({
  reader: z.string(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  problems: z.object({
    fatal: z.number(),
    error: z.number(),
    warning: z.number(),
    first: z.array(
      z.object({
        code: z.string(),
        level: z.enum(['fatal', 'error', 'warning']),
        message: z.string(),
        position: z.string(),
        remedy: z.string(),
      }),
    ),
  }),
  faults: z.array(z.object({ fault: z.enum(ROW_FAULTS), rows: z.number(), first: z.string() })),
});

export const storedProvenance = z.object({
  source: z.string().nullable(),
  environment: z.string().nullable(),
  query: z.string().nullable(),
  filters: z.string().nullable(),
  range: z.object({ from: storedDay, until: storedDay }).nullable(),
  generator: z.string().nullable(),
  generatedAt: instant.nullable(),
  everyPage: z.boolean().nullable(),
  daysWrittenBy: z.enum(DAY_WRITERS).nullable(),
});

export const storedWarnings = z
  .array(z.object({ code: z.enum(POPULATION_WARNINGS), count: z.number(), examples: z.array(z.string()) }))
  .nullable();

export const storedReconciliation = z.object({
  here: z.number(),
  there: z.number(),
  matched: z.number(),
  onlyHere: z.array(z.string()),
  onlyThere: z.array(z.string()),
  otherDay: z.array(z.object({ key: z.string(), here: storedDay, there: storedDay })),
});
