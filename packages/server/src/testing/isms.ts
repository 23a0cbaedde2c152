// A record of the management system that routes can be tried on, and bodies that would be accepted.
import { expect } from 'vitest';
import { z } from 'zod';
import { OWNER, send, type House } from './house.ts';

const P = '/v1/orgs/{org}/isms';

/** Writes an objective and approves it; its id. */
export async function approvedRecord(house: House, base: string, slug: string): Promise<string> {
  const made = await send(house, 'POST', `${base}/isms`, { headers: OWNER, body: objectiveBody(slug) });
  expect(made.status).toBe(201);
  const { id } = z.looseObject({ id: z.string() }).parse(await made.json());
  const approved = await send(house, 'POST', `${base}/isms/${id}/approve`, {
    headers: { ...OWNER, 'if-match': made.headers.get('etag') ?? '' },
    body: { by: `${slug} canary`, role: 'founder' },
  });
  expect(approved.status).toBe(200);
  return id;
}

function objectiveBody(slug: string) {
  return {
    kind: 'objective',
    title: `${slug} canary`,
    measure: 'counted',
    unit: '',
    target: 1,
    direction: 'at_least',
    due: '2030-01-01',
    plan: 'count',
    owner: 'canary',
    every_days: 30,
    measurements: [],
  };
}

export const ismsBodies: Readonly<Record<string, unknown>> = {
  [`POST ${P}`]: objectiveBody('another'),
  [`PUT ${P}/{record}`]: objectiveBody('stolen'),
  [`POST ${P}/{record}/measurements`]: { value: 1 },
  [`POST ${P}/{record}/approve`]: { by: 'stolen', role: 'founder' },
  [`POST ${P}/{record}/actions`]: { action: 1 },
  [`POST ${P}/{record}/withdraw`]: { because: 'stolen' },
  [`POST ${P}/{record}/close`]: {},
};
