// Days pass by themselves: a deal whose day has passed forbids no other answer, and is not lost when one is recorded.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOfMillis } from '@assay/core';
import { z } from 'zod';
import { httpApp } from '../../app/http.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const DAY = 86_400_000;

let house: House;
let ahead = 0;
beforeAll(async () => {
  const real = await openHouse();
  await real.organisation('alpha');
  const clock = { now: () => instantOfMillis(Date.now() + ahead * DAY) };
  const made = { hosts: ['test'], web: '/nowhere', requestsPerMinute: 1_000_000 };
  house = { ...real, app: httpApp({ ...real.deps, clock }, made) };
}, 60_000);
afterAll(() => house.close());

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

function put(body: unknown, revision: number): Promise<Response> {
  const headers = { ...OWNER, 'if-match': `"${revision}"` };
  return send(house, 'PUT', '/v1/orgs/alpha/advice/answers', { headers, body });
}

const deal = (name: string, days: number) => ({
  name,
  amount: 10_000,
  currency: 'EUR',
  due: inDays(days),
  needs: 'either',
});
const answers = {
  currency: 'EUR',
  rates: { USD: 0.92 },
  deals: [deal('Soon', 5), deal('Later', 200)],
  clauses: [{ name: 'Framework', kind: 'contract', needs: 'iso27001', due: inDays(5) }],
};

it('keeps what was said before its day passed when another answer is recorded', async () => {
  const first = await put(answers, 0);
  expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('Soon')]);
  ahead = 40;
  const again = await put({ ...answers, people: 30 }, 1);
  expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('Soon')]);
});

it('still refuses what is new and has passed', async () => {
  const late = { ...answers, deals: [...answers.deals, deal('Late', 30)] };
  const refused = await put(late, 2);
  const problem = z.object({ code: z.string(), detail: z.string() });
  const { code, detail } = problem.parse(await refused.json());
  expect(code).toBe('advice.refused');
  expect(detail).toMatch(/lies in the past/);
  const moved = { ...answers, deals: [deal('Soon', 6), deal('Later', 200)] };
  expect((await put(moved, 2)).status).toBe(422);
});
