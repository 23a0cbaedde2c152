// Tables of the access slice.
import type { Instant } from '@assay/core';
import type { ColumnType, Generated } from 'kysely';
import type { DocumentTable } from '../../platform/postgres/documentTable.ts';

export interface PrincipalsTable {
  principal_id: string;
  name: string;
  created_at: Instant;
  kind: Generated<string>;
  email: string | null;
  email_verified_at: Instant | null;
  disabled_at: Instant | null;
}
export interface SessionsTable {
  token_hash: string;
  principal_id: string;
  csrf_hash: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
  session_id: Generated<string>;
  factors: Generated<string[]>;
  agent: Generated<string>;
  address: Generated<string>;
  stepped_up_at: Instant | null;
  viewing_org: Generated<string | null>;
  viewing_member: Generated<string | null>;
}
export interface LoginLinksTable {
  token_hash: string;
  principal_id: string | null;
  expires_at: Instant;
  spent_at: Instant | null;
  purpose: Generated<string>;
  told: ColumnType<unknown, string | undefined, string>;
}
export interface PasswordsTable {
  principal_id: string;
  hash: string;
  changed_at: Instant;
}
export interface PasskeysTable {
  credential_id: string;
  principal_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  backed_up: boolean;
  name: string;
  created_at: Instant;
  used_at: Instant | null;
}
export interface OneTimeCodesTable {
  principal_id: string;
  sealed: Buffer;
  confirmed_at: Instant | null;
  last_step: Generated<number>;
}
export interface RecoveryCodesTable {
  principal_id: string;
  code_hash: string;
  spent_at: Instant | null;
}
export interface ChallengesTable {
  token_hash: string;
  kind: string;
  principal_id: string | null;
  told: ColumnType<unknown, string, string>;
  expires_at: Instant;
}
export interface ApiTokensTable {
  token_hash: string;
  token_id: string;
  org_id: string;
  principal_id: string;
  scopes: string[];
  expires_at: Instant;
  ended_at: Instant | null;
  used_at: Instant | null;
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
  role_before: string | null;
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
export interface IdentityEventsTable {
  event_id: string;
  at: Instant;
  kind: string;
  principal_id: string | null;
  detail: ColumnType<unknown, string, string>;
  via: string;
  via_id: string;
  request_id: string;
  address: string | null;
}
export interface ProviderSecretsTable {
  org_id: string;
  version: number;
  sealed: string;
}
export interface SignInDomainsTable {
  domain: string;
  org_id: string;
  verified_at: Instant;
}
export interface ProviderLinksTable {
  issuer: string;
  subject: string;
  principal_id: string;
  linked_at: Instant;
}
export interface PipelineTradesTable {
  token_hash: string;
  org_id: string;
  pipeline: string;
  token_id: string;
  expires_at: Instant;
}

export interface AccessTables {
  principals: PrincipalsTable;
  sessions: SessionsTable;
  login_links: LoginLinksTable;
  passwords: PasswordsTable;
  passkeys: PasskeysTable;
  one_time_codes: OneTimeCodesTable;
  recovery_codes: RecoveryCodesTable;
  challenges: ChallengesTable;
  api_tokens: ApiTokensTable;
  access_versions: DocumentTable;
  directory: DirectoryTable;
  memberships: MembershipsTable;
  organisations: OrganisationsTable;
  organisation_versions: OrganisationVersionsTable;
  counters: CountersTable;
  idempotency: IdempotencyTable;
  identity_events: IdentityEventsTable;
  principal_answers: PrincipalAnswersTable;
  provider_secrets: ProviderSecretsTable;
  sign_in_domains: SignInDomainsTable;
  provider_links: ProviderLinksTable;
  pipeline_trades: PipelineTradesTable;
}
