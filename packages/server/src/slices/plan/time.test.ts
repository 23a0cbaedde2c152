// Days pass by themselves: what was said of a plan before does not forbid to say anything else of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOfMillis } from '@assay/core';
import { z } from 'zod';
import { httpApp } from '../../app/http.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const DAY = 86_400_000;
const B = '/v1/orgs/alpha';

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

async function ask(what: string, body: unknown, revision = 0): Promise<Response> {
  const [method = '', path = ''] = what.split(' ');
  return send(house, method, `${B}${path}`, { headers: { ...OWNER, 'if-match': `"${revision}"` }, body });
}

const problem = z.object({ code: z.string(), errors: z.array(z.object({ pointer: z.string() })) });

const said = {
  option: 'both_in_parallel',
  start: inDays(3),
  fixed: [{ task: 'stage2', on: inDays(20) }],
};

it('lets the rest be said once a fixed day and the start have passed', async () => {
  expect((await ask('PUT /plan/settings', said)).status).toBe(200);
  expect((await ask('POST /plan/variants', { name: 'Booked', settings: { fixed: said.fixed } })).status).toBe(
    201,
  );
  ahead = 40;
  const moved = { ...said, not_before: [{ task: 'auditor_soc2', on: inDays(60) }] };
  const answer = await ask('PUT /plan/settings', moved, 1);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('auditor_soc2')]);
  expect((await ask('POST /plan/variants', { name: 'More', settings: { option: 'iso_first' } })).status).toBe(
    201,
  );
  const renamed = { name: 'Was booked', settings: { fixed: said.fixed } };
  expect((await ask('PUT /plan/variants/PV-1', renamed, 1)).status).toBe(200);
});

it('still refuses what is new, has passed and was never said', async () => {
  const late = { ...said, fixed: [...said.fixed, { task: 'stage1', on: inDays(30) }] };
  const refused = await ask('PUT /plan/settings', late, 2);
  expect(problem.parse(await refused.json())).toMatchObject({
    code: 'plan.refused',
    errors: [{ pointer: '/body/fixed/1/on' }],
  });
  const other = { name: 'Late', settings: { fixed: [{ task: 'stage1', on: inDays(30) }] } };
  expect(problem.parse(await (await ask('POST /plan/variants', other)).json())).toMatchObject({
    errors: [{ pointer: '/body/settings/fixed/0/on' }],
  });
});
