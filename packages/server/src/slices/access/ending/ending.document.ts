// What is stored of an organisation's end, as one record of access.
import { parseId, parsePlainDate, type Ending } from '@assay/core';
import { z } from 'zod';

const date = z.string().transform((text, context) => {
  const found = parsePlainDate(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'a stored day is malformed' });
  return z.NEVER;
});
const person = z.string().refine((text) => parseId('principal', text) !== undefined);

const endingDocument = z.object({
  state: z.enum(['asked', 'taken_back']),
  asked_by: person,
  asked_by_name: z.string(),
  asked_at: z.string(),
  delay_days: z.int(),
  ends_on: date,
  seen_on: date,
  seen_days: z.int(),
});
export type EndingDocument = z.infer<typeof endingDocument>;

export function readEnding(stored: unknown): EndingDocument {
  return endingDocument.parse(stored);
}

/** As core judges it. */
export function judgedEnding({ ends_on, seen_on, seen_days }: EndingDocument): Ending {
  return { endsOn: ends_on, seenOn: seen_on, seenDays: seen_days };
}
