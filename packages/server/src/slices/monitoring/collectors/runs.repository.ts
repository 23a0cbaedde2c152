// Reads and writes of runs: what was reported, what it brought, who vouched for it.
import { groupBy, RUN_ERRORS, type CollectorRun, type Id, type Instant } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { sha256Hex } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

const vouchedSchema = z.object({ by: z.string(), because: z.string() });

export interface StoredRun extends CollectorRun {
  readonly collector: string;
  /** Id that whoever ran it gave. */
  readonly key: string;
  readonly requestHash: string;
  readonly startedAt: Instant;
  readonly recordedAt: Instant;
  readonly message: string | null;
  readonly imports: readonly string[];
  readonly madeBy: string;
  readonly vouch: { readonly by: string; readonly because: string; readonly at: Instant } | null;
}

export type FreshRun = Pick<
  StoredRun,
  | 'collector'
  | 'key'
  | 'requestHash'
  | 'startedAt'
  | 'endedAt'
  | 'rows'
  | 'partial'
  | 'error'
  | 'message'
  | 'formats'
  | 'checks'
  | 'imports'
> & { readonly id: Id<'run'>; readonly recordedAt: Instant };

export async function insertRun(tx: Tx, scope: OrgScope, run: FreshRun): Promise<void> {
  const checks = [...new Set(run.checks)].sort();
  const digest = sha256Hex(checks.join('\n'));
  await tx
    .insertInto('collector_checks')
    .values({ org_id: scope.org, digest, checks })
    .onConflict((on) => on.doNothing())
    .execute();
  await tx
    .insertInto('collector_runs')
    .values({
      org_id: scope.org,
      run_id: run.id,
      collector: run.collector,
      run_key: run.key,
      request_hash: run.requestHash,
      started_at: run.startedAt,
      ended_at: run.endedAt,
      recorded_at: run.recordedAt,
      rows: run.rows,
      partial: run.partial,
      error: run.error ?? null,
      message: run.message,
      formats: [...run.formats],
      checks_digest: digest,
      made_by: scope.principal.name,
      vouched: null,
      vouched_at: null,
    })
    .execute();
  if (run.imports.length > 0)
    await tx
      .insertInto('collector_run_imports')
      .values(run.imports.map((import_id) => ({ org_id: scope.org, run_id: run.id, import_id })))
      .execute();
}

interface Wanted {
  readonly collector?: string | undefined;
  readonly at?: Instant | undefined;
  /** One run alone: by its id, or by the id that its reporter gave. */
  readonly id?: string | undefined;
  readonly key?: string | undefined;
}

/** Runs in order of their end, as they were known at an instant; by collector. */
export async function listRuns(
  tx: Tx,
  scope: OrgScope,
  wanted: Wanted,
): Promise<ReadonlyMap<string, readonly StoredRun[]>> {
  const { at } = wanted;
  let query = tx
    .selectFrom('collector_runs')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('ended_at')
    .orderBy('run_id');
  if (wanted.collector !== undefined) query = query.where('collector', '=', wanted.collector);
  if (at !== undefined) query = query.where('recorded_at', '<=', at);
  if (wanted.id !== undefined) query = query.where('run_id', '=', wanted.id);
  if (wanted.key !== undefined) query = query.where('run_key', '=', wanted.key);
  const rows = await query.execute();
  if (rows.length === 0) return new Map();
  const imports = await importsOf(tx, scope, wanted);
  const checks = await checkSets(tx, scope, new Set(rows.map((row) => row.checks_digest)));
  const runs = rows.map((row): StoredRun => {
    const brought = imports.get(row.run_id) ?? [];
    const vouched = vouchedSchema.safeParse(row.vouched);
    const isKnown = row.vouched_at !== null && (at === undefined || row.vouched_at <= at);
    return {
      id: row.run_id,
      collector: row.collector,
      key: row.run_key,
      requestHash: row.request_hash,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      recordedAt: row.recorded_at,
      rows: row.rows,
      partial: row.partial,
      error: row.error === null ? undefined : (RUN_ERRORS.find((each) => each === row.error) ?? 'other'),
      message: row.message,
      formats: row.formats,
      checks: checks.get(row.checks_digest) ?? [],
      undone: brought.some((each) => each.undone),
      imports: brought.map((each) => each.id),
      madeBy: row.made_by,
      vouched: vouched.success && isKnown,
      vouch:
        vouched.success && isKnown && row.vouched_at !== null
          ? { ...vouched.data, at: row.vouched_at }
          : null,
    };
  });
  return groupBy(runs, (run) => run.collector);
}

/** The run that was reported under an id of its reporter. */
export async function findRun(
  tx: Tx,
  scope: OrgScope,
  of: { readonly collector: string } & ({ readonly key: string } | { readonly id: string }),
): Promise<StoredRun | undefined> {
  return (await listRuns(tx, scope, of)).get(of.collector)?.[0];
}

export async function vouchForRun(
  tx: Tx,
  scope: OrgScope,
  vouch: { readonly run: string; readonly because: string; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable('collector_runs')
    .set({
      vouched: JSON.stringify({ by: scope.principal.name, because: vouch.because }),
      vouched_at: vouch.now,
    })
    .where('org_id', '=', scope.org)
    .where('run_id', '=', vouch.run)
    .execute();
}

/** Imports of runs, and whether each was taken back by then. */
async function importsOf(
  tx: Tx,
  scope: OrgScope,
  wanted: Wanted,
): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly undone: boolean }[]>> {
  const { rows } = await sql<{ run_id: string; import_id: string; undone_at: Instant | null }>`
    select b.run_id, b.import_id, i.undone_at from collector_run_imports b
    join collector_runs r on r.org_id = b.org_id and r.run_id = b.run_id
    join imports i on i.org_id = b.org_id and i.import_id = b.import_id
    where b.org_id = ${scope.org} and (${wanted.collector ?? null}::text is null or r.collector = ${wanted.collector ?? null})
      and (${wanted.id ?? null}::text is null or r.run_id = ${wanted.id ?? null}) and (${wanted.key ?? null}::text is null or r.run_key = ${wanted.key ?? null})
    order by b.import_id`.execute(tx);
  const brought = rows.map((row) => ({
    run: row.run_id,
    id: row.import_id,
    undone: row.undone_at !== null && (wanted.at === undefined || row.undone_at <= wanted.at),
  }));
  return groupBy(brought, (each) => each.run);
}

async function checkSets(
  tx: Tx,
  scope: OrgScope,
  digests: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('collector_checks')
    .select(['digest', 'checks'])
    .where('org_id', '=', scope.org)
    .where('digest', 'in', [...digests])
    .execute();
  return new Map(rows.map((row) => [row.digest, row.checks]));
}
