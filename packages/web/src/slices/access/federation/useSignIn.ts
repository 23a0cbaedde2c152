// How members sign in, as the server says it.
import type { Output, Routes } from '@assay/contract';
import { api, useOrg } from '../../../data/api.ts';

export type Setup = Output<Routes['sign_in.setup']>;
export type Domain = Setup['domains'][number];
export type Pipeline = Setup['pipelines'][number];
export type Rule = Setup['rules']['rules'][number];

export function useSignIn(org: string) {
  return useOrg(org, ['sign-in'], () => api['sign_in.setup']({ params: { org } }));
}

/** Where it stands, in one sentence. */
export function sentence({ provider, domains, scim }: Setup): string {
  const shown = domains.filter(({ verified_at: at }) => at !== null).map(({ domain }) => domain);
  if (!provider) return 'Members sign in with a passkey or a password; no provider signs them in.';
  const who =
    shown.length === 0
      ? 'nobody joins by it until a domain is shown to be yours'
      : `people of ${shown.join(', ')} ${provider.joins ? 'join by it' : 'are let in if they are members'}`;
  const kept = scim.users === 0 ? '' : ` A directory keeps ${scim.active} active of ${scim.users} users.`;
  return `Members sign in by ${new URL(provider.issuer).host}; ${who}.${kept}`;
}
