// The whole register with the method by which it reads.
import { dateOfInstant, type Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Asked } from './risks.presenter.ts';
import { findMethods, listRisks, type RiskRecord } from './risks.repository.ts';

export async function registerOn(
  tx: Tx,
  scope: OrgScope,
  { now, at }: { readonly now: Instant; readonly at?: Instant | undefined },
): Promise<{ readonly records: readonly RiskRecord[]; readonly around: Asked }> {
  return {
    records: await listRisks(tx, scope, { at }),
    around: { method: await findMethods(tx, scope, at), today: dateOfInstant(at ?? now) },
  };
}
