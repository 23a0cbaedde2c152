// Reads and writes of imports: what was read, what it would change, its problems, how it ended.
import {
  groupBy,
  EVIDENCE_KINDS,
  OBSERVATION_STATUSES,
  parseId,
  parseInstant,
  type Id,
  type Instant,
} from '@assay/core';
import type { Problem } from '@assay/sources';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

const counts = z
  .object(Object.fromEntries(OBSERVATION_STATUSES.map((status) => [status, z.number()])))
  .transform((value) => ({
    pass: value['pass'] ?? 0,
    fail: value['fail'] ?? 0,
    error: value['error'] ?? 0,
    not_applicable: value['not_applicable'] ?? 0,
    unknown: value['unknown'] ?? 0,
  }));

const instantText = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: 'not an instant' });
  return z.NEVER;
});

const summarySchema = z.strictObject({
  reader: z.string(),
  readerVersion: z.number(),
  readerTitle: z.string(),
  tool: z.string().nullable(),
  toolVersion: z.string().nullable(),
  scope: z.string().nullable(),
  ranAt: z.string().nullable(),
  observations: counts,
  total: z.number(),
  change: z.strictObject({
    new: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    // Imports from before whole lists replaced each other say nothing of it: nothing was gone.
    gone: z.number().default(0),
  }),
  populationRows: z.number(),
  problems: z.strictObject({ fatal: z.number(), error: z.number(), warning: z.number() }),
  digest: z.string(),
  lastObserved: z.string().nullable(),
});
const optionsSchema = z.strictObject({
  method: z.enum(['scanner', 'api', 'ci', 'upload', 'attestation']),
  controls: z.array(z.string()),
  performedAt: z.string().nullable(),
  covers: z.object({ from: z.string(), until: z.string() }).nullable(),
  partial: z.boolean(),
  freshnessDays: z.number().optional(),
  title: z.string().optional(),
  kind: z.enum(EVIDENCE_KINDS).optional(),
  columns: z.unknown().optional(),
});

const readingSchema = z.object({
  token: z.string(),
  beganAt: instantText,
  heardAt: instantText,
  read: z.number(),
  total: z.number(),
  rows: z.number(),
});

/** How far a reading is, whose it is, and when it was last heard of. Bytes as they lie on the disk. */
export type ReadingState = z.infer<typeof readingSchema>;
export type ImportSummary = z.infer<typeof summarySchema>;
export type ImportOptions = z.infer<typeof optionsSchema>;
export const IMPORT_STATES = ['reading', 'interrupted', 'pending', 'committed', 'undone', 'refused'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportRecord {
  readonly id: Id<'import'>;
  readonly state: ImportState;
  readonly artefact: string;
  readonly size: number;
  readonly filename: string;
  readonly options: ImportOptions;
  readonly summary: ImportSummary;
  readonly madeBy: string;
  readonly createdAt: Instant;
  readonly committedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly evidence: string | null;
  /** Present while it is read, and after that was cut off. */
  readonly reading: ReadingState | null;
  /** Whose whole list it is and when that was so; null where it is none. */
  readonly run: { readonly key: string; readonly at: Instant } | null;
}

export async function findImport(
  tx: Tx,
  scope: OrgScope,
  id: string,
  lock = false,
): Promise<ImportRecord | undefined> {
  const query = selection(tx, scope).where('import_id', '=', id);
  const row = await (lock ? query.forUpdate(['imports']) : query).executeTakeFirst();
  return row && recordOf(row);
}

/** The standing import of the same bytes by the same reader, if there is one. */
export async function sameImport(
  tx: Tx,
  scope: OrgScope,
  record: ImportRecord,
): Promise<ImportRecord | undefined> {
  return (await sameImports(tx, scope, [record])).get(record.id);
}

export async function listImports(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly before?: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly ImportRecord[]> {
  let query = selection(tx, scope).orderBy('import_id', 'desc').limit(wanted.limit);
  if (wanted.before) query = query.where('import_id', '<', wanted.before.id);
  return (await query.execute()).map(recordOf);
}

/** Imports that were committed once, undone ones too; `record` is undefined when the row cannot be read. */
export async function committedImports(
  tx: Tx,
  scope: OrgScope,
): Promise<
  readonly { readonly id: string; readonly filename: string; readonly record: ImportRecord | undefined }[]
> {
  const rows = await selection(tx, scope)
    .where('committed_at', 'is not', null)
    .orderBy('import_id')
    .execute();
  return rows.map((row) => ({ id: row.import_id, filename: row.filename, record: readable(row) }));
}

function readable(row: Row): ImportRecord | undefined {
  try {
    return recordOf(row);
  } catch {
    return undefined;
  }
}

export async function problemsOf(
  tx: Tx,
  scope: OrgScope,
  id: Id<'import'>,
  wanted: { readonly after: number; readonly limit: number },
): Promise<readonly (Problem & { readonly seq: number })[]> {
  const rows = await tx
    .selectFrom('import_problems')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('import_id', '=', id)
    .where('seq', '>', wanted.after)
    .orderBy('seq')
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    code: row.code,
    level: levelOf(row.level),
    message: row.message,
    position: row.position,
    remedy: row.remedy,
  }));
}

/** Problems of an import as they are stored, in order; each as one text to compare. */
export async function storedProblems(tx: Tx, scope: OrgScope, id: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('import_problems')
    .select(['code', 'level', 'message', 'position', 'remedy'])
    .where('org_id', '=', scope.org)
    .where('import_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.stringify([row.code, row.level, row.message, row.position, row.remedy]));
}

/** The first problems of several imports, in one question; by import. */
export async function firstProblems(
  tx: Tx,
  scope: OrgScope,
  wanted: { readonly imports: readonly string[]; readonly each: number },
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const rows = await tx
    .selectFrom('import_problems')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('import_id', '=', sql<string>`any(${[...wanted.imports]}::text[])`)
    .where('seq', '<', wanted.each)
    .orderBy('import_id')
    .orderBy('seq')
    .execute();
  return new Map(
    [...groupBy(rows, (row) => row.import_id)].map(([id, own]) => [
      id,
      own.map(({ code, level, message, position, remedy }) => ({
        code,
        level: levelOf(level),
        message,
        position,
        remedy,
      })),
    ]),
  );
}

/** Standing imports of the same bytes with the same content, for those that wait; by the waiting import. */
export async function sameImports(
  tx: Tx,
  scope: OrgScope,
  waiting: readonly ImportRecord[],
): Promise<ReadonlyMap<string, ImportRecord>> {
  if (waiting.length === 0) return new Map();
  const rows = await selection(tx, scope)
    .where('artefact', '=', sql<string>`any(${waiting.map((each) => each.artefact)}::text[])`)
    .where('imports.state', '=', 'committed')
    .orderBy('created_at', 'desc')
    .execute();
  const standing = rows.map(recordOf);
  return new Map(
    waiting.flatMap((held): [string, ImportRecord][] => {
      const newest = standing.find((each) => each.artefact === held.artefact && each.id !== held.id);
      return newest?.summary.digest === held.summary.digest ? [[held.id, newest]] : [];
    }),
  );
}

/** Dry runs that have waited since before an instant. */
export async function waitingSince(tx: Tx, scope: OrgScope, before: Instant): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('imports')
    .select('import_id')
    .where('org_id', '=', scope.org)
    .where('state', '=', 'pending')
    .where('created_at', '<', before)
    .execute();
  return rows.map((row) => row.import_id);
}

export async function moveImport(
  tx: Tx,
  scope: OrgScope,
  id: Id<'import'>,
  to:
    | { readonly state: 'committed'; readonly at: Instant; readonly evidence: string }
    | { readonly state: 'undone'; readonly at: Instant },
): Promise<void> {
  const change =
    to.state === 'committed'
      ? { state: to.state, committed_at: to.at, evidence_id: to.evidence }
      : { state: to.state, undone_at: to.at };
  await tx
    .updateTable('imports')
    .set(change)
    .where('org_id', '=', scope.org)
    .where('import_id', '=', id)
    .execute();
}

/** Says which system an import looked at, once: false where something said so before. */
export async function nameSystem(
  tx: Tx,
  scope: OrgScope,
  named: { readonly id: Id<'import'>; readonly system: string; readonly now: Instant },
): Promise<boolean> {
  const done = await tx
    .updateTable('imports')
    .set({ system: named.system, system_since: named.now })
    .where('org_id', '=', scope.org)
    .where('import_id', '=', named.id)
    .where('system', 'is', null)
    .returning('import_id')
    .execute();
  return done.length > 0;
}

export function selection(tx: Tx, scope: OrgScope) {
  return tx
    .selectFrom('imports')
    .innerJoin('artefacts', (on) =>
      on.onRef('artefacts.org_id', '=', 'imports.org_id').onRef('artefacts.sha256', '=', 'imports.artefact'),
    )
    .select([
      'import_id',
      'state',
      'artefact',
      'artefacts.size',
      'imports.filename',
      'options',
      'summary',
      'made_by',
      'created_at',
      'committed_at',
      'undone_at',
      'evidence_id',
      'run_key',
      'run_at',
      'reading',
    ])
    .where('imports.org_id', '=', scope.org);
}

type Row = Awaited<ReturnType<ReturnType<typeof selection>['executeTakeFirstOrThrow']>>;

const UNREAD: ImportSummary = {
  reader: 'none',
  readerVersion: 0,
  readerTitle: 'Not read',
  tool: null,
  toolVersion: null,
  scope: null,
  ranAt: null,
  observations: { pass: 0, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
  total: 0,
  change: { new: 0, changed: 0, unchanged: 0, gone: 0 },
  populationRows: 0,
  problems: { fatal: 0, error: 0, warning: 0 },
  digest: '',
  lastObserved: null,
};

export function recordOf(row: Row): ImportRecord {
  const id = parseId('import', row.import_id);
  if (id === undefined) throw new Error(`stored import id is malformed: ${row.import_id}`);
  const summary = summarySchema.safeParse(row.summary);
  return {
    id,
    state: stateOf(row.state),
    artefact: row.artefact,
    size: row.size,
    filename: row.filename,
    options: optionsSchema.parse(row.options),
    summary: summary.success ? summary.data : UNREAD,
    madeBy: row.made_by,
    createdAt: row.created_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
    evidence: row.evidence_id,
    reading: row.reading === null ? null : readingSchema.parse(row.reading),
    run: row.run_key === null || row.run_at === null ? null : { key: row.run_key, at: row.run_at },
  };
}

function stateOf(text: string): ImportState {
  return IMPORT_STATES.find((each) => each === text) ?? 'refused';
}

function levelOf(text: string): Problem['level'] {
  return text === 'fatal' || text === 'error' ? text : 'warning';
}
