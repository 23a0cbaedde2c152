// What the database's catalogue says of roles, rights, views and functions: what could pass row level security by.
import type { Client } from 'pg';
import { APP_ROLE } from '../../platform/postgres/roles.ts';

/** The tables that stand outside every organisation, each with the reason why its keys cannot start with org_id. */
export const IDENTITY_TABLES: Readonly<Record<string, string>> = {
  principals: 'a person may belong to several organisations',
  sessions: 'a person is signed in, not an organisation',
  login_links: 'signs a person in, before any organisation',
  directory: 'finds an organisation by its short name, before anybody is in it',
  memberships: 'says who belongs where; asked before the organisation is entered',
  passwords: 'a person has one, whatever they belong to',
  passkeys: 'a person’s own keys',
  one_time_codes: 'a person’s own second factor',
  recovery_codes: 'a person’s own way back in',
  challenges: 'asked of somebody who is not signed in yet',
  api_tokens: 'found by the hash of its secret, before the organisation that it belongs to is entered',
  identity_events: 'a sign-in, or one that failed, belongs to no organisation',
  provider_secrets: 'opened before anybody is signed in; sealed with the key of its organisation',
  sign_in_domains: 'leads an address to its organisation, before anybody is in it',
  provider_links: 'a person, as a provider knows them',
  pipeline_trades: 'ID tokens that were traded already, asked before the organisation is entered',
  principal_answers: 'kept answers of calls that make or end an organisation',
};

/** Acts as the owner, for a reason: it makes empty partitions, guarded before they are attached, from dates alone. */
const AS_OWNER = 'make_observation_months(date[])';

/** One way around, in words: each query lists its violations and nothing else. */
const WAYS: readonly (readonly [string, string])[] = [
  [
    'the application’s role may pass row level security or make roles',
    `select rolname as what from pg_roles where rolname = '${APP_ROLE}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  ],
  [
    'the application’s role belongs to another role',
    `select m.roleid::regrole::text as what from pg_auth_members m where m.member = '${APP_ROLE}'::regrole`,
  ],
  [
    'the application’s role owns something',
    `select relname as what from pg_class where relowner = '${APP_ROLE}'::regrole
     union all select proname from pg_proc where proowner = '${APP_ROLE}'::regrole
     union all select nspname from pg_namespace where nspowner = '${APP_ROLE}'::regrole
     union all select datname from pg_database where datdba = '${APP_ROLE}'::regrole`,
  ],
  [
    'the application’s role may make tables or functions of its own',
    `select nspname as what from pg_namespace where has_schema_privilege('${APP_ROLE}', oid, 'create') and nspname not like 'pg_temp%'`,
  ],
  [
    'the application’s role may empty, reference or put triggers on a table',
    `select c.oid::regclass::text as what from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where c.relkind in ('r', 'p') and s.nspname not in ('pg_catalog', 'information_schema')
       and has_table_privilege('${APP_ROLE}', c.oid, 'truncate, references, trigger')`,
  ],
  [
    'the application’s role may read the list of migrations',
    `select c.relname as what from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where s.nspname = 'assay_meta' and c.relkind = 'r' and has_table_privilege('${APP_ROLE}', c.oid, 'select, insert, update, delete')`,
  ],
  [
    'everybody has rights on a table',
    `select c.oid::regclass::text as what from pg_class c join pg_namespace s on s.oid = c.relnamespace, aclexplode(c.relacl) a
     where s.nspname not in ('pg_catalog', 'information_schema') and a.grantee = 0`,
  ],
  [
    'a view looks with its owner’s eyes',
    `select c.oid::regclass::text as what from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where s.nspname not in ('pg_catalog', 'information_schema')
       and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on,security_invoker=1}'))`,
  ],
  [
    'a function acts with its owner’s rights',
    `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace s on s.oid = p.pronamespace
     where s.nspname not in ('pg_catalog', 'information_schema') and p.prosecdef and p.oid::regprocedure::text <> '${AS_OWNER}'`,
  ],
  [
    'a function that acts with its owner’s rights can be misled, or called by everybody',
    `select p.oid::regprocedure::text as what from pg_proc p
     where p.prosecdef and p.pronamespace = 'public'::regnamespace and (has_function_privilege('public', p.oid, 'execute')
       or not coalesce(p.proconfig, '{}') && '{"search_path=public, pg_temp"}')`,
  ],
  [
    'a function names a realm and everybody may call it',
    `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace s on s.oid = p.pronamespace
     where s.nspname not in ('pg_catalog', 'information_schema') and p.prosrc like '%assay.org_id%' and has_function_privilege('public', p.oid, 'execute')`,
  ],
  [
    'a policy holds for one command or one role only',
    `select p.polrelid::regclass || '.' || p.polname as what from pg_policy p where p.polcmd <> '*' or p.polroles <> '{0}'`,
  ],
  [
    'a trigger or rule could write elsewhere',
    `select t.tgrelid::regclass || '.' || t.tgname as what from pg_trigger t where not t.tgisinternal
     union all select r.ev_class::regclass || '.' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace s on s.oid = c.relnamespace
     where c.relkind in ('r', 'p') and s.nspname not in ('pg_catalog', 'information_schema')`,
  ],
  [
    'a realm outlives its transaction',
    `select r.rolname as what from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole where array_to_string(s.setconfig, ' ') like '%assay.org_id%'`,
  ],
];

/** Every way around that the catalogue shows, in words. */
export async function waysAround(client: Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [words, query] of WAYS) {
    const { rows } = await client.query<{ what: string | null }>(query);
    found.push(...rows.map((row) => `${words}: ${row.what ?? 'everybody'}`));
  }
  return found;
}
