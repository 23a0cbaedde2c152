// Trying other answers keeps nothing, and holds nothing up while it is computed; an earlier instant knows nothing of later.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { furnish } from '../../testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { watchedHouse } from '../../testing/watched.ts';

let real: House;
let alpha: Awaited<ReturnType<House['organisation']>>;
let house: ReturnType<typeof watchedHouse>;
beforeAll(async () => {
  real = await openHouse();
  alpha = await real.organisation('alpha');
  house = watchedHouse(real);
}, 60_000);
afterAll(async () => {
  await house.close();
  await real.close();
});

it('tries other answers without a transaction that stays open while it computes', async () => {
  const answer = await send(house, 'POST', '/v1/orgs/alpha/advice/try', {
    headers: OWNER,
    body: { answers: { people: 40 } },
  });
  const tried = z.object({ situation: z.object({ people: z.number() }) }).parse(await answer.json());
  expect([tried.situation.people, house.watched.seen]).toEqual([40, ['read']]);
});

it.each([
  ['board-brief', 'advice.too_long'],
  ['loss-report', 'losses.too_long'],
])('prints %s without a transaction that waits for what is computed', async (document, code) => {
  const left = new AbortController();
  house.watched.afterRead = () => left.abort();
  const asked = new Request(`http://127.0.0.1:7373/v1/orgs/alpha/documents/${document}?format=md`, {
    headers: { host: '127.0.0.1:7373', ...OWNER },
    signal: left.signal,
  });
  const answer = await house.app.request(asked);
  house.watched.afterRead = () => undefined;
  expect(z.object({ code: z.string() }).parse(await answer.json()).code).toBe(code);
});

it('is the same for an earlier instant, whatever was assessed, approved, audited and answered since', async () => {
  const at = house.deps.clock.now();
  const ask = async (query: string): Promise<string> => {
    const answer = await send(house, 'GET', `/v1/orgs/alpha/advice${query}`, { headers: OWNER });
    return answer.text();
  };
  const before = await ask(`?at=${at}`);
  await furnish(real, alpha);
  expect(await ask(`?at=${at}`)).toBe(before);
  const { plan } = z
    .object({ plan: z.object({ done: z.array(z.string()) }) })
    .parse(JSON.parse(await ask('')));
  expect(plan.done).toContain('statement');
}, 60_000);

it('reads what was said of a figure that the advice does not rest on, with the version to say it over', async () => {
  const path = '/v1/orgs/alpha/advice/figures/rate.legal_counsel';
  const read = async (): Promise<[string | null, unknown]> => {
    const answer = await send(house, 'GET', path, { headers: OWNER });
    return [answer.headers.get('etag'), await answer.json()];
  };
  expect(await read()).toEqual(['"0"', { key: 'rate.legal_counsel', said: null, revision: 0 }]);
  const put = await send(house, 'PUT', path, {
    headers: { ...OWNER, 'if-match': '"0"' },
    body: { value: 900, because: 'The invoice of June.' },
  });
  expect(put.status).toBe(200);
  expect(await read()).toMatchObject(['"1"', { said: { value: 900 }, revision: 1 }]);
  const unknown = await send(house, 'GET', '/v1/orgs/alpha/advice/figures/rate.wizard', { headers: OWNER });
  expect(unknown.status).toBe(404);
});
