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
  const domain = await provedDomain(house, scope, `${scope.slug}-canary.example`);
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
    domain,
    ...(await provisioned(house, { base, slug: scope.slug, domain })),
    token: await post('/tokens', { name: `${scope.slug} canary`, scopes: ['evidence.read'] }),
  };
}

const setup = z.object({
  domains: z.array(
    z.object({ domain: z.string(), record: z.object({ name: z.string(), value: z.string() }) }),
  ),
  pipelines: z.array(z.object({ id: z.string() })),
});

/** A domain that the organisation has shown to be its own. */
export async function provedDomain(
  house: House,
  scope: Pick<OrgScope, 'slug'>,
  domain: string,
): Promise<string> {
  const path = `/v1/orgs/${scope.slug}/sign-in/domains`;
  const added = await send(house, 'POST', path, { headers: OWNER, body: { domain } });
  const { domains } = setup.parse(await added.json());
  const record = domains.find((each) => each.domain === domain)?.record;
  house.zone.set(record?.name ?? '', record?.value ?? '');
  const checked = await send(house, 'POST', `${path}/${domain}/check`, { headers: OWNER });
  if (!checked.ok) throw new Error(await checked.text());
  return domain;
}

/** A user, a group and a pipeline. */
async function provisioned(
  house: House,
  { base, slug, domain }: { readonly base: string; readonly slug: string; readonly domain: string },
): Promise<Readonly<Record<string, string>>> {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await send(house, 'POST', `${base}${path}`, { headers: OWNER, body });
    return response.json();
  };
  const user = made.parse(
    await post('/scim/v2/Users', { userName: `ada@${domain}`, displayName: `${slug} canary` }),
  );
  const members = [{ value: user.id }];
  const group = made.parse(await post('/scim/v2/Groups', { displayName: `${slug} canary`, members }));
  const { pipelines } = setup.parse(
    await post('/sign-in/pipelines', { ...PIPELINE, name: `${slug} canary` }),
  );
  return { provisioned: user.id, group: group.id, pipeline: pipelines[0]?.id ?? '' };
}

const PIPELINE = {
  issuer: 'https://ci.example',
  claims: [
    { claim: 'repository', value: 'acme/app' },
    { claim: 'ref', value: 'refs/heads/main' },
  ],
  scopes: ['evidence.add'],
};

export const peopleBodies: Readonly<Record<string, unknown>> = {
  [`PUT ${O}/members/{member}`]: { grants: [{ role: 'owner' }] },
  [`POST ${O}/invitations`]: { email: 'stolen@example.com', grants: [{ role: 'reader' }] },
  [`POST ${O}/roles`]: { title: 'stolen', permissions: ['risks.read'] },
  [`PUT ${O}/roles/{role}`]: { title: 'stolen', permissions: ['risks.read'] },
  [`PUT ${O}/sign-in/provider`]: { issuer: 'https://nowhere.invalid', client_id: 'stolen' },
  [`POST ${O}/sign-in/domains`]: { domain: 'stolen.example' },
  [`PUT ${O}/sign-in/rules`]: {
    otherwise: { role: 'reader' },
    rules: [{ group: 'stolen', gives: { role: 'reader' } }],
  },
  [`POST ${O}/sign-in/pipelines`]: { ...PIPELINE, name: 'stolen' },
  [`POST ${O}/scim/v2/Users`]: { userName: 'stolen@elsewhere.example' },
  [`PUT ${O}/scim/v2/Users/{provisioned}`]: { userName: 'stolen@elsewhere.example' },
  [`PATCH ${O}/scim/v2/Users/{provisioned}`]: {
    Operations: [{ op: 'replace', path: 'active', value: false }],
  },
  [`POST ${O}/scim/v2/Groups`]: { displayName: 'stolen' },
  [`PUT ${O}/scim/v2/Groups/{group}`]: { displayName: 'stolen' },
  [`PATCH ${O}/scim/v2/Groups/{group}`]: {
    Operations: [{ op: 'replace', path: 'displayName', value: 'stolen' }],
  },
  [`POST ${O}/tokens`]: { name: 'stolen', scopes: ['evidence.read'] },
};
