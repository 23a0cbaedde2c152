// The first schema: organisations and people, the control set, evidence, observations, the ledger.
import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from '../roles.ts';
import { identityTable, tenantTable } from './tenant.ts';

/** What is true from one instant until another; the present version has no end. */
const KNOWN = 'known_from timestamptz not null, known_until timestamptz';

export const name = '0001-foundation';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`grant usage on schema public to ${APP_ROLE}`).execute(db);
  await access(db);
  await controls(db);
  await evidence(db);
  await monitoring(db);
  await ledger(db);
}

async function access(db: Kysely<unknown>): Promise<void> {
  await identityTable(db, 'principals', {
    columns: 'principal_id text primary key, name text not null, created_at timestamptz not null',
    rights: 'append',
  });
  await identityTable(db, 'sessions', {
    columns:
      'token_hash text primary key, principal_id text not null references principals, csrf_hash text not null, created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null',
    rights: 'delete',
  });
  await identityTable(db, 'login_links', {
    columns:
      'token_hash text primary key, principal_id text not null references principals, expires_at timestamptz not null, spent_at timestamptz',
    rights: 'delete',
  });
  await identityTable(db, 'directory', {
    columns: 'slug text primary key, org_id text not null unique, name text not null, demo boolean not null',
    rights: 'delete',
  });
  await identityTable(db, 'memberships', {
    columns:
      'org_id text not null references directory (org_id) on delete cascade, principal_id text not null references principals, role text not null, primary key (org_id, principal_id)',
    rights: 'delete',
  });
  await tenantTable(db, 'organisations', {
    columns: 'slug text not null, demo boolean not null, created_at timestamptz not null',
    key: 'slug',
    rights: 'delete',
  });
  await tenantTable(db, 'organisation_versions', {
    columns: `revision int not null, settings jsonb not null, ${KNOWN}`,
    key: 'revision',
    rights: 'delete',
  });
  await tenantTable(db, 'counters', {
    columns: 'kind text not null, value int not null',
    key: 'kind',
    rights: 'delete',
  });
  await tenantTable(db, 'idempotency', {
    columns:
      'key text not null, request_hash text not null, status int not null, body text not null, etag text, created_at timestamptz not null',
    key: 'key',
    rights: 'delete',
  });
}

async function controls(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'own_frameworks', {
    columns: `framework_id text not null, definition jsonb not null, ${KNOWN}`,
    key: 'framework_id, known_from',
    rights: 'delete',
  });
  await tenantTable(db, 'control_versions', {
    columns: `code text not null, own boolean not null, definition jsonb not null, revision int not null, ${KNOWN}`,
    key: 'code, known_from',
    rights: 'delete',
  });
  await tenantTable(db, 'control_states', {
    columns: `code text not null, state jsonb not null, ${KNOWN}`,
    key: 'code, known_from',
    rights: 'delete',
  });
  await tenantTable(db, 'mapping_versions', {
    columns: `code text not null, requirement text not null, relation text not null, strength text not null, rationale text not null, source text not null, reviewer text not null, ${KNOWN}`,
    key: 'code, requirement, known_from',
    rights: 'delete',
  });
  await tenantTable(db, 'applicability', {
    columns: `requirement text not null, applies boolean not null, reason text not null, ${KNOWN}`,
    key: 'requirement, known_from',
    rights: 'delete',
  });
  for (const [table, key] of [
    ['own_frameworks', 'framework_id'],
    ['control_versions', 'code'],
    ['control_states', 'code'],
    ['mapping_versions', 'code, requirement'],
    ['applicability', 'requirement'],
  ]) {
    await sql
      .raw(`create unique index ${table}_now on ${table} (org_id, ${key}) where known_until is null`)
      .execute(db);
  }
}

async function evidence(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'artefacts', {
    columns:
      'sha256 text not null, size bigint not null, media_type text not null, filename text not null, stored_at timestamptz not null',
    key: 'sha256',
    rights: 'delete',
  });
  await tenantTable(db, 'imports', {
    columns:
      'import_id text not null, state text not null, artefact text not null, filename text not null, options jsonb not null, summary jsonb not null, made_by text not null, created_at timestamptz not null, committed_at timestamptz, undone_at timestamptz, evidence_id text, foreign key (org_id, artefact) references artefacts',
    key: 'import_id',
    rights: 'delete',
  });
  await tenantTable(db, 'import_problems', {
    columns:
      'import_id text not null, seq int not null, code text not null, level text not null, message text not null, position text not null, remedy text not null, foreign key (org_id, import_id) references imports on delete cascade',
    key: 'import_id, seq',
    rights: 'delete',
  });
  await tenantTable(db, 'population_rows', {
    columns:
      'import_id text not null, seq int not null, population text not null, key text not null, fields jsonb not null, foreign key (org_id, import_id) references imports on delete cascade',
    key: 'import_id, seq',
    rights: 'delete',
  });
  await tenantTable(db, 'evidence', {
    columns:
      'evidence_id text not null, seq int not null, import_id text, collected_by text not null, method text not null, source text not null, received_at timestamptz not null, unique (org_id, seq), foreign key (org_id, import_id) references imports',
    key: 'evidence_id',
    rights: 'delete',
  });
  await tenantTable(db, 'evidence_versions', {
    columns: `evidence_id text not null, revision int not null, artefact text not null, artefact_revision int not null, title text not null, kind text not null, controls text[] not null, performed_at date not null, covers_from date, covers_until date, captured_at timestamptz, review jsonb not null, withdrawn boolean not null, note text not null, changed_by text not null, ${KNOWN}, foreign key (org_id, evidence_id) references evidence on delete cascade, foreign key (org_id, artefact) references artefacts`,
    key: 'evidence_id, revision',
    rights: 'delete',
  });
  await sql
    .raw(
      'create unique index evidence_versions_now on evidence_versions (org_id, evidence_id) where known_until is null',
    )
    .execute(db);
  await sql
    .raw('create index evidence_versions_controls on evidence_versions using gin (controls)')
    .execute(db);
  await sql.raw('create index imports_made on imports (org_id, created_at desc)').execute(db);
}

async function monitoring(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'observations', {
    columns:
      'import_id text not null, seq int not null, check_key text not null, subject text not null, status text not null, observed_at timestamptz not null, severity text, message text, foreign key (org_id, import_id) references imports on delete cascade',
    key: 'import_id, seq',
    rights: 'delete',
  });
  await sql.raw('create index observations_of on observations (org_id, check_key, subject)').execute(db);
  await tenantTable(db, 'latest_observations', {
    columns:
      'check_key text not null, subject text not null, status text not null, observed_at timestamptz not null, received_at timestamptz not null, severity text, message text, import_id text not null, seq int not null',
    key: 'check_key, subject',
    rights: 'delete',
  });
  await tenantTable(db, 'check_controls', {
    columns: `check_key text not null, controls text[] not null, ${KNOWN}`,
    key: 'check_key, known_from',
    rights: 'delete',
  });
  await sql
    .raw(
      'create unique index check_controls_now on check_controls (org_id, check_key) where known_until is null',
    )
    .execute(db);
}

async function ledger(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'ledger_heads', {
    columns:
      'lane int not null, size bigint not null, root bytea not null, checkpoint text, signed_size bigint, signed_at timestamptz, public_key bytea not null',
    key: 'lane',
    rights: 'delete',
  });
  await tenantTable(db, 'ledger_tiles', {
    columns: 'level int not null, index bigint not null, hashes bytea not null',
    key: 'level, index',
    rights: 'delete',
  });
  await tenantTable(db, 'ledger_entries', {
    columns:
      'seq bigint not null, kind text not null, subject text not null, at timestamptz not null, leaf text not null, salt bytea not null, payload text not null, artefact text',
    key: 'seq',
    rights: 'delete',
  });
  await sql.raw('create index ledger_entries_of on ledger_entries (org_id, subject, seq)').execute(db);
}
