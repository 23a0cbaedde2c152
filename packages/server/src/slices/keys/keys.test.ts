// Keys through the API: what a rotation says, what it leaves in the ledger, and who may turn the root key.
import { keysRoutes } from '@assay/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';

let house: House;
let scope: OrgScope;
beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('delta');
});
afterAll(() => house.close());

const { returns } = keysRoutes['keys.read'];
const keys = async (method = 'GET', path = '/keys') =>
  returns.parse(
    await (await send(house, method, `/v1/orgs/${scope.slug}${path}`, { headers: OWNER })).json(),
  );

it('turns the organisation’s key: artefacts open as before, the ledger says it, and everything verifies', async () => {
  const sent = await send(
    house,
    'POST',
    `/v1/orgs/${scope.slug}/evidence/push?filename=a.txt&performed_at=2026-01-05`,
    {
      headers: OWNER,
      bytes: 'kept while keys turn',
    },
  );
  const { id } = z.object({ id: z.string() }).parse(await sent.json());
  expect(await keys()).toMatchObject({ version: 1, items: 1, current: 1, turning: false });
  await keys('POST', '/keys/rotate');
  await house.deps.rotation.settled(scope.org);
  expect(await keys()).toMatchObject({ version: 2, items: 1, current: 1, turning: false, unsealed: 0 });
  const bytes = await send(house, 'GET', `/v1/orgs/${scope.slug}/evidence/${id}/artefact`, {
    headers: OWNER,
  });
  expect(await bytes.text()).toBe('kept while keys turn');
  const entries = await send(house, 'GET', `/v1/orgs/${scope.slug}/ledger/entries`, { headers: OWNER });
  expect(await entries.text()).toContain('keys.rotated');
  const verified = await send(house, 'POST', `/v1/orgs/${scope.slug}/ledger/verify`, {
    headers: OWNER,
    body: {},
  });
  expect(await verified.json()).toMatchObject({ ok: true, faults: [] });
});

it('turns the root key for the command line of the machine, and for no page', async () => {
  const before = (await keys()).root;
  const page = await house.person(scope, 'owner');
  expect((await send(house, 'POST', '/v1/root-key/rotate', { headers: page })).status).toBe(403);
  expect((await keys()).root).toEqual(before);
  const answer = await send(house, 'POST', '/v1/root-key/rotate', { headers: OWNER });
  const after = keysRoutes['root_key.rotate'].returns.parse(await answer.json());
  expect(after.id).not.toBe(before.id);
  expect(after.current).toBe(after.realms);
});
