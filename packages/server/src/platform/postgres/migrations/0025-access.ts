// Many people: who belongs to an organisation and what they hold, how they sign in, tokens of programs.
import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from '../roles.ts';
import { identityTable, tenantTable } from './tenant.ts';

export const name = '0025-access';

export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await ways(db);
  await belonging(db);
  await caller(db);
}

/** A person is known by an address once it is verified; whoever is disabled keeps their name in what they did. */
async function people(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table principals add column kind text not null default 'person', add column email text, add column email_verified_at timestamptz, add column disabled_at timestamptz`,
    )
    .execute(db);
  await sql.raw('create unique index principals_email on principals (lower(email))').execute(db);
  await sql.raw(`grant update on principals to ${APP_ROLE}`).execute(db);
  // A session is ended by its name, which is no secret; what it was opened with stands beside it.
  await sql
    .raw(
      `alter table sessions add column session_id text not null default gen_random_uuid()::text unique, add column factors text[] not null default '{link}', add column agent text not null default '', add column address text not null default '', add column stepped_up_at timestamptz`,
    )
    .execute(db);
  await sql
    .raw(
      `alter table login_links add column purpose text not null default 'sign_in', add column told jsonb not null default '{}'`,
    )
    .execute(db);
  await sql.raw('alter table login_links alter column principal_id drop not null').execute(db);
}

/** Ways to sign in. Secrets are hashed, or sealed where they must be read again. */
async function ways(db: Kysely<unknown>): Promise<void> {
  await identityTable(db, 'passwords', {
    columns:
      'principal_id text primary key references principals, hash text not null, changed_at timestamptz not null',
    rights: 'delete',
  });
  await identityTable(db, 'passkeys', {
    columns:
      'credential_id text primary key, principal_id text not null references principals, public_key bytea not null, counter bigint not null, transports text[] not null, backed_up boolean not null, name text not null, created_at timestamptz not null, used_at timestamptz',
    rights: 'delete',
  });
  await identityTable(db, 'one_time_codes', {
    columns:
      'principal_id text primary key references principals, sealed bytea not null, confirmed_at timestamptz, last_step bigint not null default 0',
    rights: 'delete',
  });
  await identityTable(db, 'recovery_codes', {
    columns:
      'principal_id text not null references principals, code_hash text not null, spent_at timestamptz, primary key (principal_id, code_hash)',
    rights: 'delete',
  });
  // What somebody was asked and has yet to answer: a passkey’s challenge, a second factor, a provider’s state.
  await identityTable(db, 'challenges', {
    columns:
      'token_hash text primary key, kind text not null, principal_id text references principals, told jsonb not null, expires_at timestamptz not null',
    rights: 'delete',
  });
  await identityTable(db, 'api_tokens', {
    columns:
      'token_hash text primary key, token_id text not null unique, org_id text not null references directory (org_id) on delete cascade, principal_id text not null references principals, scopes text[] not null, expires_at timestamptz not null, ended_at timestamptz, used_at timestamptz',
    rights: 'delete',
  });
}

/**
 * Members, roles of its own, invitations and tokens of an organisation, version by version. The realm of identity knows
 * only who belongs where; what they hold there is the organisation’s, with its ledger entries.
 */
async function belonging(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'access_versions', {
    columns:
      'kind text not null, thing text not null, revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz',
    key: 'kind, thing, revision',
    rights: 'delete',
  });
  await sql`create unique index access_versions_now on access_versions (org_id, kind, thing) where known_until is null`.execute(
    db,
  );
  // The role waits here until the server has carried it over with its ledger entry; nobody new gets one.
  await sql.raw('alter table memberships rename column role to role_before').execute(db);
  await sql.raw('alter table memberships alter column role_before drop not null').execute(db);
  await sql.raw('create index memberships_person on memberships (principal_id)').execute(db);
}

/** What a person holds in one organisation; enters its realm and leaves the caller in that of identity. */
const HELD_IN = `create function held_in(of_org text, of_person text)
  returns table (member jsonb, roles jsonb)
  language plpgsql as $$
  begin
    perform set_config('assay.org_id', of_org, true);
    return query
      select m.document, (select jsonb_agg(r.document || jsonb_build_object('id', r.thing)) from access_versions r where r.org_id = of_org and r.kind = 'role' and r.known_until is null)
      from access_versions m where m.org_id = of_org and m.kind = 'member' and m.thing = of_person and m.known_until is null;
    perform set_config('assay.org_id', 'identity', true);
  end
  $$`;

/** Who calls, by session or token, and what they hold in one organisation: one question for every request. */
const CALLER_OF = `create function caller_of(session_hash text, api_token_hash text, org_slug text)
  returns table (principal_id text, name text, email text, disabled_at timestamptz, session_id text, seen_at timestamptz, expires_at timestamptz, factors text[], stepped_up_at timestamptz,
    token_id text, token_org text, token_scopes text[], token_ended timestamptz, token_used timestamptz,
    org_id text, slug text, org_name text, demo boolean, member jsonb, roles jsonb)
  language plpgsql as $$
  declare
    outer_realm text := coalesce(current_setting('assay.org_id', true), '');
    found record;
    held record;
  begin
    perform set_config('assay.org_id', 'identity', true);
    select p.principal_id, p.name, p.email, p.disabled_at, s.session_id, s.seen_at, s.expires_at, s.factors, s.stepped_up_at,
        s.token_id, s.token_org, s.token_scopes, s.token_ended, s.token_used, d.org_id, d.slug, d.name as org_name, d.demo
      into found
      from (
        select l.principal_id, l.session_id, l.seen_at, l.expires_at, l.factors, l.stepped_up_at, null::text as token_id, null::text as token_org, null::text[] as token_scopes, null::timestamptz as token_ended, null::timestamptz as token_used
          from sessions l where l.token_hash = session_hash
        union all
        select t.principal_id, null, null, t.expires_at, null, null, t.token_id, t.org_id, t.scopes, t.ended_at, t.used_at
          from api_tokens t where t.token_hash = api_token_hash
        union all
        select o.principal_id, null, null, null, null, null, null, null, null, null, null
          from (select f.principal_id from principals f order by f.created_at limit 1) o where session_hash is null and api_token_hash is null
      ) s
      join principals p on p.principal_id = s.principal_id
      left join directory d on d.slug = org_slug and (s.token_org is null or s.token_org = d.org_id)
      limit 1;
    if found.principal_id is not null then
      select null::jsonb as member, null::jsonb as roles into held;
      if found.org_id is not null then
        select h.member, h.roles into held from held_in(found.org_id, found.principal_id) h;
      end if;
      return query select found.principal_id, found.name, found.email, found.disabled_at, found.session_id, found.seen_at, found.expires_at, found.factors, found.stepped_up_at,
        found.token_id, found.token_org, found.token_scopes, found.token_ended, found.token_used,
        found.org_id, found.slug, found.org_name, found.demo, held.member, held.roles;
    end if;
    perform set_config('assay.org_id', outer_realm, true);
  end
  $$`;

/** Everything a person belongs to, with what they hold there. */
const MEMBERSHIPS_OF = `create function memberships_of(of_person text)
  returns table (org_id text, slug text, org_name text, demo boolean, member jsonb, roles jsonb)
  language plpgsql as $$
  declare
    outer_realm text := coalesce(current_setting('assay.org_id', true), '');
    place record;
  begin
    perform set_config('assay.org_id', 'identity', true);
    for place in
      select array_agg(array[d.org_id, d.slug, d.name, d.demo::text] order by d.demo desc, d.slug) as every
      from memberships b join directory d on d.org_id = b.org_id where b.principal_id = of_person
    loop
      for at in 1 .. coalesce(array_length(place.every, 1), 0) loop
        return query select place.every[at][1], place.every[at][2], place.every[at][3], place.every[at][4]::boolean, h.member, h.roles
          from held_in(place.every[at][1], of_person) h;
      end loop;
    end loop;
    perform set_config('assay.org_id', outer_realm, true);
  end
  $$`;

/** The functions enter realms themselves and leave them again, as 0003 says. */
async function caller(db: Kysely<unknown>): Promise<void> {
  await sql`drop function caller_of(text, text)`.execute(db);
  for (const [definition, signature] of [
    [HELD_IN, 'held_in(text, text)'],
    [CALLER_OF, 'caller_of(text, text, text)'],
    [MEMBERSHIPS_OF, 'memberships_of(text)'],
  ] as const) {
    await sql.raw(definition).execute(db);
    await sql.raw(`revoke execute on function ${signature} from public`).execute(db);
    await sql.raw(`grant execute on function ${signature} to ${APP_ROLE}`).execute(db);
  }
}
