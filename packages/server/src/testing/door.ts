// Where a test file asks for the migrated database of its run.
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { DatabasePlace } from '../platform/postgres/database.ts';

/** Names the variable that holds the door's path. */
export const DOOR = 'ASSAY_TEST_DOOR';

/** A place as one process tells it another. */
export const placeSchema = z.union([
  z.strictObject({
    kind: z.literal('embedded'),
    socket: z.string(),
    database: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('external'), url: z.string() }),
]);

/** The database to copy; undefined outside a run of tests. */
export async function templateOfRun(): Promise<DatabasePlace | undefined> {
  const path = process.env[DOOR];
  if (path === undefined) return undefined;
  return placeSchema.parse(JSON.parse(await text(createConnection(path))));
}
