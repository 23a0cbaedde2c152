// Which ledger stands: since every write leaves an entry, also the version of all that is known.
import { toHex } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { readHead } from './append.repository.ts';

/** How many entries the ledger has. It only grows. */
export async function ledgerSize(tx: Tx, scope: OrgScope): Promise<number> {
  return (await readHead(tx, scope, false)).size;
}

/** Size and root: what a rolled-back transaction had read is never taken for what stands. */
export async function ledgerVersion(tx: Tx, scope: OrgScope): Promise<string> {
  const head = await readHead(tx, scope, false);
  return `${head.size}/${toHex(head.root)}`;
}
