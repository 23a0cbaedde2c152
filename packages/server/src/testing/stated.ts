// A statement of applicability that is decided and approved, with one obligation, for routes to be tried on.
import { z } from 'zod';
import type { OrgScope } from '../slices/access/access.module.ts';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';
const named = z.looseObject({ id: z.string() });
const statement = z.object({ rows: z.array(z.object({ id: z.string() })) });

/** Adds an obligation, leaves out all of Annex A but A.5.15, and approves; returns the parameters of its routes. */
export async function statedOrganisation(
  house: House,
  scope: OrgScope,
): Promise<Readonly<Record<string, string>>> {
  const base = `/v1/orgs/${scope.slug}`;
  const canary = `${scope.slug} canary`;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await send(house, method, base + path, { headers: OWNER, body });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { id: obligation } = named.parse(await ask('POST', '/obligations', { kind: 'law', title: canary }));
  const { rows } = statement.parse(await ask('GET', '/soa'));
  await ask('POST', '/soa/rows', {
    rows: rows.map(({ id }) => ({
      row: id,
      decide:
        id === 'A.5.15'
          ? { decision: 'in', reasons: [{ kind: 'law', ref: obligation }], how: canary }
          : { decision: 'out', justification: canary },
    })),
  });
  const { id: version } = named.parse(
    await ask('POST', '/soa/versions', { approver: canary, role: 'founder' }),
  );
  return { obligation, row: 'A.5.15', version };
}

/** Bodies that would be accepted. */
export const soaBodies: Readonly<Record<string, unknown>> = {
  [`PUT ${O}/soa/rows/{row}`]: { decision: 'undecided' },
  [`POST ${O}/soa/rows/{row}/try`]: { decision: 'undecided' },
  [`POST ${O}/soa/rows`]: { rows: [{ row: 'A.7.4', decide: { decision: 'undecided' } }] },
  [`POST ${O}/soa/versions`]: { approver: 'stolen', role: 'stolen' },
  [`POST ${O}/obligations`]: { kind: 'law', title: 'stolen' },
  [`PATCH ${O}/obligations/{obligation}`]: { title: 'stolen' },
};
