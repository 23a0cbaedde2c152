// Reads and writes of the audit programme and its versions: an organisation has one.
import { programmeRecord } from '@assay/contract';
import type { AuditProgramme, Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import { startOfNext } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface ProgrammeVersion {
  readonly revision: number;
  readonly programme: AuditProgramme;
  readonly by: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** All versions, the first first. */
export async function programmeVersions(tx: Tx, scope: OrgScope): Promise<readonly ProgrammeVersion[]> {
  const rows = await tx
    .selectFrom('audit_programmes')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    programme: programmeRecord.parse(row.programme),
    by: row.changed_by,
    from: row.known_from,
    until: row.known_until,
  }));
}

/** The programme as it stands. */
export async function findProgramme(tx: Tx, scope: OrgScope): Promise<ProgrammeVersion | undefined> {
  return (await programmeVersions(tx, scope)).at(-1);
}

export async function writeProgramme(
  tx: Tx,
  scope: OrgScope,
  next: { readonly programme: AuditProgramme; readonly held: ProgrammeVersion | undefined },
  now: Instant,
): Promise<ProgrammeVersion> {
  const from = startOfNext(next.held?.from, now);
  const revision = (next.held?.revision ?? 0) + 1;
  const by = scope.principal.name;
  await tx
    .updateTable('audit_programmes')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('known_until', 'is', null)
    .execute();
  await tx
    .insertInto('audit_programmes')
    .values({
      org_id: scope.org,
      revision,
      changed_by: by,
      known_from: from,
      known_until: null,
      programme: JSON.stringify(next.programme),
    })
    .execute();
  return { revision, programme: next.programme, by, from, until: null };
}
