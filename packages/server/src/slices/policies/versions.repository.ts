// Reads and writes of policy versions: what stands of each version, and how its next revision is written.
import { OWNER_ROLES, parseInstant, type Instant, type OwnerRole } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';

export type PolicyFile = z.infer<typeof fileSchema>;

export interface PolicyText {
  readonly title: string;
  readonly owner: OwnerRole;
  readonly template: string | undefined;
  readonly reviewMonths: number;
  readonly answers: readonly string[];
  readonly controls: readonly string[];
  readonly text: string;
  /** What it was brought as; undefined for what was written here. */
  readonly file: PolicyFile | undefined;
  readonly variables: Readonly<Record<string, string>>;
}

export interface PolicyRecord extends PolicyText {
  readonly code: string;
  readonly version: number;
  readonly revision: number;
  readonly approval: z.infer<typeof approvalSchema> | undefined;
  readonly publication: z.infer<typeof publicationSchema> | undefined;
  readonly retirement: z.infer<typeof retirementSchema> | undefined;
  readonly changedBy: string;
  readonly since: Instant;
}

/** What is written: a revision gets its number, its author and its time from the writing. */
export type PolicyDraft = Omit<PolicyRecord, 'revision' | 'changedBy' | 'since'>;

const instant = z.string().transform((text): Instant => {
  const found = parseInstant(text);
  if (!found) throw new Error(`a stored policy holds a time that is none: ${text}`);
  return found;
});
const approvalSchema = z.object({
  by: z.string(),
  role: z.enum(OWNER_ROLES),
  at: instant,
  recordedBy: z.string(),
});
const publicationSchema = z.object({ at: instant, people: z.array(z.string()) });
const retirementSchema = z.object({ by: z.string(), at: instant, because: z.string() });
const fileSchema = z.object({
  sha256: z.string(),
  filename: z.string(),
  size: z.number(),
  media_type: z.string(),
});
const variablesSchema = z.record(z.string(), z.string());

/** Every version as it stands, of one policy or of all, in order of code and version. */
export async function listVersions(tx: Tx, scope: OrgScope, code?: string): Promise<readonly PolicyRecord[]> {
  const rows = await tx
    .selectFrom('policy_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(undefined))
    .$if(code !== undefined, (query) => query.where('policy_code', '=', code ?? ''))
    .orderBy('policy_code')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    code: row.policy_code,
    version: row.version,
    revision: row.revision,
    title: row.title,
    owner: ownerOf(row.owner),
    template: row.template ?? undefined,
    reviewMonths: row.review_months,
    answers: row.answers,
    controls: row.controls,
    text: row.body,
    variables: variablesSchema.parse(row.variables),
    approval: row.approval === null ? undefined : approvalSchema.parse(row.approval),
    publication: row.publication === null ? undefined : publicationSchema.parse(row.publication),
    file: row.file === null ? undefined : fileSchema.parse(row.file),
    retirement: row.retirement === null ? undefined : retirementSchema.parse(row.retirement),
    changedBy: row.changed_by,
    since: row.known_from,
  }));
}

/** Writes the next revision of a version; the one that stands is closed at the same instant. */
export async function writeVersion(
  tx: Tx,
  scope: OrgScope,
  next: PolicyDraft,
  now: Instant,
): Promise<PolicyRecord> {
  const held = await tx
    .selectFrom('policy_versions')
    .select(['revision', 'known_from'])
    .where('org_id', '=', scope.org)
    .where('policy_code', '=', next.code)
    .where('version', '=', next.version)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const since = startOfNext(held?.known_from, now);
  await tx
    .updateTable('policy_versions')
    .set({ known_until: since })
    .where('org_id', '=', scope.org)
    .where('policy_code', '=', next.code)
    .where('version', '=', next.version)
    .where('known_until', 'is', null)
    .execute();
  const written = {
    ...next,
    revision: (held?.revision ?? 0) + 1,
    changedBy: scope.principal.name,
    since,
  };
  await insert(tx, scope, written);
  return written;
}

async function insert(tx: Tx, scope: OrgScope, record: PolicyRecord): Promise<void> {
  await tx
    .insertInto('policy_versions')
    .values({
      org_id: scope.org,
      policy_code: record.code,
      version: record.version,
      revision: record.revision,
      changed_by: record.changedBy,
      known_from: record.since,
      known_until: null,
      title: record.title,
      owner: record.owner,
      template: record.template ?? null,
      review_months: record.reviewMonths,
      answers: [...record.answers],
      controls: [...record.controls],
      body: record.text,
      variables: JSON.stringify(record.variables),
      approval: record.approval === undefined ? null : JSON.stringify(record.approval),
      publication: record.publication === undefined ? null : JSON.stringify(record.publication),
      file: record.file === undefined ? null : JSON.stringify(record.file),
      retirement: record.retirement === undefined ? null : JSON.stringify(record.retirement),
    })
    .execute();
}

function ownerOf(text: string): OwnerRole {
  const found = OWNER_ROLES.find((role) => role === text);
  if (!found) throw new Error(`a stored policy has an owner that is none: ${text}`);
  return found;
}

/** Policies of which any version was brought as one of the artefacts. */
export async function policiesOver(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('policy_versions')
    .select('policy_code')
    .distinct()
    .where('org_id', '=', scope.org)
    .where(sql<string>`file->>'sha256'`, 'in', artefacts)
    .orderBy('policy_code')
    .execute();
  return rows.map((row) => `policy ${row.policy_code}`);
}
