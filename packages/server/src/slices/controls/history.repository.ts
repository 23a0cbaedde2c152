// Reads all versions of controls, of their states and of their mappings.
import { z } from 'zod';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

const fields = z.record(z.string(), z.json());

export async function controlVersions(tx: Tx, scope: OrgScope, own: boolean): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('control_versions')
    .select(['code', 'definition', 'known_from', 'known_until'])
    .where('org_id', '=', scope.org)
    .where('own', '=', own)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: row.code,
    document: { ...fields.parse(row.definition), code: row.code },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function stateVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('control_states')
    .select(['code', 'state', 'known_from', 'known_until'])
    .where('org_id', '=', scope.org)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: row.code,
    document: { ...fields.parse(row.state), code: row.code },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function mappingVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('mapping_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: `${row.code} to ${row.requirement}`,
    document: {
      control: row.code,
      to: row.requirement,
      relation: row.relation,
      strength: row.strength,
      rationale: row.rationale,
      source: row.source,
      reviewer: row.reviewer,
    },
    from: row.known_from,
    until: row.known_until,
  }));
}
