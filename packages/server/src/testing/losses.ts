// Risk in money of an organisation that routes are tried on.
import { expect } from 'vitest';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';
const HALF = (justification: string) => ({
  frequency: { kind: 'bernoulli', probability: 0.2 },
  loss: { kind: 'lognormal', low: 1000, high: 9000 },
  justification,
});

export const lossBodies: Readonly<Record<string, object>> = {
  [`PUT ${O}/risks/{risk}/loss-estimate`]: { inherent: HALF('stolen') },
  [`PUT ${O}/loss-tolerance`]: { currency: 'USD', line: null, justification: 'stolen' },
  [`PUT ${O}/controls/{control}/cost`]: { cost: 1, note: 'stolen' },
};

/** Puts an estimate, a tolerance and a cost there. */
export async function estimatedRisk(
  house: House,
  base: string,
  { slug, risk }: { readonly slug: string; readonly risk: string },
): Promise<void> {
  const text = `${slug} canary`;
  const line = { often: { loss: 1000, share: 0.1 }, rare: { loss: 9000, share: 0.01 } };
  const writes: readonly (readonly [string, object])[] = [
    [`/risks/${risk}/loss-estimate`, { inherent: HALF(text) }],
    ['/loss-tolerance', { currency: 'EUR', line, justification: text }],
    ['/controls/C-07/cost', { cost: 100, note: text }],
  ];
  for (const [path, body] of writes) {
    const answer = await send(house, 'PUT', `${base}${path}`, {
      headers: { ...OWNER, 'if-match': '"0"' },
      body,
    });
    expect([path, answer.status]).toEqual([path, 200]);
  }
}
