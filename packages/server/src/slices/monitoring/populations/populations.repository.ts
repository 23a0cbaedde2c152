// Reads and writes of populations. What is frozen is never written again but for who takes its place.
import { POPULATION_KINDS, type Instant, type PopulationKind } from '@assay/core';
import { sql, type Selectable } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { codeOf, seqOf, type PopulationRecord } from './population.ts';
import type { PopulationsTable } from './populations.tables.ts';
import { storedDay, storedMapping, storedProvenance, storedReading, storedWarnings } from './stored.ts';

export async function listPopulations(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly before?: number | undefined;
    readonly limit: number;
    readonly kind?: string | undefined;
    readonly state?: string | undefined;
    readonly control?: string | undefined;
  },
): Promise<readonly PopulationRecord[]> {
  let query = tx
    .selectFrom('populations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq', 'desc')
    .limit(wanted.limit);
  if (wanted.before !== undefined) query = query.where('seq', '<', wanted.before);
  if (wanted.kind !== undefined) query = query.where('kind', '=', wanted.kind);
  if (wanted.state !== undefined) query = query.where('state', '=', wanted.state);
  if (wanted.control !== undefined) query = query.where(sql<boolean>`${wanted.control} = any (controls)`);
  return (await query.execute()).map(recordOf);
}

/** A population by its code; `lock` keeps everybody else from changing it until the transaction ends. */
export async function findPopulation(
  tx: Tx,
  scope: OrgScope,
  code: string,
  lock = false,
): Promise<PopulationRecord | undefined> {
  const seq = seqOf(code);
  if (seq === undefined) return undefined;
  const query = tx
    .selectFrom('populations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('seq', '=', seq);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && recordOf(row);
}

/** What was read from any of the artefacts. */
export async function populationsOver(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from populations where org_id = ${scope.org} and artefact = any(${[...artefacts]}::text[])
    union select population from population_reconciliations where org_id = ${scope.org} and artefact = any(${[...artefacts]}::text[])
    order by 1`.execute(tx);
  return rows.map(({ seq }) => `population ${codeOf(seq)}`);
}

/** Frozen and, at the instant, not superseded. */
export async function standingPopulations(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<readonly PopulationRecord[]> {
  let query = tx
    .selectFrom('populations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('state', '=', 'frozen')
    .orderBy('seq');
  query =
    at === undefined
      ? query.where('superseded_by', 'is', null)
      : query
          .where('frozen_at', '<=', at)
          .where((or) => or.or([or('superseded_at', 'is', null), or('superseded_at', '>', at)]));
  return (await query.execute()).map(recordOf);
}

type Draft = Omit<
  PopulationRecord,
  'code' | 'state' | 'warnings' | 'digest' | 'frozenBy' | 'frozenAt' | 'supersedes' | 'supersededBy'
>;

export async function insertDraft(tx: Tx, scope: OrgScope, draft: Draft): Promise<void> {
  await tx
    .insertInto('populations')
    .values({
      org_id: scope.org,
      seq: draft.seq,
      state: 'draft',
      ...columnsOf(draft),
      artefact: draft.artefact,
      filename: draft.filename,
      warnings: null,
      digest: null,
      made_by: draft.madeBy,
      created_at: draft.createdAt,
      frozen_by: null,
      frozen_at: null,
      supersedes: null,
      superseded_by: null,
      superseded_at: null,
    })
    .execute();
}

export async function updateDraft(tx: Tx, scope: OrgScope, draft: Draft): Promise<void> {
  await tx
    .updateTable('populations')
    .set(columnsOf(draft))
    .where('org_id', '=', scope.org)
    .where('seq', '=', draft.seq)
    .where('state', '=', 'draft')
    .execute();
}

export async function deleteDraft(tx: Tx, scope: OrgScope, seq: number): Promise<void> {
  await tx
    .deleteFrom('populations')
    .where('org_id', '=', scope.org)
    .where('seq', '=', seq)
    .where('state', '=', 'draft')
    .execute();
}

export async function freezeDraft(
  tx: Tx,
  scope: OrgScope,
  frozen: {
    readonly seq: number;
    readonly digest: string;
    readonly warnings: NonNullable<PopulationRecord['warnings']>;
    readonly at: Instant;
    readonly supersedes: number | null;
  },
): Promise<void> {
  await tx
    .updateTable('populations')
    .set({
      state: 'frozen',
      digest: frozen.digest,
      warnings: JSON.stringify(frozen.warnings),
      frozen_by: scope.principal.name,
      frozen_at: frozen.at,
      supersedes: frozen.supersedes,
    })
    .where('org_id', '=', scope.org)
    .where('seq', '=', frozen.seq)
    .where('state', '=', 'draft')
    .execute();
  if (frozen.supersedes !== null)
    await tx
      .updateTable('populations')
      .set({ superseded_by: frozen.seq, superseded_at: frozen.at })
      .where('org_id', '=', scope.org)
      .where('seq', '=', frozen.supersedes)
      .execute();
}

function columnsOf(draft: Draft) {
  return {
    kind: draft.kind,
    title: draft.title,
    scope: draft.scope,
    controls: [...draft.controls],
    reading: JSON.stringify(draft.reading),
    mapping: JSON.stringify(draft.mapping),
    provenance: JSON.stringify(draft.provenance),
    rows: draft.rows,
    first_day: draft.first,
    last_day: draft.last,
  };
}

function recordOf(row: Selectable<PopulationsTable>): PopulationRecord {
  return {
    seq: row.seq,
    code: codeOf(row.seq),
    state: row.state === 'frozen' ? 'frozen' : 'draft',
    kind: kindOf(row.kind),
    title: row.title,
    scope: row.scope,
    controls: row.controls,
    artefact: row.artefact,
    filename: row.filename,
    reading: storedReading.parse(row.reading),
    mapping: storedMapping.parse(row.mapping),
    provenance: storedProvenance.parse(row.provenance),
    warnings: storedWarnings.parse(row.warnings),
    rows: row.rows,
    first: storedDay.nullable().parse(row.first_day),
    last: storedDay.nullable().parse(row.last_day),
    digest: row.digest,
    madeBy: row.made_by,
    createdAt: row.created_at,
    frozenBy: row.frozen_by,
    frozenAt: row.frozen_at,
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
  };
}

function kindOf(text: string): PopulationKind {
  const kind = POPULATION_KINDS.find((each) => each === text);
  if (!kind) throw new Error(`stored kind of population is unknown: ${text}`);
  return kind;
}
