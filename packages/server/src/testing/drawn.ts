// A sample in an organisation that routes can be tried on, and bodies that would be accepted.
import { expect } from 'vitest';
import { z } from 'zod';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}/samples';
const PROFILE = {
  title: 'canary profile',
  rule: { kind: 'percent', percent: 20, least: 5, most: 40 },
  source: 'canary methodology',
};
const TOLD = {
  source: 'canary system',
  environment: 'production',
  query: 'canary query',
  range: { from: '2026-01-01', until: '2026-02-01' },
  generator: 'canary job',
  generated_at: '2026-02-01T06:00:00Z',
  every_page: true,
  days_written_by: 'system',
};

/** Freezes a population and draws a sample of one from it; its id. */
export async function drawnSample(house: House, base: string, population: string): Promise<string> {
  const path = `${base}/populations/${population}`;
  const ask = (method: string, to: string, body: object): Promise<Response> =>
    send(house, method, to, { headers: OWNER, body });
  const read = await send(house, 'GET', path, { headers: OWNER });
  await send(house, 'PATCH', path, {
    headers: { ...OWNER, 'if-match': read.headers.get('etag') ?? '' },
    body: { provenance: { ...TOLD, source: `canary system of ${base}` } },
  });
  await ask('POST', `${path}/freeze`, {});
  const drawn = await ask('POST', `${base}/samples`, drawOf(population, `canary attribute of ${base}`));
  expect(drawn.status).toBe(201);
  return z.looseObject({ id: z.string() }).parse(await drawn.json()).id;
}

/** Puts a profile of sizes of its own there; its name. */
export async function ownProfile(house: House, base: string): Promise<string> {
  const put = await send(house, 'PUT', `${base}/sample-profiles/canary`, {
    headers: { ...OWNER, 'if-match': '"0"' },
    body: PROFILE,
  });
  expect(put.status).toBe(200);
  return 'canary';
}

export function sampleBodies(): Readonly<Record<string, unknown>> {
  return {
    [`POST ${O}`]: drawOf('P-1'),
    'PUT /v1/orgs/{org}/sample-profiles/{profile}': {
      ...PROFILE,
      title: 'stolen profile',
      source: 'stolen methodology',
    },
    [`PUT ${O}/{sample}/results`]: {
      items: [{ number: 1, revision: 0, results: { A: 'pass' }, tested_on: '2026-01-06' }],
    },
    [`POST ${O}/{sample}/extend`]: { to: 2, because: 'stolen' },
    [`POST ${O}/{sample}/void`]: { because: 'stolen' },
  };
}

function drawOf(population: string, text = 'canary attribute'): object {
  return {
    population,
    control: 'C-30',
    size: { by: 'own', size: 1, because: 'one is there' },
    attributes: [{ letter: 'A', text, method: 'inspection' }],
  };
}
