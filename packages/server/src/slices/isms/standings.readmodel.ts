// Records of the management system as they stand on a day, each with the version that is in force.
import { revisionsInForce, type PlainDate, type RecordStanding } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { ismsVersions } from './isms.repository.ts';

export async function recordStandings(
  tx: Tx,
  scope: OrgScope,
  today: PlainDate,
): Promise<readonly RecordStanding[]> {
  const all = (await ismsVersions(tx, scope, {})).map((each) => ({
    ...each,
    approved: each.approval !== undefined,
  }));
  const inForce = revisionsInForce(all, today);
  return all
    .filter(({ until }) => until === null)
    .map(({ id, revision, record, approved }) => ({
      id,
      revision,
      record,
      approved,
      inForce: inForce.get(id) ?? null,
    }));
}
