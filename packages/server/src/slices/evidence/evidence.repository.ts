// Reads and writes of evidence records: one row that never changes, and versions of what people say of it.
import {
  COLLECTION_METHODS,
  EVIDENCE_KINDS,
  parseId,
  type CollectionMethod,
  type ControlCode,
  type EvidenceFact,
  type EvidenceKind,
  type EvidenceTimes,
  type Id,
  type Instant,
  type PlainDate,
  type Review,
} from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { ArtefactRecord } from './artefacts.repository.ts';
import {
  erasureSchema,
  holdSchema,
  reviewSchema,
  timesOf,
  type Erasure,
  type Hold,
} from './evidence.words.ts';

export interface EvidenceRecord {
  readonly id: Id<'evidence'>;
  readonly code: string;
  readonly seq: number;
  readonly importId: string | null;
  readonly collectedBy: string;
  readonly method: CollectionMethod;
  readonly source: string;
  readonly revision: number;
  readonly artefact: {
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
    readonly filename: string;
    readonly revision: number;
  };
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly controls: readonly ControlCode[];
  readonly times: EvidenceTimes;
  /** Days that it stays fresh by its own rule; null where each control's holds. */
  readonly freshnessDays: number | null;
  readonly review: Review;
  readonly withdrawn: boolean;
  readonly hold: Hold | null;
  readonly erased: Erasure | null;
  readonly note: string;
  readonly changedBy: string;
  readonly knownFrom: Instant;
}

const EVERYTHING = [
  'evidence.evidence_id',
  'evidence.seq',
  'evidence.import_id',
  'collected_by',
  'method',
  'source',
  'received_at',
  'revision',
  'artefact',
  'artefact_revision',
  'title',
  'kind',
  'controls',
  'performed_at',
  'covers_from',
  'covers_until',
  'captured_at',
  'freshness_days',
  'review',
  'withdrawn',
  'hold',
  'erased',
  'note',
  'changed_by',
  'known_from',
  'artefacts.size',
  'artefacts.media_type',
  'artefacts.filename',
] as const;

/** A present record by id or human id (`E-12`). */
export async function findEvidence(
  tx: Tx,
  scope: OrgScope,
  name: string,
  lock = false,
): Promise<EvidenceRecord | undefined> {
  const number = /^E-(\d{1,9})$/i.exec(name)?.[1];
  const base = selectVersions(tx, scope).where(knownAt(undefined));
  const query =
    number === undefined
      ? base.where('evidence.evidence_id', '=', name)
      : base.where('evidence.seq', '=', Number(number));
  const row = await (lock ? query.forUpdate(['evidence_versions']) : query).executeTakeFirst();
  return row && recordOf(row);
}

export interface EvidenceFilter {
  readonly control?: string | undefined;
  readonly review?: string | undefined;
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly unlinked?: boolean | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A page of present records, newest first. */
export async function listEvidence(
  tx: Tx,
  scope: OrgScope,
  filter: EvidenceFilter,
): Promise<readonly EvidenceRecord[]> {
  let query = selectVersions(tx, scope)
    .where(knownAt(undefined))
    .where('withdrawn', '=', false)
    .orderBy('evidence.seq', 'desc')
    .limit(filter.limit);
  if (filter.control !== undefined)
    query = query.where(sql<boolean>`controls @> array[${filter.control}]::text[]`);
  if (filter.review !== undefined) query = query.where(sql<boolean>`review->>'state' = ${filter.review}`);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.unlinked === true) query = query.where(sql<boolean>`cardinality(controls) = 0`);
  if (filter.before !== undefined) query = query.where('evidence.seq', '<', filter.before);
  if (filter.q !== undefined && filter.q !== '')
    query = query.where(
      sql<boolean>`(title ilike ${like(filter.q)} or filename ilike ${like(filter.q)} or source ilike ${like(filter.q)} or 'E-' || evidence.seq ilike ${like(filter.q)})`,
    );
  return (await query.execute()).map(recordOf);
}

export async function countEvidence(tx: Tx, scope: OrgScope): Promise<number> {
  const row = await tx
    .selectFrom('evidence_versions')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('org_id', '=', scope.org)
    .where(knownAt(undefined))
    .where('withdrawn', '=', false)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Every version of a record, oldest first. */
export async function versionsOf(
  tx: Tx,
  scope: OrgScope,
  id: Id<'evidence'>,
): Promise<readonly EvidenceRecord[]> {
  return (
    await selectVersions(tx, scope).where('evidence.evidence_id', '=', id).orderBy('revision').execute()
  ).map(recordOf);
}

/** What the system is called that a piece of evidence shows for a control; undefined: it speaks for all. */
export type SystemOf = (
  of: { readonly evidence: string; readonly importId: string | null },
  control: ControlCode,
) => string | undefined;

/** What posture needs: one fact for each link of a standing record to a control. */
export async function evidenceFacts(
  tx: Tx,
  scope: OrgScope,
  { at, systemOf }: { readonly at?: Instant | undefined; readonly systemOf?: SystemOf | undefined } = {},
): Promise<readonly EvidenceFact[]> {
  const rows = await sql<{
    evidence_id: string;
    seq: number;
    import_id: string | null;
    controls: string[];
    performed_at: PlainDate;
    covers_from: PlainDate | null;
    covers_until: PlainDate | null;
    captured_at: Instant | null;
    received_at: Instant;
    freshness_days: number | null;
    review: Review['state'];
  }>`
    select e.evidence_id, e.seq, e.import_id, v.controls, v.performed_at, v.covers_from, v.covers_until, v.captured_at, e.received_at, v.freshness_days, v.review->>'state' as review
    from evidence_versions v join evidence e on e.org_id = v.org_id and e.evidence_id = v.evidence_id
    join artefacts a on a.org_id = v.org_id and a.sha256 = v.artefact and coalesce(a.erased_at > ${at ?? null}, a.erased_at is null)
    where v.org_id = ${scope.org} and not v.withdrawn and cardinality(v.controls) > 0 and ${knownAt(at)}`.execute(
    tx,
  );
  return rows.rows.flatMap((row) => {
    const shared = {
      evidence: idOf(row.evidence_id),
      code: `E-${row.seq}`,
      times: timesOf(row),
      review: row.review,
      ...(row.freshness_days === null ? {} : { freshnessDays: row.freshness_days }),
    };
    const of = { evidence: row.evidence_id, importId: row.import_id };
    return row.controls.map((control) => {
      const system = systemOf?.(of, control);
      return system === undefined ? { ...shared, control } : { ...shared, control, system };
    });
  });
}

export type NewEvidence = Pick<
  EvidenceRecord,
  | 'id'
  | 'seq'
  | 'importId'
  | 'collectedBy'
  | 'method'
  | 'source'
  | 'title'
  | 'kind'
  | 'controls'
  | 'times'
  | 'freshnessDays'
  | 'note'
> & { readonly artefact: string };

/** Writes new records with their first versions, many in one statement. */
export async function insertEvidence(tx: Tx, scope: OrgScope, fresh: readonly NewEvidence[]): Promise<void> {
  await tx
    .insertInto('evidence')
    .values(
      fresh.map((each) => ({
        org_id: scope.org,
        evidence_id: each.id,
        seq: each.seq,
        import_id: each.importId,
        collected_by: each.collectedBy,
        method: each.method,
        source: each.source,
        received_at: each.times.receivedAt,
      })),
    )
    .execute();
  await insertVersions(tx, scope, fresh.map(firstVersion));
}

function firstVersion(fresh: NewEvidence): Version {
  return {
    ...fresh,
    artefactRevision: 1,
    revision: 1,
    review: { state: 'pending' },
    withdrawn: false,
    hold: null,
    erased: null,
    changedBy: fresh.collectedBy,
    knownFrom: fresh.times.receivedAt,
  };
}

/** A new record as reading it back would give it. */
export function recordOfNew(fresh: NewEvidence, artefact: ArtefactRecord): EvidenceRecord {
  const { artefactRevision, ...version } = firstVersion(fresh);
  return {
    ...fresh,
    ...version,
    code: `E-${fresh.seq}`,
    artefact: { ...artefact, revision: artefactRevision },
  };
}

export interface Version extends Pick<
  EvidenceRecord,
  | 'id'
  | 'revision'
  | 'title'
  | 'kind'
  | 'controls'
  | 'times'
  | 'freshnessDays'
  | 'review'
  | 'withdrawn'
  | 'hold'
  | 'erased'
  | 'note'
  | 'changedBy'
  | 'knownFrom'
> {
  readonly artefact: string;
  readonly artefactRevision: number;
}

/** Closes the present version and writes the next. The caller holds the row's lock. */
export async function nextVersion(tx: Tx, scope: OrgScope, version: Version): Promise<void> {
  await tx
    .updateTable('evidence_versions')
    .set({ known_until: version.knownFrom })
    .where('org_id', '=', scope.org)
    .where('evidence_id', '=', version.id)
    .where('known_until', 'is', null)
    .execute();
  await insertVersions(tx, scope, [version]);
}

async function insertVersions(tx: Tx, scope: OrgScope, versions: readonly Version[]): Promise<void> {
  await tx
    .insertInto('evidence_versions')
    .values(
      versions.map((version) => ({
        org_id: scope.org,
        evidence_id: version.id,
        revision: version.revision,
        artefact: version.artefact,
        artefact_revision: version.artefactRevision,
        title: version.title,
        kind: version.kind,
        controls: [...version.controls],
        performed_at: version.times.performedAt,
        covers_from: version.times.covers?.from ?? null,
        covers_until: version.times.covers?.until ?? null,
        captured_at: version.times.capturedAt ?? null,
        freshness_days: version.freshnessDays,
        review: JSON.stringify(version.review),
        withdrawn: version.withdrawn,
        hold: version.hold && JSON.stringify(version.hold),
        erased: version.erased && JSON.stringify(version.erased),
        note: version.note,
        changed_by: version.changedBy,
        known_from: version.knownFrom,
        known_until: null,
      })),
    )
    .execute();
}

export function selectVersions(tx: Tx, scope: OrgScope) {
  return tx
    .selectFrom('evidence')
    .innerJoin('evidence_versions', (on) =>
      on
        .onRef('evidence_versions.org_id', '=', 'evidence.org_id')
        .onRef('evidence_versions.evidence_id', '=', 'evidence.evidence_id'),
    )
    .innerJoin('artefacts', (on) =>
      on
        .onRef('artefacts.org_id', '=', 'evidence.org_id')
        .onRef('artefacts.sha256', '=', 'evidence_versions.artefact'),
    )
    .select(EVERYTHING)
    .where('evidence.org_id', '=', scope.org);
}

export type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

export function recordOf(row: VersionRow): EvidenceRecord {
  return {
    id: idOf(row.evidence_id),
    code: `E-${row.seq}`,
    seq: row.seq,
    importId: row.import_id,
    collectedBy: row.collected_by,
    method: COLLECTION_METHODS.find((each) => each === row.method) ?? 'upload',
    source: row.source,
    revision: row.revision,
    artefact: {
      sha256: row.artefact,
      size: row.size,
      mediaType: row.media_type,
      filename: row.filename,
      revision: row.artefact_revision,
    },
    title: row.title,
    kind: EVIDENCE_KINDS.find((each) => each === row.kind) ?? 'other',
    controls: row.controls,
    times: timesOf(row),
    freshnessDays: row.freshness_days,
    review: reviewSchema.parse(row.review),
    withdrawn: row.withdrawn,
    hold: holdSchema.nullable().parse(row.hold),
    erased: erasureSchema.nullable().parse(row.erased),
    note: row.note,
    changedBy: row.changed_by,
    knownFrom: row.known_from,
  };
}

function idOf(text: string): Id<'evidence'> {
  const id = parseId('evidence', text);
  if (id === undefined) throw new Error(`stored evidence id is malformed: ${text}`);
  return id;
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
