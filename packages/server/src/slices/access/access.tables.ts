// Tables of the access slice.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface PrincipalsTable {
  principal_id: string;
  name: string;
  created_at: Instant;
}
export interface SessionsTable {
  token_hash: string;
  principal_id: string;
  csrf_hash: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}
export interface LoginLinksTable {
  token_hash: string;
  principal_id: string;
  expires_at: Instant;
  spent_at: Instant | null;
}
export interface DirectoryTable {
  slug: string;
  org_id: string;
  name: string;
  demo: boolean;
}
export interface MembershipsTable {
  org_id: string;
  principal_id: string;
  role: string;
}
export interface OrganisationsTable {
  org_id: string;
  slug: string;
  demo: boolean;
  created_at: Instant;
}
export interface OrganisationVersionsTable {
  org_id: string;
  revision: number;
  settings: ColumnType<unknown, string, string>;
  known_from: Instant;
  known_until: Instant | null;
}
export interface CountersTable {
  org_id: string;
  kind: string;
  value: number;
}
export interface IdempotencyTable {
  org_id: string;
  key: string;
  request_hash: string;
  status: number;
  body: string;
  etag: string | null;
  created_at: Instant;
}
export interface PrincipalAnswersTable extends Omit<IdempotencyTable, 'org_id'> {
  principal_id: string;
}

export interface AccessTables {
  principals: PrincipalsTable;
  sessions: SessionsTable;
  login_links: LoginLinksTable;
  directory: DirectoryTable;
  memberships: MembershipsTable;
  organisations: OrganisationsTable;
  organisation_versions: OrganisationVersionsTable;
  counters: CountersTable;
  idempotency: IdempotencyTable;
  principal_answers: PrincipalAnswersTable;
}
