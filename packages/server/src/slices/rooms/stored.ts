// Records of rooms as they are stored. `kind`, `thing` and `by` are the ledger's own words and name nothing here.
import { roomFileOut, roomShown } from '@assay/contract';
import {
  AUDIENCES,
  parseInstant,
  parsePlainDate,
  READ_KINDS,
  RELEASE_KINDS,
  ROOM_KINDS,
  type Instant,
  type PlainDate,
  type Room,
} from '@assay/core';
import { z } from 'zod';

const day = z.string().transform((text): PlainDate => {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`a stored room holds a day that is none: ${text}`);
  return found;
});
const instant = z.string().transform((text): Instant => {
  const found = parseInstant(text);
  if (!found) throw new Error(`a stored room holds a time that is none: ${text}`);
  return found;
});
const because = z.object({ by: z.string(), at: instant, because: z.string() });

export const roomDocument = z.object({
  title: z.string(),
  engagement: z.enum(ROOM_KINDS),
  framework: z.string(),
  firm: z.string(),
  systems: z.string(),
  from: day,
  until: day,
  controls: z.array(z.string()),
  ends_on: day,
  ended: because.nullable(),
});
export type RoomDocument = z.infer<typeof roomDocument>;

export const releaseDocument = z.object({
  room: z.string(),
  of: z.object({ kind: z.enum(RELEASE_KINDS), id: z.string() }),
  title: z.string(),
  bears: z.object({
    controls: z.array(z.string()),
    from: day,
    until: day.nullable(),
    framework: z.string().nullable(),
  }),
  shown: roomShown,
  digest: z.string(),
  file: roomFileOut.nullable(),
  released_by: z.string(),
  released_at: instant,
  withdrawn: because.nullable(),
});
export type ReleaseDocument = z.infer<typeof releaseDocument>;

export const commentDocument = z.object({
  room: z.string(),
  release: z.string().nullable(),
  audience: z.enum(AUDIENCES),
  side: z.enum(['organisation', 'auditor']),
  text: z.string(),
  author: z.string(),
  at: instant,
});

export const readDocument = z.object({
  room: z.string(),
  what: z.enum(READ_KINDS),
  release: z.string().nullable(),
  title: z.string(),
  person: z.string(),
  reader: z.string(),
  at: instant,
});

/** Whom one invited by which address, and why a free one was accepted. */
export const invitedDocument = z.object({
  room: z.string(),
  email: z.string(),
  because: z.string().nullable(),
});

/** A stored room as core asks for it. */
export function roomOf({ framework, from, until, controls, ends_on, ended }: RoomDocument): Room {
  return { framework, period: { from, until }, controls, endsOn: ends_on, ended: ended !== null };
}
