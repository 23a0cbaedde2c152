// The real catalogue, after every migration: no table that an organisation could cross.
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_QUERY, rlsViolations, type TableRow } from '../../../../tools/check/rules/rls.ts';
import { openHouse, type House } from './house.ts';
import { IDENTITY_TABLES, waysAround } from './tenants/catalogue.ts';
import { TENANT_TABLES } from '../slices/access/erase.repository.ts';
import { ownerConnection } from '../platform/postgres/database.ts';
import { APP_ROLE } from '../platform/postgres/roles.ts';

const IDENTITY = Object.keys(IDENTITY_TABLES);

describe('the catalogue', () => {
  let house: House;
  let owner: Client;
  let tables: readonly TableRow[];
  beforeAll(async () => {
    house = await openHouse();
    owner = new Client(ownerConnection(house.place));
    await owner.connect();
    tables = (await owner.query<TableRow>(CATALOGUE_QUERY)).rows;
  });
  afterAll(async () => {
    await owner.end();
    await house.close();
  });

  it('has row level security forced on every table, and keys that start with org_id', () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(rlsViolations(tables, IDENTITY)).toEqual([]);
  });

  it('knows every table of an organisation that must be emptied when it is deleted', () => {
    const own = tables
      .filter((row) => !row.partition)
      .map((row) => row.table)
      .filter((table) => !IDENTITY.includes(table));
    expect([...TENANT_TABLES].sort()).toEqual([...own].sort());
  });

  it('shows nothing to a transaction that names no organisation', async () => {
    const scope = await house.organisation('hidden');
    const seen = await house.deps.db.inIdentity((tx) => tx.selectFrom('organisations').selectAll().execute());
    const own = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('organisations').selectAll().execute(),
    );
    expect([seen.length, own.length]).toEqual([0, 1]);
  });

  it('has no role, right, view, function or trigger that passes row level security by', async () => {
    expect(await waysAround(owner)).toEqual([]);
  });

  it.each([
    [
      'a table without policy and without org_id in its key',
      `create table planted (id text primary key)`,
      'planted: row level security is not enabled',
    ],
    [
      'a unique index that is one for all organisations',
      `create unique index planted on tasks (task_id)`,
      'tasks: the unique key planted (task_id) does not start with org_id',
    ],
    [
      'a foreign key that could point into another organisation',
      `create table planted (org_id text, id text, task text, primary key (org_id, id));
       create unique index planted_of on tasks (task_id);
       alter table planted add foreign key (task) references tasks (task_id)`,
      'planted: the foreign key planted_task_fkey (task) does not start with org_id on both sides (tasks)',
    ],
    [
      'a policy that shows everything beside the one that does not',
      `create policy planted on tasks using (true)`,
      'tasks: the policy planted does not hold rows to the organisation of the transaction',
    ],
    [
      'security that the owner passes',
      `alter table tasks no force row level security`,
      'tasks: row level security is not forced: the owner passes it',
    ],
  ])('is refused with %s', async (_, plant, said) => {
    const found = await planted(owner, plant, async () => {
      const rows = (await owner.query<TableRow>(CATALOGUE_QUERY)).rows;
      return rlsViolations(rows, IDENTITY).map((each) => `${each.table}: ${each.message}`);
    });
    expect(found).toContain(said);
  });

  it.each([
    ['create view planted as select * from tasks', 'a view looks with its owner’s eyes: planted'],
    [
      `create function planted() returns int language sql security definer as 'select 1'`,
      'a function acts with its owner’s rights: planted()',
    ],
    [
      `create function planted() returns text language sql as 'select set_config(''assay.org_id'', ''x'', true)'`,
      'a function names a realm and everybody may call it: planted()',
    ],
    [
      `create table planted (id int); grant select on planted to public`,
      'everybody has rights on a table: planted',
    ],
    [`alter table tasks owner to ${APP_ROLE}`, 'the application’s role owns something: tasks'],
    [
      `grant truncate on tasks to ${APP_ROLE}`,
      'the application’s role may empty, reference or put triggers on a table: tasks',
    ],
    [
      `grant create on schema public to ${APP_ROLE}`,
      'the application’s role may make tables or functions of its own: public',
    ],
    [
      `drop policy organisation on tasks; create policy organisation on tasks for select using (org_id = current_setting('assay.org_id', true))`,
      'a policy holds for one command or one role only: tasks.organisation',
    ],
  ])('is refused after %s', async (plant, said) => {
    expect(await planted(owner, plant, () => waysAround(owner))).toContain(said);
  });
});

/** Looks at the database with something planted in it, and takes it back. */
async function planted<T>(owner: Client, plant: string, look: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    await owner.query(plant);
    return await look();
  } finally {
    await owner.query('rollback');
  }
}
