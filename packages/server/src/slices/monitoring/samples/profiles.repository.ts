// Reads and writes of the sizes that an organisation named itself, version by version.
import type { Instant, JsonValue, SizeProfile } from '@assay/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { nextVersion } from '../windows/versions.repository.ts';
import type { SampleProfileVersionsTable } from './samples.tables.ts';
import { ruleSchema } from './stored.ts';

export interface OwnProfile extends SizeProfile {
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

/** Profiles that stand, by name. */
export async function listProfiles(tx: Tx, scope: OrgScope): Promise<readonly OwnProfile[]> {
  const rows = await tx
    .selectFrom('sample_profile_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('known_until', 'is', null)
    .where('deleted', '=', false)
    .orderBy('name')
    .execute();
  return rows.map((row) => profileOf(row));
}

/** The profile of this name; held until the transaction ends where it is to be changed. */
export async function findProfile(
  tx: Tx,
  scope: OrgScope,
  name: string,
  lock = false,
): Promise<OwnProfile | undefined> {
  const query = tx
    .selectFrom('sample_profile_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('name', '=', name)
    .where('known_until', 'is', null)
    .where('deleted', '=', false);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && profileOf(row);
}

/** Writes the next version; one that says `deleted` is its last until somebody makes it again. */
export async function writeProfile(
  tx: Tx,
  scope: OrgScope,
  next: { readonly profile: SizeProfile; readonly deleted: boolean; readonly now: Instant },
): Promise<OwnProfile> {
  const { name, title, rule, source } = next.profile;
  const version = await nextVersion(tx, scope, {
    table: 'sample_profile_versions',
    key: { name },
    now: next.now,
  });
  await tx
    .insertInto('sample_profile_versions')
    .values({ ...version, name, title, rule: JSON.stringify(rule), source, deleted: next.deleted })
    .execute();
  return {
    name,
    title,
    rule,
    source,
    revision: version.revision,
    by: version.changed_by,
    since: version.known_from,
  };
}

/** A version in the words of the ledger. */
export function documentOf(
  { name, title, rule, source, revision }: Omit<OwnProfile, 'by' | 'since'>,
  deleted: boolean,
): Readonly<Record<string, JsonValue>> {
  return { name, revision, title, rule: json.parse(rule), source, deleted };
}

/** All versions of all of them, for the comparison with the ledger. */
export async function profileRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('sample_profile_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map(({ name, revision, title, rule, source, deleted, ...row }) => ({
    thing: name,
    // What was rewritten may hold anything; only its being JSON is sure.
    document: { name, revision, title, rule: json.parse(rule), source, deleted },
    from: row.known_from,
    until: row.known_until,
  }));
}

const json = z.json();

function profileOf(row: Selectable<SampleProfileVersionsTable>): OwnProfile {
  const { name, title, source, revision } = row;
  const rule = ruleSchema.parse(row.rule);
  return { name, title, rule, source, revision, by: row.changed_by, since: row.known_from };
}
