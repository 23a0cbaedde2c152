// Who came in, or tried to, stands outside every organisation, and nobody can take it back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../testing/house.ts';
import { newLoginLink, signIn } from './sessions.usecases.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const from = { agent: 'test', address: '192.0.2.7' };

it('notes a sign-in and one that failed, with the address and without the secret', async () => {
  const link = await newLoginLink(house.deps);
  const session = await signIn(house.deps, link, from);
  expect((await signIn(house.deps, link, from)).ok).toBe(false);
  const events = await house.deps.db.inIdentity((tx) =>
    tx.selectFrom('identity_events').selectAll().orderBy('event_id').execute(),
  );
  expect(events.map((each) => [each.kind, each.address])).toEqual([
    ['sign_in.done', '192.0.2.7'],
    ['sign_in.refused', '192.0.2.7'],
  ]);
  expect(events[0]?.detail).toEqual({ factors: ['link'] });
  expect(JSON.stringify(events)).not.toContain(session.ok ? session.value.token : link);
});

it('cannot be changed or taken back by the application', async () => {
  const change = house.deps.db.inIdentity((tx) =>
    tx.updateTable('identity_events').set({ kind: 'sign_in.done' }).execute(),
  );
  await expect(change).rejects.toThrow('permission denied');
  const drop = house.deps.db.inIdentity((tx) => tx.deleteFrom('identity_events').execute());
  await expect(drop).rejects.toThrow('permission denied');
});

it('nor can the trail of an organisation, but for its end', async () => {
  const scope = await house.organisation('kept-trail');
  const change = house.deps.db.inOrganisation(scope.org, (tx) =>
    tx.updateTable('trail').set({ actor_name: 'somebody else' }).execute(),
  );
  await expect(change).rejects.toThrow('permission denied');
  const drop = house.deps.db.inOrganisation(scope.org, (tx) => tx.deleteFrom('trail').execute());
  await expect(drop).rejects.toThrow('permission denied');
});
