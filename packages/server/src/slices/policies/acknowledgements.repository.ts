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
  readonly recordedBy: string;
  readonly at: Instant;
}

/** Of all policies, or of the one of a code. */
export async function listAcknowledgements(
  tx: Tx,
  scope: OrgScope,
  code: string | undefined,
): Promise<readonly Acknowledgement[]> {
  let query = tx
    .selectFrom('policy_acknowledgements')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('confirmed_at')
    .orderBy('person_key');
  if (code !== undefined) query = query.where('policy_code', '=', code);
  const rows = await query.execute();
  return rows.map((row) => ({
    code: row.policy_code,
    version: row.version,
    person: row.person,
    proof: row.proof ?? undefined,
    recordedBy: row.recorded_by,
    at: row.confirmed_at,
  }));
}

/** Notes that people confirmed a version; the names of those who had not done so before. */
export async function addAcknowledgements(
  tx: Tx,
  scope: OrgScope,
  said: readonly Omit<Acknowledgement, 'recordedBy' | 'at'>[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const added = await tx
    .insertInto('policy_acknowledgements')
    .values(
      said.map((each) => ({
        org_id: scope.org,
        policy_code: each.code,
        version: each.version,
        person_key: personKey(each.person),
        person: each.person,
        proof: each.proof ?? null,
        recorded_by: scope.principal.name,
        confirmed_at: now,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('person')
    .execute();
  return new Set(added.map(({ person }) => person));
}
