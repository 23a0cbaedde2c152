// Entries in the ledger: since every write leaves one, also the version of all that is known.
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { readHead } from './ledger.repository.ts';

export async function ledgerSize(tx: Tx, scope: OrgScope): Promise<number> {
  return (await readHead(tx, scope, false)).size;
}
