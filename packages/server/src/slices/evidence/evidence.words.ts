// What people say of a record, as it is kept in a version: a review, a legal hold, an erasure.
import type { EvidenceTimes, Instant, PlainDate } from '@assay/core';
import { z } from 'zod';

const instant = z.custom<Instant>((value) => typeof value === 'string');
export const reviewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('accepted'), by: z.string(), at: instant, note: z.string().exactOptional() }),
  z.object({ state: z.literal('rejected'), by: z.string(), at: instant, reason: z.string() }),
]);

/** A legal hold: the bytes must not be erased. */
export const holdSchema = z.object({ reason: z.string(), by: z.string(), at: instant });
export type Hold = Readonly<z.infer<typeof holdSchema>>;

/** Why the key of the bytes was destroyed, and of which bytes. */
export const erasureSchema = holdSchema.extend({ basis: z.string(), artefacts: z.array(z.string()) });
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;

/** The four times of a record as its row has them. */
export function timesOf(row: {
  readonly performed_at: PlainDate;
  readonly covers_from: PlainDate | null;
  readonly covers_until: PlainDate | null;
  readonly captured_at: Instant | null;
  readonly received_at: Instant;
}): EvidenceTimes {
  return {
    performedAt: row.performed_at,
    receivedAt: row.received_at,
    ...(row.covers_from && row.covers_until
      ? { covers: { from: row.covers_from, until: row.covers_until } }
      : {}),
    ...(row.captured_at ? { capturedAt: row.captured_at } : {}),
  };
}
