// The limit is the caller's: told before it hurts, with the time to wait, whatever the address looks like.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER, openHouse, type House } from '../testing/house.ts';
import type { Deps } from './deps.ts';
import { httpApp } from './http.ts';

const quiet = { hosts: [], web: '', log: () => undefined };

describe('the rate limit', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('limited');
  });
  afterAll(() => house.close());

  /** A minute that does not end while its requests are counted. */
  const stopped = (): Deps => {
    const at = house.deps.clock.now();
    return { ...house.deps, clock: { now: () => at } };
  };

  it('says what is left, then how long to wait, and is not evaded by another spelling of the address', async () => {
    const app = httpApp(stopped(), { ...quiet, requestsPerMinute: 4 });
    const ask = (path: string): Promise<Response> =>
      Promise.resolve(app.request(`http://127.0.0.1${path}`, { headers: { ...OWNER, host: '127.0.0.1' } }));
    const first = await ask('/v1/orgs/limited/evidence');
    expect(first.headers.get('ratelimit-policy')).toBe('"minute";q=4;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"minute";r=3;t=\d+$/);
    for (let i = 0; i < 3; i += 1) await ask('/v1/orgs/limited/evidence');
    const over = await ask('/v1/orgs/limited/evidence');
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await over.json()).toMatchObject({ code: 'request.rate_limited' });
    const variants = [
      '/v1/orgs/limited/evidence?limit=1',
      '/v1/orgs/limited/controls',
      '//v1/orgs/limited/evidence',
      '/v1/orgs/limited/evidence/',
      '/V1/orgs/limited/evidence',
      '/v1/orgs/LIMITED/evidence',
      '/v1/orgs/limited%2fevidence',
      '/v1/./orgs/limited/evidence',
    ];
    for (const path of variants) {
      const answer = await ask(path);
      // Limited, or an address that is no route and answers nothing of the organisation.
      const text = await answer.text();
      expect([path, answer.status === 429 || !text.includes('next_cursor')]).toEqual([path, true]);
    }
  });

  it('counts strangers by their address and leaves those who are known alone', async () => {
    const app = httpApp(stopped(), { ...quiet, strangersPerMinute: 3 });
    const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      Promise.resolve(app.request(`http://127.0.0.1${path}`, { headers: { ...headers, host: '127.0.0.1' } }));
    const wrong = { authorization: 'Bearer guessed' };
    const answers = [
      await ask('/v1/orgs/limited/evidence', wrong),
      await ask('/login?token=guessed'),
      await ask('/v1/session', { cookie: 'assay_session=guessed' }),
      await ask('/v1/orgs/limited/evidence', wrong),
      await ask('/login?token=guessed'),
    ];
    expect(answers.map((each) => each.status)).toEqual([401, 410, 401, 429, 429]);
    expect((await ask('/v1/orgs/limited/evidence', OWNER)).status).toBe(200);
  });
});
