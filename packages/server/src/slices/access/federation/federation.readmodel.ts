// Everything that an organisation keeps of how its members sign in, read at once.
import { grantsOfGroups, type GroupRules } from '@assay/core';
import { listAccess, type AccessRecord } from '../members.repository.ts';
import type { Kept } from '../people/access.readmodel.ts';
import type { Work } from '../people/work.ts';
import {
  domainStored,
  groupStored,
  pipelineStored,
  providerStored,
  provisionedStored,
  rulesStored,
  type DomainDocument,
  type GroupDocument,
  type PipelineDocument,
  type ProviderDocument,
  type ProvisionedDocument,
} from './documents.ts';

export interface Federation {
  readonly provider: Kept<ProviderDocument> | undefined;
  readonly domains: readonly Kept<DomainDocument>[];
  readonly rules: GroupRules;
  readonly pipelines: readonly Kept<PipelineDocument>[];
  readonly provisioned: readonly Kept<ProvisionedDocument>[];
  readonly groups: readonly Kept<GroupDocument>[];
}

const PROVIDER = 'provider';
const RULES = 'rules';
const DOMAIN = 'domain ';

/** Names of what is kept under `sign_in`. */
export const THINGS = { provider: PROVIDER, rules: RULES, domain: (domain: string) => `${DOMAIN}${domain}` };

export async function federationOf({ deps, scope }: Pick<Work, 'deps' | 'scope'>): Promise<Federation> {
  const all = await deps.db.inOrganisation(scope.org, (tx) => listAccess(tx, scope));
  const kept = <T>(
    fits: (record: AccessRecord) => boolean,
    read: (stored: unknown) => T,
  ): readonly Kept<T>[] =>
    all.filter(fits).map((record) => ({ id: record.thing, is: read(record.document), record }));
  const said = (fits: (thing: string) => boolean) => (record: AccessRecord) =>
    record.kind === 'sign_in' && fits(record.thing);
  const active = <T extends { readonly is: { readonly state: 'active' | 'ended' } }>(each: T): boolean =>
    each.is.state === 'active';
  const [rules] = kept(
    said((thing) => thing === RULES),
    (stored) => rulesStored.parse(stored),
  );
  return {
    provider: kept(
      said((thing) => thing === PROVIDER),
      (stored) => providerStored.parse(stored),
    ).find(active),
    domains: kept(
      said((thing) => thing.startsWith(DOMAIN)),
      (stored) => domainStored.parse(stored),
    ).filter(active),
    rules: rules?.is ?? { otherwise: null, rules: [] },
    pipelines: kept(
      said((thing) => thing.startsWith('pip_')),
      (stored) => pipelineStored.parse(stored),
    ),
    provisioned: kept(
      ({ kind }) => kind === 'provisioned',
      (stored) => provisionedStored.parse(stored),
    ),
    groups: kept(
      ({ kind }) => kind === 'group',
      (stored) => groupStored.parse(stored),
    ).filter(active),
  };
}

/** Whether people of this domain join: somebody has shown that it is the organisation's. */
export function isProved({ domains }: Federation, domain: string | undefined): boolean {
  return domains.some(({ is }) => is.domain === domain && is.verified_at !== null);
}

/** What somebody of the directory is given by the groups that they are in. */
export function givenByGroups({ groups, rules }: Federation, id: string) {
  const names = groups.filter(({ is }) => is.members.includes(id)).map(({ is }) => is.display_name);
  return [...grantsOfGroups(names, rules)];
}
