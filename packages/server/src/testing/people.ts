// People of an organisation for the specs: a member, a role of its own, an invitation and a token.
import { z } from 'zod';
import type { OrgScope } from '../slices/access/access.module.ts';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';
const made = z.object({ id: z.string() });
const listed = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

export async function furnishPeople(
  house: House,
  scope: OrgScope,
): Promise<Readonly<Record<string, string>>> {
  const base = `/v1/orgs/${scope.slug}`;
  const post = async (path: string, body: unknown): Promise<string> => {
    const response = await send(house, 'POST', `${base}${path}`, { headers: OWNER, body });
    return made.parse(await response.json()).id;
  };
  await house.person(scope, 'reader');
  const members = listed.parse(
    await (await send(house, 'GET', `${base}/members`, { headers: OWNER })).json(),
  );
  return {
    member: members.data.find(({ name }) => name.startsWith('reader of'))?.id ?? '',
    role: await post('/roles', { title: `${scope.slug} canary`, permissions: ['risks.read'] }),
    invitation: await post('/invitations', {
      email: `${scope.slug}-canary@example.com`,
      grants: [{ role: 'reader' }],
    }),
    token: await post('/tokens', { name: `${scope.slug} canary`, scopes: ['evidence.read'] }),
  };
}

export const peopleBodies: Readonly<Record<string, unknown>> = {
  [`PUT ${O}/members/{member}`]: { grants: [{ role: 'owner' }] },
  [`POST ${O}/invitations`]: { email: 'stolen@example.com', grants: [{ role: 'reader' }] },
  [`POST ${O}/roles`]: { title: 'stolen', permissions: ['risks.read'] },
  [`PUT ${O}/roles/{role}`]: { title: 'stolen', permissions: ['risks.read'] },
  [`POST ${O}/tokens`]: { name: 'stolen', scopes: ['evidence.read'] },
};
