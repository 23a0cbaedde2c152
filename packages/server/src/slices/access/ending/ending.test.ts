// An organisation ends on the day that was said, whole, by whoever owns it; until then any owner takes that back.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { instantOfMillis, millisOfInstant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import { Unit } from '../../../platform/postgres/unit.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { leavings } from '../../../testing/leavings.ts';
import { directoryOf } from '../access.repository.ts';
import { byItself, type OrgScope } from '../access.module.ts';
import { authorize, type Directed } from '../scope.ts';
import { membershipsOf } from '../members.repository.ts';
import { theOwner } from '../sessions.usecases.ts';
import { finishEndings, lookAtEndings } from './erasing.usecases.ts';

const DAY = 86_400_000;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown) =>
  send(house, method, path, { headers: OWNER, ...(body === undefined ? {} : { body }) });
const codeOf = async (response: Response) => z.object({ code: z.string() }).parse(await response.json()).code;

/** An organisation that is no demo, with a file in it. */
async function started(slug: string): Promise<Directed> {
  expect((await ask('POST', '/v1/orgs', { name: `${slug} Ltd`, slug })).status).toBe(201);
  const sent = await send(house, 'POST', `/v1/orgs/${slug}/artefacts?filename=x.txt`, {
    headers: OWNER,
    bytes: `a file of ${slug}`,
  });
  expect(sent.status).toBe(201);
  const all = await house.deps.db.inIdentity((tx) => directoryOf(tx));
  const place = all.find((each) => each.slug === slug);
  if (!place) throw new Error(`${slug} is not there`);
  return place;
}

/** Looks once, so many days from now. */
async function lookIn(days: number, given: Partial<Deps> = {}): Promise<readonly string[]> {
  const now = instantOfMillis(millisOfInstant(house.deps.clock.now()) + days * DAY);
  const deps = { ...house.deps, clock: { now: () => now }, ...given };
  return lookAtEndings(deps, async (work) => {
    const unit = new Unit(house.deps.pool);
    try {
      await work({ ...deps, db: unit });
      await unit.commit();
    } catch (cause) {
      await unit.rollback();
      throw cause;
    }
  });
}

async function scopeOf(place: Directed): Promise<OrgScope> {
  const principal = await theOwner(house.deps);
  const own = await house.deps.db.inIdentity((tx) => membershipsOf(tx, principal.id));
  const scope = authorize(
    { principal, origin: byItself('start', 'test') },
    own.find(({ org }) => org === place.org),
    { permission: 'organisation.read' },
  );
  if (!scope.ok) throw new Error(scope.error.detail);
  return scope.value;
}

/** Letters that were written to an address. */
function lettersTo(address: string): readonly string[] {
  const folder = join(house.root, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(address));
}

it('is asked for by an owner who types its name, told to every owner, and taken back by another', async () => {
  const place = await started('kept');
  const scope = await scopeOf(place);
  const other = await house.person(scope, 'owner');
  await house.deps.db.inIdentity((tx) =>
    tx
      .updateTable('principals')
      .set({ email: 'second@owner.example' })
      .where('name', '=', 'owner of kept')
      .execute(),
  );
  const admin = await house.person(scope, 'admin');
  const path = '/v1/orgs/kept/ending';
  const asked = { name: 'kept Ltd', days: 7 };
  expect((await send(house, 'POST', path, { headers: admin, body: asked })).status).toBe(403);
  expect(await codeOf(await ask('POST', path, { name: 'kept' }))).toBe('organisation.name_differs');
  expect((await ask('POST', path, { ...asked, days: 6 })).status).toBe(400);
  expect(await codeOf(await ask('DELETE', path))).toBe('organisation.not_ending');
  expect((await ask('POST', path, asked)).status).toBe(201);
  expect(await codeOf(await ask('POST', path, asked))).toBe('organisation.ending');
  expect(lettersTo('second@owner.example')).toHaveLength(1);
  expect(await (await send(house, 'GET', path, { headers: admin })).json()).toMatchObject({
    asked: { delay_days: 7 },
  });
  expect((await send(house, 'DELETE', path, { headers: admin })).status).toBe(403);
  expect(await (await send(house, 'DELETE', path, { headers: other })).json()).toEqual({ asked: null });
  expect(lettersTo('second@owner.example')).toHaveLength(2);
  for (let day = 0; day <= 30; day += 1) expect(await lookIn(day)).toEqual([]);
  expect((await ask('GET', '/v1/orgs/kept')).status).toBe(200);
  const verified = await ask('POST', '/v1/orgs/kept/ledger/verify', {});
  expect(await verified.json()).toMatchObject({ ok: true });
}, 60_000);

it('ends on its day and not by a clock that jumps; nothing is left, one event is, and the name rests', async () => {
  const place = await started('gone');
  const files = join(house.data.artefacts, place.org);
  await ask('POST', '/v1/orgs/gone/ending', { name: 'gone Ltd', days: 8 });
  expect(await lookIn(400)).toEqual([]);
  expect(await lookIn(400)).toEqual([]);
  expect((await ask('GET', '/v1/orgs/gone')).status).toBe(200);
  await ask('DELETE', '/v1/orgs/gone/ending');
  await ask('POST', '/v1/orgs/gone/ending', { name: 'gone Ltd', days: 8 });
  for (let day = 0; day < 8; day += 1) expect(await lookIn(day)).toEqual([]);
  // Killed within the erasure: nothing of it is done, and the next look does all of it.
  const killed = { keys: house.deps.keys, blobs: house.deps.blobs };
  const broken: Partial<Deps> = {
    ...killed,
    blobs: { ...house.deps.blobs, removeAll: () => Promise.reject(new Error('killed')) },
  };
  await expect(lookIn(8, broken)).rejects.toThrow('killed');
  // Its rows are gone for good by then; its files go at the next start.
  expect(await leavings(house, place.org)).toEqual([]);
  expect(existsSync(files)).toBe(true);
  await finishEndings(house.deps);
  expect(existsSync(files)).toBe(false);
  expect(readdirSync(house.data.keys).filter((name) => name.startsWith(place.org))).toEqual([]);
  expect((await ask('GET', '/v1/orgs/gone')).status).toBe(404);
  const events = await house.deps.db.inIdentity((tx) =>
    tx.selectFrom('identity_events').selectAll().where('kind', '=', 'organisation.ended').execute(),
  );
  expect(events.map(({ detail, via }) => [detail, via])).toEqual([
    [{ organisation: place.org, slug: 'gone', demo: false }, 'job'],
  ]);
  expect(await codeOf(await ask('POST', '/v1/orgs', { name: 'Gone again', slug: 'gone' }))).toBe(
    'organisation.slug_taken',
  );
}, 60_000);

it('is begun again when it was killed before it was true', async () => {
  const place = await started('twice');
  await ask('POST', '/v1/orgs/twice/ending', { name: 'twice Ltd', days: 7 });
  for (let day = 0; day < 7; day += 1) await lookIn(day);
  const now = instantOfMillis(millisOfInstant(house.deps.clock.now()) + 7 * DAY);
  const deps = { ...house.deps, clock: { now: () => now } };
  const before = await leavings(house, place.org);
  await lookAtEndings(deps, async (work) => {
    const unit = new Unit(house.deps.pool);
    await work({ ...deps, db: unit });
    await unit.rollback();
  });
  expect(await leavings(house, place.org)).toEqual(before);
  expect((await ask('GET', '/v1/orgs/twice')).status).toBe(200);
  expect(await lookIn(7)).toEqual(['twice']);
  expect(await leavings(house, place.org)).toEqual([]);
}, 60_000);

it('is nothing for demos, which are deleted at once', async () => {
  await house.organisation('shown');
  expect(await codeOf(await ask('POST', '/v1/orgs/shown/ending', { name: 'shown canary' }))).toBe(
    'organisation.demo',
  );
  expect((await ask('DELETE', '/v1/orgs/shown')).status).toBe(204);
  expect((await ask('POST', '/v1/orgs', { name: 'Shown', slug: 'shown' })).status).toBe(201);
});
