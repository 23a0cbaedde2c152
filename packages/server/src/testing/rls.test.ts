// The real catalogue, after every migration: no table that an organisation could cross.
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_QUERY, rlsViolations, type TableRow } from '../../../../tools/check/rules/rls.ts';
import { openHouse, type House } from './house.ts';
import { TENANT_TABLES } from '../slices/access/erase.repository.ts';
import { ownerConnection } from '../platform/postgres/database.ts';

/** Tables of the identity realm, which stand outside every organisation. */
const IDENTITY_TABLES = [
  'principals',
  'sessions',
  'login_links',
  'directory',
  'memberships',
  'principal_answers',
];

describe('the catalogue', () => {
  let house: House;
  let tables: readonly TableRow[];
  beforeAll(async () => {
    house = await openHouse();
    const client = new Client(ownerConnection(house.place));
    await client.connect();
    tables = (await client.query<TableRow>(CATALOGUE_QUERY)).rows;
    await client.end();
  });
  afterAll(() => house.close());

  it('has row level security forced on every table, and keys that start with org_id', () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(rlsViolations(tables, IDENTITY_TABLES)).toEqual([]);
  });

  it('knows every table of an organisation that must be emptied when it is deleted', () => {
    const own = tables
      .filter((row) => !row.partition)
      .map((row) => row.table)
      .filter((table) => !IDENTITY_TABLES.includes(table));
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
});
