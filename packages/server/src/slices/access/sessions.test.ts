// A session ends when nobody used it for half an hour, and after twelve hours however much it was used.
import { instantOfMillis, millisOfInstant } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpApp } from '../../app/http.ts';
import { openHouse, type House } from '../../testing/house.ts';
import { newLoginLink } from './sessions.usecases.ts';

let house: House;
const MINUTE = 60_000;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Signs in now and asks whether the session holds so many minutes later. */
async function signedIn(): Promise<(minutes: number) => Promise<number>> {
  const began = millisOfInstant(house.deps.clock.now());
  const clock = { ahead: 0, now: () => instantOfMillis(began + clock.ahead * MINUTE) };
  const deps = { ...house.deps, clock };
  const app = httpApp(deps, { hosts: [], web: '', log: () => undefined });
  const link = await newLoginLink(deps);
  const headers = { host: '127.0.0.1' };
  const opened = await app.request(`http://127.0.0.1/login?token=${link}`, { headers });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return async (minutes) => {
    clock.ahead = minutes;
    return (await app.request('http://127.0.0.1/v1/session', { headers: { ...headers, cookie } })).status;
  };
}

it('a session that nobody used for thirty minutes is over, also for whoever comes back later', async () => {
  const after = await signedIn();
  expect(await after(29)).toBe(200);
  expect(await after(58)).toBe(200);
  expect(await after(89)).toBe(401);
  expect(await after(90)).toBe(401);
});

it('a session that is used all day is over after twelve hours', async () => {
  const after = await signedIn();
  for (let minutes = 20; minutes < 720; minutes += 20)
    expect([minutes, await after(minutes)]).toEqual([minutes, 200]);
  expect(await after(721)).toBe(401);
});
