// Reads and writes of answers and of figures that somebody knows better: one row a version, the whole record in it.
import type { Instant, JsonValue } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import { versionAfter } from '../../platform/postgres/nextVersion.ts';
import { knownAt } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';

const KINDS = ['answers', 'figure'] as const;
export type AdvisorKind = (typeof KINDS)[number];

export interface AdvisorThing {
  readonly kind: AdvisorKind;
  readonly thing: string;
}

export interface AdvisorRecord extends AdvisorThing {
  readonly document: unknown;
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

const kindSchema = z.enum(KINDS);
const json = z.record(z.string(), z.json());

export async function listAdvisor(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly AdvisorRecord[]> {
  const rows = await tx
    .selectFrom('advisor_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('known_from')
    .orderBy('thing')
    .execute();
  return rows.map((row) => ({
    kind: kindSchema.parse(row.kind),
    thing: row.thing,
    document: row.document,
    revision: row.revision,
    by: row.changed_by,
    since: row.known_from,
  }));
}

/** Writes the next version; the caller holds the turn in which the one before was read. */
export async function writeAdvisor(
  tx: Tx,
  scope: OrgScope,
  next: AdvisorThing & { readonly document: Readonly<Record<string, JsonValue>> },
  now: Instant,
): Promise<number> {
  const { kind, thing, document } = next;
  const version = await versionAfter(tx, scope, { table: 'advisor_versions', key: { kind, thing }, now });
  await tx
    .insertInto('advisor_versions')
    .values({ ...version, kind, thing, document: JSON.stringify(document) })
    .execute();
  return version.revision;
}

/** All versions in the words of the ledger's payloads. */
export async function advisorVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('advisor_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('kind')
    .orderBy('thing')
    .orderBy('revision')
    .execute();
  return rows.map(({ kind, thing, document, revision, known_from: from, known_until: until }) => ({
    thing: `${kind} ${thing}`,
    document: { ...json.parse(document), kind, thing, revision },
    from,
    until,
  }));
}
