// A policy in force that routes can be tried on, and bodies that would be accepted.
import { expect } from 'vitest';
import { z } from 'zod';
import { OWNER, send, type House } from './house.ts';

const P = '/v1/orgs/{org}/policies';
const CODE = 'POL-04';
const tagSchema = z.looseObject({ missing: z.array(z.string()) });

/** Makes a policy from a template, fills it, approves, publishes and confirms it; its code. */
export async function publishedPolicy(house: House, base: string, slug: string): Promise<string> {
  const path = `${base}/policies/${CODE}`;
  const person = `${slug} canary`;
  const made = await tell(house, 'POST', `${base}/policies`, { template: CODE, title: person });
  const { missing } = tagSchema.parse(made.answer);
  const variables = Object.fromEntries(missing.map((name) => [name, 'canary']));
  const filled = await tell(house, 'PATCH', path, { variables }, made.etag);
  const approved = await tell(house, 'POST', `${path}/approve`, { by: person, role: 'founder' }, filled.etag);
  await tell(house, 'POST', `${path}/publish`, { people: [person] }, approved.etag);
  await tell(house, 'POST', `${path}/acknowledgements`, { person, proof: 'canary sheet' });
  return CODE;
}

export function policyBodies(): Readonly<Record<string, unknown>> {
  return {
    [`POST ${P}`]: { title: 'Stolen policy', text: 'It is stolen.' },
    [`PATCH ${P}/{policy}`]: { title: 'stolen' },
    [`POST ${P}/{policy}/approve`]: { by: 'stolen', role: 'founder' },
    [`POST ${P}/{policy}/publish`]: { people: [] },
    [`POST ${P}/{policy}/retire`]: { because: 'It is stolen.' },
    [`POST ${P}/{policy}/acknowledgements`]: {},
  };
}

async function tell(
  house: House,
  method: string,
  path: string,
  ...[body, etag]: readonly [object, string?]
): Promise<{ readonly answer: unknown; readonly etag: string }> {
  const headers = etag === undefined ? OWNER : { ...OWNER, 'if-match': etag };
  const response = await send(house, method, path, { headers, body });
  const answer: unknown = await response.json();
  expect([path, response.ok, answer]).toEqual([path, true, expect.any(Object)]);
  return { answer, etag: response.headers.get('etag') ?? '' };
}
