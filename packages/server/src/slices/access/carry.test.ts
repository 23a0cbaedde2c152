// Members of a data directory from before there were grants keep what they held, with an entry each.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { Unit } from '../../platform/postgres/unit.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { carryMembers } from './members.usecases.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('carries the role over, once', async () => {
  const scope = await house.organisation('before');
  // As the upgrade finds it: a role beside the name, and nothing that the organisation keeps.
  await house.deps.db.inOrganisation(scope.org, (tx) =>
    sql`delete from access_versions where org_id = ${scope.org}`.execute(tx),
  );
  await house.deps.db.inIdentity((tx) =>
    sql`update memberships set role_before = 'owner' where org_id = ${scope.org}`.execute(tx),
  );
  expect((await send(house, 'GET', '/v1/orgs/before', { headers: OWNER })).status).toBe(404);
  const carry = () =>
    carryMembers(house.deps, async (work) => {
      const unit = new Unit(house.deps.pool);
      await work({ ...house.deps, db: unit });
      await unit.commit();
    });
  await carry();
  await carry();
  const entries = await house.deps.db.inOrganisation(scope.org, (tx) =>
    sql`select 1 from ledger_entries where org_id = ${scope.org} and kind = 'member.changed' and payload like '%at its start%'`.execute(
      tx,
    ),
  );
  expect(entries.rows).toHaveLength(1);
  const now = await send(house, 'GET', '/v1/orgs/before', { headers: OWNER });
  expect(await now.json()).toMatchObject({ roles: [{ role: 'owner', title: 'Owner' }] });
});
