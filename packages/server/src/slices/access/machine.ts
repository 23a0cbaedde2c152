// Jobs act for an organisation in a scope that is minted as a person's is, and hold the one permission that they name.
import { lent, makeId, resolve, type Permission, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { directoryOf } from './access.repository.ts';
import { wholly } from './held.ts';
import { byItself } from './origin.ts';
import { authorize, type Directed, type OrgScope, type Principal } from './scope.ts';

/** Nobody signs in as the machine; its name stands in the ledger beside what jobs did. */
const MACHINE: Principal = { id: makeId('principal', 0, new Uint8Array(10)), name: 'Assay, on schedule' };

/** Organisations that jobs are done for. */
export function employers(db: Database): Promise<readonly Directed[]> {
  return db.inIdentity((tx) => directoryOf(tx));
}

export function jobScope(
  organisation: Directed,
  { name, permission }: { readonly name: string; readonly permission: Permission },
): Result<OrgScope, Refusal> {
  return authorize(
    { principal: MACHINE, origin: byItself('job', name) },
    { ...organisation, held: lent(resolve([wholly('owner')], []), [permission]) },
    { permission },
  );
}
