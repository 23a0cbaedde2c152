// Reads and writes of collectors: what they promise, as versions.
import {
  COLLECTOR_KINDS,
  COLLECTOR_LISTS,
  groupBy,
  isNonEmpty,
  type Collector,
  type CollectorKind,
  type Instant,
} from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import { startOfNext } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';

const instant = z.custom<Instant>((value) => typeof value === 'string');
const definitionSchema = z.object({
  title: z.string(),
  covers: z.object({ all: z.boolean(), controls: z.array(z.string()), checks: z.array(z.string()) }),
  scope: z.string().nullable(),
  everyHours: z.number(),
  tolerance: z.number(),
  lists: z.enum(COLLECTOR_LISTS),
  formats: z.array(z.string()),
  reads: z.object({ path: z.string() }).nullable(),
  retiredAt: instant.nullable(),
});

/** What a collector is and promises from one version to the next. */
export type CollectorDefinition = z.infer<typeof definitionSchema>;

export interface StoredCollector {
  readonly name: string;
  readonly kind: CollectorKind;
  readonly revision: number;
  /** As it stands at the instant that was asked about. */
  readonly definition: CollectorDefinition;
  readonly knownFrom: Instant;
  /** All promises so far, as core judges by them. */
  readonly life: Collector;
  /** What it was pointed at from when on; neighbours differ. */
  readonly scopes: readonly { readonly from: Instant; readonly scope: string | undefined }[];
}

/** Collectors in order of their names, as they were known at an instant; now where none is given. */
export async function listCollectors(
  tx: Tx,
  scope: OrgScope,
  wanted: { readonly at?: Instant | undefined; readonly name?: string | undefined } = {},
): Promise<readonly StoredCollector[]> {
  let query = tx
    .selectFrom('collectors')
    .innerJoin('collector_versions', (on) =>
      on
        .onRef('collector_versions.org_id', '=', 'collectors.org_id')
        .onRef('collector_versions.name', '=', 'collectors.name'),
    )
    .select(['collectors.name', 'kind', 'started_at', 'revision', 'definition', 'known_from'])
    .where('collectors.org_id', '=', scope.org)
    .orderBy('collectors.name')
    .orderBy('revision');
  if (wanted.at !== undefined) query = query.where('known_from', '<=', wanted.at);
  if (wanted.name !== undefined) query = query.where('collectors.name', '=', wanted.name);
  const rows = await query.execute();
  return [...groupBy(rows, (row) => row.name).values()].flatMap((versions) => {
    const read = versions.map((row) => ({ ...row, definition: definitionSchema.parse(row.definition) }));
    const last = read.at(-1);
    const promises = read.map(({ known_from, definition }) => ({ from: known_from, ...definition }));
    if (!last || !isNonEmpty(promises)) return [];
    return {
      name: last.name,
      kind: COLLECTOR_KINDS.find((kind) => kind === last.kind) ?? 'person',
      revision: last.revision,
      definition: last.definition,
      knownFrom: last.known_from,
      life: {
        startedAt: last.started_at,
        retiredAt: last.definition.retiredAt ?? undefined,
        promises,
      },
      scopes: promises
        .filter(({ scope: named }, i) => i === 0 || named !== promises[i - 1]?.scope)
        .map(({ from, scope: named }) => ({ from, scope: named ?? undefined })),
    };
  });
}

async function findCollector(
  tx: Tx,
  scope: OrgScope,
  name: string,
  at?: Instant,
): Promise<StoredCollector | undefined> {
  return (await listCollectors(tx, scope, { name, at }))[0];
}

/** Finds a collector and holds it: its changes and runs come one after the other. */
export async function holdCollector(
  tx: Tx,
  scope: OrgScope,
  name: string,
): Promise<StoredCollector | undefined> {
  await tx
    .selectFrom('collectors')
    .select('name')
    .where('org_id', '=', scope.org)
    .where('name', '=', name)
    .forUpdate()
    .execute();
  return findCollector(tx, scope, name);
}

/** Writes a new collector; false when its name is taken. */
export async function insertCollector(
  tx: Tx,
  scope: OrgScope,
  fresh: {
    readonly name: string;
    readonly kind: CollectorKind;
    readonly startedAt: Instant;
    readonly definition: CollectorDefinition;
    readonly now: Instant;
  },
): Promise<boolean> {
  const taken = await tx
    .insertInto('collectors')
    .values({
      org_id: scope.org,
      name: fresh.name,
      kind: fresh.kind,
      started_at: fresh.startedAt,
      created_at: fresh.now,
    })
    .onConflict((on) => on.doNothing())
    .returning('name')
    .execute();
  if (taken.length === 0) return false;
  await insertVersion(tx, scope, { ...fresh, revision: 1, from: fresh.now });
  return true;
}

/** Ends the present version and begins the next; the caller holds the collector. */
export async function changeCollector(
  tx: Tx,
  scope: OrgScope,
  change: {
    readonly held: StoredCollector;
    readonly definition: CollectorDefinition;
    readonly now: Instant;
  },
): Promise<void> {
  const { held } = change;
  const from = startOfNext(held.knownFrom, change.now);
  await tx
    .updateTable('collector_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('name', '=', held.name)
    .where('revision', '=', held.revision)
    .execute();
  await insertVersion(tx, scope, {
    name: held.name,
    definition: change.definition,
    revision: held.revision + 1,
    from,
  });
}

/** All versions of all collectors, those of one from the first to the last. */
export async function collectorVersions(tx: Tx, scope: OrgScope) {
  const rows = await tx
    .selectFrom('collector_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('name')
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    definition: definitionSchema.parse(row.definition),
    from: row.known_from,
    until: row.known_until,
  }));
}

async function insertVersion(
  tx: Tx,
  scope: OrgScope,
  version: {
    readonly name: string;
    readonly revision: number;
    readonly definition: CollectorDefinition;
    readonly from: Instant;
  },
): Promise<void> {
  await tx
    .insertInto('collector_versions')
    .values({
      org_id: scope.org,
      name: version.name,
      revision: version.revision,
      definition: JSON.stringify(version.definition),
      changed_by: scope.principal.name,
      known_from: version.from,
      known_until: null,
    })
    .execute();
}
