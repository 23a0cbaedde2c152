// Which columns hold the organisation's own name: those that requests fill, those that are inscribed here because
// everybody on the test's machine is the same person, and those that can hold no text of anybody's, each with its reason.
import type { Client } from 'pg';
import type { OrgScope } from '../../slices/access/access.module.ts';
import { IDENTITY_TABLES } from './catalogue.ts';

/** Texts that the API fills with the caller's name, or leaves empty: written by the owner of the tables. */
const INSCRIBED =
  /\.(\w+_by|reviewer|proof|clause|demand|note|stratum|approver_role|tester|filename|position|remedy|scope|run_key|actor_name|address)$/;

/** Why a column holds no text of the organisation's own; the first that fits counts. */
const WITHOUT: readonly (readonly [RegExp, string])[] = [
  [
    /\.(\w+_id|code|thing|row_id|feed_id|artefact|template|requirement|control|controls|framework|answers|policy_code|version_id|population)$/,
    'names a thing; found by its name from elsewhere, which the attacks try',
  ],
  [
    /\.(sha256|digest|\w+_digest|\w+_hash|salt|root|public_key|hashes|checkpoint)$/,
    'a hash, a key or a signature',
  ],
  [
    /\.(kind|state|status|level|severity|method|source|relation|strength|option|edition|of|error|formats|media_type|handed_to|roles|role|owner|stratum|job)$/,
    'one of a fixed list of words',
  ],
  [/\.(day|done|first_day|last_day|etag|slot)$/, 'a day or a number as text'],
  [/^(control_versions|mapping_versions)\.source$/, 'one of a fixed list of words'],
  [
    /^(work_calendars\.calendar|samples\.(parts|sizes|extensions|voided)|sample_items\.(results|evidence)|populations\.(warnings|mapping)|sample_profile_versions\.rule|imports\.(summary|reading)|kept_imports\.(asked|effect|outcome)|collector_runs\.vouched|collector_checks\.checks)$/,
    'numbers, names of columns and fixed words only',
  ],
  [
    /^policy_versions\.(file|retirement|variables)$/,
    'of policies that are files or out of force: their words are the template’s or stand in the title',
  ],
  [/^trail\.(actor|on_behalf_of|via)$/, 'an id of a person or of their key, or one of a fixed list of words'],
  [/^(imports|latest_observations)\.system$/, 'empty here: no import of the test names a system'],
  [/^plan_baselines\.frozen$/, 'computed from figures and tasks of the catalogue'],
];

/** Tables that stay empty here, and why. */
const EMPTY: Readonly<Record<string, string>> = {
  collector_notices: 'written by a job after an outage of days; holds names of collectors',
  job_plans: 'written by the runner of jobs; holds names of jobs',
  population_rows: 'of an earlier version; populations keep their events elsewhere',
  trail_streams: 'filled only where the trail is sent on, and this house sends it nowhere',
  work_digests: 'written when a letter leaves; holds hashes',
};

const COLUMNS = `
select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, a.attnotnull as required
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attname <> 'org_id'
  and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'bytea')
  and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id')
order by 1, 2`;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Writes the organisation's name where no request of a test could. */
export async function inscribe(owner: Client, scope: OrgScope): Promise<void> {
  const unique = new Set((await owner.query<{ name: string }>(KEYED)).rows.map(({ name }) => name));
  for (const { table, column, type } of await columnsOf(owner)) {
    const name = `${table}.${column}`;
    if (type !== 'text' || !INSCRIBED.test(name) || unique.has(name)) continue;
    await owner.query(`update ${table} set "${column}" = $2 where org_id = $1`, [
      scope.org,
      `${scope.slug} canary ${name}`,
    ]);
  }
}

/** Columns that belong to a key: what they hold is pointed at. */
const KEYED = `
select distinct c.relname || '.' || a.attname as name from pg_index x join pg_class c on c.oid = x.indrelid
join pg_attribute a on a.attrelid = c.oid and a.attnum = any (x.indkey) where x.indisunique
union select distinct c.relname || '.' || a.attname from pg_constraint f join pg_class c on c.oid = f.conrelid
join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey) where f.contype in ('f', 'c')`;

async function columnsOf(owner: Client): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column>(COLUMNS);
  return rows.filter(({ table }) => !(table in IDENTITY_TABLES));
}

/** What is not as these lists say: a column without the organisation's name and without a reason, or a reason too many. */
export async function unexplained(owner: Client, scope: OrgScope): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { table, column } of await columnsOf(owner)) {
    const name = `${table}.${column}`;
    const { rows } = await owner.query<{ rows: number; own: number }>(
      `select count(*)::int as rows, count(*) filter (where "${column}"::text like $2 or "${column}"::text like $3)::int as own from ${table} where org_id = $1`,
      [scope.org, `%${scope.slug}%`, `%${Buffer.from(scope.slug).toString('hex')}%`],
    );
    const { rows: held = 0, own = 0 } = rows[0] ?? {};
    if (held === 0 && !(table in EMPTY)) found.push(`${table} is empty`);
    if (held > 0 && table in EMPTY) found.push(`${table} is not empty any more`);
    if (held > 0 && own === 0 && !WITHOUT.some(([fits]) => fits.test(name)))
      found.push(`${name} holds nothing of the organisation’s own`);
  }
  return [...new Set(found)];
}
