// What an organisation has left behind: tables that still hold a row of it.
import type { Id } from '@assay/core';
import { TENANT_TABLES } from '../slices/access/erase.repository.ts';
import type { House } from './house.ts';

export function leavings(house: House, org: Id<'organisation'>): Promise<readonly string[]> {
  return house.deps.db.inOrganisation(org, async (tx) => {
    const left: string[] = [];
    for (const table of TENANT_TABLES) {
      const row = await tx.selectFrom(table).select('org_id').where('org_id', '=', org).executeTakeFirst();
      if (row) left.push(table);
    }
    return left;
  });
}
