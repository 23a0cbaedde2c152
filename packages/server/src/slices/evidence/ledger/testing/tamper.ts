// Changing the store behind the server's back, and asking it what it finds.
import { Client } from 'pg';
import { z } from 'zod';
import { ownerConnection } from '../../../../platform/postgres/database.ts';
import { OWNER, send, type House } from '../../../../testing/house.ts';
import type { OrgScope } from '../../../access/access.module.ts';

const verified = z.object({
  ok: z.boolean(),
  faults: z.array(z.object({ item: z.string(), fault: z.string() })),
});

/** Runs a statement as the owner of the tables, who is above every policy but row level security; rows that it met. */
export async function tamperWith(house: House, scope: OrgScope, statement: string): Promise<number> {
  const client = new Client(ownerConnection(house.place));
  await client.connect();
  try {
    await client.query("select set_config('assay.org_id', $1, false)", [scope.org]);
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

export async function verification(house: House, scope: OrgScope, held?: string) {
  const response = await send(house, 'POST', `/v1/orgs/${scope.slug}/ledger/verify`, {
    headers: OWNER,
    body: { rebuild: true, ...(held === undefined ? {} : { held_checkpoint: held }) },
  });
  return verified.parse(await response.json());
}
