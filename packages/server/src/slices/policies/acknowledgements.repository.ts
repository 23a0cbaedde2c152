// Reads and writes of acknowledgements: who confirmed which version; nothing of it ever changes.
import { personKey, type Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface Acknowledgement {
  readonly code: string;
  readonly version: number;
  readonly person: string;
  /** Where it is proved, when somebody else recorded it. */
  readonly proof: string | undefined;
}

export async function listAcknowledgements(tx: Tx, scope: OrgScope): Promise<readonly Acknowledgement[]> {
  const rows = await tx
    .selectFrom('policy_acknowledgements')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('confirmed_at')
    .orderBy('person_key')
    .execute();
  return rows.map((row) => ({
    code: row.policy_code,
    version: row.version,
    person: row.person,
    proof: row.proof ?? undefined,
  }));
}

/** Notes that a person confirmed a version; false when they had done so before. */
export async function addAcknowledgement(
  tx: Tx,
  scope: OrgScope,
  said: Acknowledgement,
  now: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('policy_acknowledgements')
    .values({
      org_id: scope.org,
      policy_code: said.code,
      version: said.version,
      person_key: personKey(said.person),
      person: said.person,
      proof: said.proof ?? null,
      recorded_by: scope.principal.name,
      confirmed_at: now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
}
