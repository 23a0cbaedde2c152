// No table without forced row level security, no key that does not start with org_id. The server's tests feed the real catalogue.
import { readGraph } from '../read/modules.ts';
import type { Rule } from '../rule.ts';

export interface TablePolicy {
  readonly name: string;
  /** The expressions of USING and WITH CHECK, as the catalogue prints them. */
  readonly using: string | null;
  readonly check: string | null;
}

export interface TableKey {
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'foreign';
  readonly columns: readonly string[];
  /** Of a foreign key: the table and the columns that it points at. */
  readonly references: { readonly table: string; readonly columns: readonly string[] } | null;
}

/** One table of the catalogue, as CATALOGUE_QUERY returns it. */
export interface TableRow {
  readonly table: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  /** Part of another table: emptied with it, guarded by itself. */
  readonly partition?: boolean;
  readonly policies: readonly TablePolicy[];
  readonly keys: readonly TableKey[];
}

export interface RlsViolation {
  readonly table: string;
  readonly message: string;
}

/**
 * Every table that an application can reach, one row each. `assay_meta` holds the list of migrations,
 * belongs to the owner and is closed to the application's role. Unique indexes count as keys, partial ones too.
 */
export const CATALOGUE_QUERY = `
select c.relname as "table", c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relispartition as partition,
  coalesce((select json_agg(json_build_object('name', p.polname, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname)
    from pg_policy p where p.polrelid = c.oid), '[]'::json) as policies,
  coalesce((select json_agg(k order by k.name) from (
    select i.relname as name, case when x.indisprimary then 'primary' else 'unique' end as kind,
      (select json_agg(trim(both '"' from pg_get_indexdef(x.indexrelid, n, true)) order by n) from generate_series(1, x.indnkeyatts) n) as columns,
      null::json as "references"
    from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and x.indisunique
    union all
    select f.conname, 'foreign',
      (select json_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality k(attnum, at) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum),
      json_build_object('table', f.confrelid::regclass::text, 'columns',
        (select json_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality k(attnum, at) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum))
    from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
  ) k), '[]'::json) as keys
from pg_class c join pg_namespace s on s.oid = c.relnamespace
where c.relkind in ('r', 'p') and s.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'assay_meta') and s.nspname not like 'pg_temp%'
order by c.relname`;

/**
 * What is wrong with the tables. `identity` names the few tables that stand outside every organisation:
 * they too are guarded by a forced policy, but their keys need not start with org_id.
 */
export function rlsViolations(
  rows: readonly TableRow[],
  identity: readonly string[],
): readonly RlsViolation[] {
  if (rows.length === 0) return [{ table: '(catalogue)', message: 'no table was seen' }];
  const absent = identity.filter((name) => !rows.some((row) => row.table === name));
  return [
    ...absent.map((table) => ({ table, message: 'is named as an identity table and does not exist' })),
    ...rows.flatMap((row) => [
      ...guardViolations(row, identity),
      ...(identity.includes(row.table) ? [] : keyViolations(row)),
    ]),
  ];
}

function guardViolations(row: TableRow, identity: readonly string[]): readonly RlsViolation[] {
  const open = row.policies.filter((policy) => !guards(policy, identity.includes(row.table)));
  return [
    ...(row.enabled ? [] : [{ table: row.table, message: 'row level security is not enabled' }]),
    ...(row.forced
      ? []
      : [{ table: row.table, message: 'row level security is not forced: the owner passes it' }]),
    ...(row.policies.length > 0 ? [] : [{ table: row.table, message: 'has no policy' }]),
    ...open.map((policy) => ({
      table: row.table,
      message: `the policy ${policy.name} does not hold rows to the organisation of the transaction`,
    })),
  ];
}

/** A policy guards when every expression that it has compares the row with the transaction's setting, without a way around. */
function guards(policy: TablePolicy, identity: boolean): boolean {
  const expressions = [policy.using, policy.check].filter((expression) => expression !== null);
  return expressions.length > 0 && expressions.every((expression) => compares(expression, identity));
}

function compares(expression: string, identity: boolean): boolean {
  // The setting's own name holds org_id too: only what stands outside quotes is a column.
  const columns = expression.replace(/'[^']*'/g, "''");
  return (
    columns.includes('current_setting(') &&
    !/\bOR\b/i.test(columns) &&
    (identity || /\borg_id\b/.test(columns))
  );
}

function keyViolations(row: TableRow): readonly RlsViolation[] {
  const primary = row.keys.some((key) => key.kind === 'primary')
    ? []
    : [{ table: row.table, message: 'has no primary key' }];
  const loose = row.keys.filter(
    (key) =>
      key.columns[0] !== 'org_id' || (key.references !== null && key.references.columns[0] !== 'org_id'),
  );
  const named = loose.map((key) => ({
    table: row.table,
    message: `the ${key.kind} key ${key.name} (${key.columns.join(', ')}) does not start with org_id${key.references ? ` on both sides (${key.references.table})` : ''}`,
  }));
  return [...primary, ...named];
}

const SELF = 'tools/check/rules/rls.ts';

export const rule: Rule = {
  name: 'rls',
  async run(root) {
    const { modules } = await readGraph(root);
    const server = modules.filter(
      (module) => module.path.startsWith('packages/server/') && module.path.endsWith('.test.ts'),
    );
    const feeding = server.filter((module) =>
      module.edges.some((edge) => edge.target === SELF && edge.kind === 'value'),
    );
    const remedy = `a test of packages/server runs CATALOGUE_QUERY on a migrated database and expects rlsViolations() to be empty`;
    const findings =
      feeding.length > 0
        ? []
        : [{ file: 'packages/server', message: 'no test feeds the real catalogue to the rule', remedy }];
    return { seen: { 'server tests': server.length }, findings };
  },
};
