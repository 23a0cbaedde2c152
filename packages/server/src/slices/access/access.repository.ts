// Reads and writes of organisations: the directory, settings, human numbers.
import type { Id, Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import { startOfNext } from '../../platform/postgres/versions.ts';
import { idOf } from './identified.ts';
import type { Directed, OrgScope } from './scope.ts';
import { readSettings, type Settings } from './settings.ts';

export async function enterDirectory(
  tx: Tx,
  entry: {
    readonly org: Id<'organisation'>;
    readonly slug: string;
    readonly name: string;
    readonly demo: boolean;
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('directory')
    .values({ slug: entry.slug, org_id: entry.org, name: entry.name, demo: entry.demo })
    .onConflict((on) => on.column('slug').doNothing())
    .returning('slug')
    .executeTakeFirst();
  if (!added) return false;
  return true;
}

/** Every organisation of this server, without anybody's rights in it. */
export async function directoryOf(tx: Tx): Promise<readonly Directed[]> {
  const rows = await tx.selectFrom('directory').selectAll().orderBy('org_id').execute();
  return rows.map(({ org_id, slug, name, demo }) => ({
    org: idOf('organisation', org_id),
    slug,
    name,
    demo,
  }));
}

export async function leaveDirectory(tx: Tx, org: Id<'organisation'>): Promise<void> {
  await tx.deleteFrom('directory').where('org_id', '=', org).execute();
}

export async function renameInDirectory(tx: Tx, org: Id<'organisation'>, name: string): Promise<void> {
  await tx.updateTable('directory').set({ name }).where('org_id', '=', org).execute();
}

export interface OrganisationRecord {
  readonly demo: boolean;
  readonly createdAt: Instant;
  readonly revision: number;
  readonly settings: Settings;
}

export async function findOrganisation(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<OrganisationRecord | undefined> {
  let query = tx
    .selectFrom('organisations')
    .innerJoin('organisation_versions', 'organisation_versions.org_id', 'organisations.org_id')
    .select(['demo', 'created_at', 'revision', 'settings'])
    .where('organisations.org_id', '=', scope.org);
  query =
    at === undefined
      ? query.where('known_until', 'is', null)
      : query
          .where('known_from', '<=', at)
          .where((or) => or.or([or('known_until', 'is', null), or('known_until', '>', at)]));
  const row = await query.executeTakeFirst();
  return (
    row && {
      demo: row.demo,
      createdAt: row.created_at,
      revision: row.revision,
      settings: readSettings(row.settings),
    }
  );
}

export async function insertOrganisation(
  tx: Tx,
  scope: OrgScope,
  record: { readonly demo: boolean; readonly settings: Settings; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({ org_id: scope.org, slug: scope.slug, demo: record.demo, created_at: record.now })
    .execute();
  await tx
    .insertInto('organisation_versions')
    .values({
      org_id: scope.org,
      revision: 1,
      settings: JSON.stringify(record.settings),
      known_from: record.now,
      known_until: null,
    })
    .execute();
}

/** Writes the next version of the settings; false when somebody was faster. */
export async function changeSettings(
  tx: Tx,
  scope: OrgScope,
  change: { readonly revision: number; readonly settings: Settings; readonly now: Instant },
): Promise<boolean> {
  const held = await tx
    .selectFrom('organisation_versions')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('revision', '=', change.revision)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return false;
  const from = startOfNext(held.known_from, change.now);
  await tx
    .updateTable('organisation_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('revision', '=', change.revision)
    .execute();
  await tx
    .insertInto('organisation_versions')
    .values({
      org_id: scope.org,
      revision: change.revision + 1,
      settings: JSON.stringify(change.settings),
      known_from: from,
      known_until: null,
    })
    .execute();
  return true;
}

/** Takes the next `count` human numbers of a kind and answers the first; the row's lock keeps them without holes. */
export async function nextNumber(tx: Tx, scope: OrgScope, kind: string, count = 1): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ org_id: scope.org, kind, value: count })
    .onConflict((on) =>
      on.columns(['org_id', 'kind']).doUpdateSet((set) => ({ value: set('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value - count + 1;
}
