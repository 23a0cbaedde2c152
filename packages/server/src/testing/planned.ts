// Answers, a figure, a variant and an approved plan of an organisation that routes are tried on.
import { expect } from 'vitest';
import { z } from 'zod';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';

export const planBodies: Readonly<Record<string, object>> = {
  [`PUT ${O}/advice/answers`]: { people: 12 },
  [`POST ${O}/advice/try`]: { answers: { people: 12 } },
  [`PUT ${O}/advice/figures/{figure}`]: { value: 1, because: 'stolen' },
  [`PUT ${O}/plan/settings`]: { option: 'iso_first' },
  [`POST ${O}/plan/baselines`]: { digest: '0'.repeat(64), approver: 'stolen', role: 'stolen' },
  [`POST ${O}/plan/variants`]: { name: 'stolen' },
  [`PUT ${O}/plan/variants/{variant}`]: { name: 'stolen' },
};

/** Answers it, says a figure, chooses a way, copies the plan and approves it. */
export async function plannedOrganisation(
  house: House,
  { base, slug }: { readonly base: string; readonly slug: string },
): Promise<Readonly<Record<string, string>>> {
  const text = `${slug} canary`;
  const writes: readonly (readonly [string, string, object])[] = [
    ['PUT', '/advice/answers', { deals: [deal(text)] }],
    ['PUT', '/advice/figures/rate.founder', { value: 1000, because: text }],
    [
      'PUT',
      '/plan/settings',
      { option: 'both_in_parallel', not_before: [{ task: 'stage1', on: inDays(200), note: text }] },
    ],
    ['POST', '/plan/variants', { name: text }],
    ['POST', '/plan/baselines', { approver: text, role: 'founder' }],
  ];
  const made: string[] = [];
  for (const [method, path, body] of writes) {
    const answer = await send(house, method, `${base}${path}`, {
      headers: { ...OWNER, 'if-match': '"0"' },
      body: path === '/plan/baselines' ? { ...body, digest: await digestOf(house, base) } : body,
    });
    expect([path, answer.status, answer.ok ? '' : await answer.text()]).toEqual([
      path,
      method === 'PUT' ? 200 : 201,
      '',
    ]);
    if (method === 'POST') made.push(z.looseObject({ id: z.string() }).parse(await answer.json()).id);
  }
  const [variant = '', baseline = ''] = made;
  return { figure: 'rate.founder', variant, baseline };
}

/** Of the plan as it stands: who approves sends what was seen. */
export async function digestOf(house: House, base: string): Promise<string> {
  const answer = await send(house, 'GET', `${base}/plan`, { headers: OWNER });
  return z.object({ digest: z.string() }).parse(await answer.json()).digest;
}

function deal(name: string): object {
  return { name, amount: 1000, currency: 'USD', due: inDays(400), needs: 'soc2_any' };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
