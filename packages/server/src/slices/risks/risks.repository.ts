// Reads and writes of the method and the register: one row a version, the whole record in it.
import { DEFAULT_METHOD, type Instant, type Risk, type RiskMethod } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import { methodDocument, methodOf, riskDocument, riskOf, type StoredMethod } from './stored.ts';

export interface MethodRecord extends StoredMethod {
  /** 0 for the method that an organisation begins with. */
  readonly revision: number;
  readonly by: string | undefined;
  readonly since: Instant | undefined;
}

/** The method in force with those before it, by which older assessments are read. */
export interface MethodsRecord extends MethodRecord {
  readonly earlier: ReadonlyMap<number, RiskMethod>;
}

export interface RiskRecord {
  readonly risk: Risk;
  readonly seq: number;
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

export async function findMethod(tx: Tx, scope: OrgScope, at?: Instant): Promise<MethodRecord> {
  const row = await tx
    .selectFrom('risk_methods')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .executeTakeFirst();
  return row
    ? { ...methodOf(row.document), revision: row.revision, by: row.changed_by, since: row.known_from }
    : { method: DEFAULT_METHOD, appetite: '', revision: 0, by: undefined, since: undefined };
}

export async function findMethods(tx: Tx, scope: OrgScope, at?: Instant): Promise<MethodsRecord> {
  const inForce = await findMethod(tx, scope, at);
  const rows = await tx
    .selectFrom('risk_methods')
    .select(['revision', 'document'])
    .where('org_id', '=', scope.org)
    .where('revision', '<', inForce.revision)
    .execute();
  const earlier = rows.map(({ revision, document }) => [revision, methodOf(document).method] as const);
  return { ...inForce, earlier: new Map([[0, DEFAULT_METHOD], ...earlier]) };
}

export async function writeMethod(
  tx: Tx,
  scope: OrgScope,
  next: StoredMethod,
  now: Instant,
): Promise<MethodRecord> {
  const held = await findMethod(tx, scope);
  const from = startOfNext(held.since, now);
  await tx
    .updateTable('risk_methods')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('known_until', 'is', null)
    .execute();
  const revision = held.revision + 1;
  await tx
    .insertInto('risk_methods')
    .values({
      org_id: scope.org,
      revision,
      document: JSON.stringify(methodDocument(next)),
      changed_by: scope.principal.name,
      known_from: from,
      known_until: null,
    })
    .execute();
  return { ...next, revision, by: scope.principal.name, since: from };
}

/** Risks in order of their numbers, closed ones too. */
export async function listRisks(
  tx: Tx,
  scope: OrgScope,
  given: { readonly at?: Instant | undefined; readonly after?: number; readonly limit?: number } = {},
): Promise<readonly RiskRecord[]> {
  const rows = await tx
    .selectFrom('risk_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(given.at))
    .$if(given.after !== undefined, (query) => query.where('seq', '>', given.after ?? 0))
    .orderBy('seq')
    .$if(given.limit !== undefined, (query) => query.limit(given.limit ?? 0))
    .execute();
  return rows.map(recordOf);
}

export async function findRisk(
  tx: Tx,
  scope: OrgScope,
  code: string,
  given: { readonly at?: Instant | undefined; readonly lock?: boolean } = {},
): Promise<RiskRecord | undefined> {
  const row = await tx
    .selectFrom('risk_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('code', '=', code.toUpperCase())
    .where(knownAt(given.at))
    .$if(given.lock === true, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function addRisk(
  tx: Tx,
  scope: OrgScope,
  draft: Omit<Risk, 'code'>,
  now: Instant,
): Promise<RiskRecord> {
  const seq = await nextNumber(tx, scope, 'risk');
  return insert(tx, scope, { risk: { ...draft, code: `R-${seq}` }, seq, revision: 1, since: now });
}

/** The next version of a risk that was read under lock. */
export async function writeRisk(
  tx: Tx,
  scope: OrgScope,
  next: { readonly held: RiskRecord; readonly risk: Risk },
  now: Instant,
): Promise<RiskRecord> {
  const { held, risk } = next;
  const since = startOfNext(held.since, now);
  await tx
    .updateTable('risk_versions')
    .set({ known_until: since })
    .where('org_id', '=', scope.org)
    .where('code', '=', risk.code)
    .where('known_until', 'is', null)
    .execute();
  return insert(tx, scope, { risk, seq: held.seq, revision: held.revision + 1, since });
}

/** Ends a risk that is taken back: it stands no longer, and was known until now. */
export async function endRisk(tx: Tx, scope: OrgScope, held: RiskRecord, now: Instant): Promise<void> {
  await tx
    .updateTable('risk_versions')
    .set({ known_until: startOfNext(held.since, now) })
    .where('org_id', '=', scope.org)
    .where('code', '=', held.risk.code)
    .where('known_until', 'is', null)
    .execute();
}

async function insert(tx: Tx, scope: OrgScope, next: Omit<RiskRecord, 'by'>): Promise<RiskRecord> {
  await tx
    .insertInto('risk_versions')
    .values({
      org_id: scope.org,
      code: next.risk.code,
      seq: next.seq,
      revision: next.revision,
      document: JSON.stringify(riskDocument(next.risk)),
      changed_by: scope.principal.name,
      known_from: next.since,
      known_until: null,
    })
    .execute();
  return { ...next, by: scope.principal.name };
}

function recordOf(row: {
  readonly code: string;
  readonly seq: number;
  readonly revision: number;
  readonly document: unknown;
  readonly changed_by: string;
  readonly known_from: Instant;
}): RiskRecord {
  return {
    risk: riskOf(row.code, row.document),
    seq: row.seq,
    revision: row.revision,
    by: row.changed_by,
    since: row.known_from,
  };
}
