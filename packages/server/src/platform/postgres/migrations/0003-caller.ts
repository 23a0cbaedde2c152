// Who calls and what they hold in one organisation, in one question: every request asks it first.
import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from '../roles.ts';

export const name = '0003-caller';

/**
 * Enters the identity realm itself and leaves it again: an ordinary owner may not write the realm into
 * the function’s settings. Without a session it speaks of the local owner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create function caller_of(session_hash text, org_slug text)
      returns table (principal_id text, name text, seen_at timestamptz, expires_at timestamptz, org_id text, slug text, org_name text, demo boolean, role text)
      language plpgsql as $$
      declare outer_realm text := coalesce(current_setting('assay.org_id', true), '');
      begin
        perform set_config('assay.org_id', 'identity', true);
        return query
          select p.principal_id, p.name, s.seen_at, s.expires_at, m.org_id, d.slug, d.name, d.demo, m.role
          from (
            select l.principal_id, l.seen_at, l.expires_at from sessions l where l.token_hash = session_hash
            union all
            select o.principal_id, null, null from (select f.principal_id from principals f order by f.created_at limit 1) o where session_hash is null
          ) s
          join principals p on p.principal_id = s.principal_id
          left join directory d on d.slug = org_slug
          left join memberships m on m.org_id = d.org_id and m.principal_id = p.principal_id;
        perform set_config('assay.org_id', outer_realm, true);
      end
      $$`,
    )
    .execute(db);
  await sql.raw('revoke execute on function caller_of(text, text) from public').execute(db);
  await sql.raw(`grant execute on function caller_of(text, text) to ${APP_ROLE}`).execute(db);
}
