// Which database the suite really runs on: the external one when an address was given, else the embedded.
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../platform/postgres/database.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { openHouse, type House } from './house.ts';

const url = process.env['ASSAY_TEST_DATABASE_URL'];

describe('the database of the suite', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is the server at the given address, or the embedded engine when none was given', async () => {
    const [port, version] = await house.deps.db.inIdentity(async (tx) => {
      const { rows } = await sql<{ port: number | null; version: string }>`
        select inet_server_port() as port, current_setting('server_version_num') as version`.execute(tx);
      return [rows[0]?.port ?? null, Number(rows[0]?.version)];
    });
    const wanted = url === undefined ? null : Number(new URL(url).port || 5432);
    expect([house.place.kind, port]).toEqual([url === undefined ? 'embedded' : 'external', wanted]);
    expect(version).toBeGreaterThanOrEqual(150_000);
  });

  it.skipIf(url === undefined)(
    'may belong to an ordinary role that makes roles but is no superuser',
    async () => {
      const name = `assay_plain_${process.pid}`;
      const admin = new Client({ connectionString: url });
      await admin.connect();
      await admin.query(`create role ${name} login createrole nosuperuser`);
      await admin.query(`create database ${name} owner ${name}`);
      try {
        const own = new URL(url ?? '');
        own.username = name;
        own.pathname = `/${name}`;
        // Another superuser made the role in the other tests; an installation has one owner.
        await admin.query(`grant assay_app to ${name} with admin option`);
        await migrate({ kind: 'external', url: own.toString() });
        const db = new Database({ kind: 'external', url: own.toString() }, 1);
        const seen = await db.inIdentity((tx) => tx.selectFrom('principals').selectAll().execute());
        const role = await db.inIdentity((tx) => sql<{ u: string }>`select current_user as u`.execute(tx));
        await db.close();
        expect([seen, role.rows[0]?.u]).toEqual([[], 'assay_app']);
      } finally {
        await admin.query(`drop database ${name} with (force)`);
        await admin.query(`drop role ${name}`);
        await admin.end();
      }
    },
  );
});
