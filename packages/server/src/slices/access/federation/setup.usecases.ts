// What an organisation says of how its members sign in. Nobody says what gives more than they hold.
import {
  domainRecord,
  err,
  givingFaults,
  ok,
  parseDomain,
  permits,
  pipelineFaults,
  provesDomain,
  resolve,
  type Permission,
  type PipelineClaim,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret } from '../../../platform/crypto.ts';
import { writeAccess } from '../members.usecases.ts';
import { accessOf } from '../people/access.readmodel.ts';
import { given } from '../people/given.ts';
import { refusalOf, rolesOf } from '../people/members.changes.ts';
import type { Work } from '../people/work.ts';
import type { DomainDocument, ProviderDocument, RulesDocument } from './documents.ts';
import { endTrades, leaveDomain, takeDomain } from './federation.repository.ts';
import { federationOf, THINGS } from './federation.readmodel.ts';
import { discover } from './provider.ts';
import { applyRules } from './scim.usecases.ts';
import { dropProviderSecret, keepProviderSecret } from './secret.ts';

type Done = Result<true, Refusal>;
type Sent = Parameters<typeof given>[0][number];

export async function setProvider(
  work: Work,
  said: {
    readonly issuer: string;
    readonly client_id: string;
    readonly client_secret?: string | undefined;
    readonly joins: boolean;
    readonly groups_claim: string;
  },
): Promise<Done> {
  const { deps, scope } = work;
  const { client_secret: secret, ...rest } = said;
  const found = await discover(deps, rest.issuer);
  if (!found.ok) return found;
  const before = (await federationOf(work)).provider?.is;
  const provider: ProviderDocument = { ...rest, state: 'active' };
  await write(work, THINGS.provider, provider);
  await deps.db.inIdentity(async (tx) => {
    // A secret of one provider is not shown to another.
    if (secret === undefined && before && before.issuer !== said.issuer)
      await dropProviderSecret(tx, scope.org);
    if (secret !== undefined) await keepProviderSecret(tx, deps.secrets, { org: scope.org, secret });
  });
  return ok(true);
}

export async function dropProvider(work: Work): Promise<Done> {
  const { provider } = await federationOf(work);
  if (!provider) return err({ code: 'federation.no_provider', detail: 'No provider is set.' });
  await write(work, THINGS.provider, { ...provider.is, state: 'ended' });
  await work.deps.db.inIdentity((tx) => dropProviderSecret(tx, work.scope.org));
  return ok(true);
}

export async function addDomain(work: Work, text: string): Promise<Done> {
  const domain = parseDomain(text);
  if (domain === undefined)
    return err({
      code: 'federation.domain_invalid',
      detail: 'Write what stands behind the @ of your addresses, such as acme.example.',
      errors: [{ pointer: '/body/domain', message: 'is no domain' }],
    });
  const { domains } = await federationOf(work);
  if (domains.some(({ is }) => is.domain === domain)) return ok(true);
  const fresh: DomainDocument = { domain, proof: newSecret(), verified_at: null, state: 'active' };
  await write(work, THINGS.domain(domain), fresh);
  return ok(true);
}

/** Asks the zone before any transaction is open. */
export async function checkDomain(work: Work, text: string): Promise<Done> {
  const { deps, scope, now } = work;
  const found = await domainOf({ ...work, deps: { ...deps, db: deps.pool } }, text);
  if (!found.ok) return found;
  const { domain, proof } = found.value;
  const record = domainRecord(domain, proof);
  if (!provesDomain(await deps.txtRecords(record.name), record.value))
    return err({
      code: 'federation.domain_unproved',
      detail: `${record.name} has no TXT record with the value that is shown here. It may take a while until one has spread.`,
    });
  if (found.value.verified_at !== null) return ok(true);
  if (!(await deps.db.inIdentity((tx) => takeDomain(tx, { domain, org: scope.org, now }))))
    return err({
      code: 'federation.domain_taken',
      detail: `${domain} is another organisation’s on this server; remove it there first.`,
    });
  await write(work, THINGS.domain(domain), { ...found.value, verified_at: now });
  return ok(true);
}

export async function dropDomain(work: Work, text: string): Promise<Done> {
  const found = await domainOf(work, text);
  if (!found.ok) return found;
  await write(work, THINGS.domain(found.value.domain), { ...found.value, state: 'ended' });
  await work.deps.db.inIdentity((tx) => leaveDomain(tx, found.value.domain, work.scope.org));
  return ok(true);
}

/** Who changes rules holds what they gave before and give now: neither is taken or given in another's name. */
export async function setRules(
  work: Work,
  said: {
    readonly otherwise: Sent | null;
    readonly rules: readonly { readonly group: string; readonly gives: Sent }[];
  },
): Promise<Done> {
  const access = await accessOf(work);
  const sent = [...(said.otherwise ? [said.otherwise] : []), ...said.rules.map(({ gives }) => gives)];
  const to = given(sent, rolesOf(access));
  if (!to.ok) return to;
  const { rules: before } = await federationOf(work);
  const gone = [...(before.otherwise ? [before.otherwise] : []), ...before.rules.map(({ grant }) => grant)];
  const [fault] = givingFaults(work.scope.held, [...to.value.held, ...resolve(gone, access.custom)]);
  if (fault) return err(refusalOf(fault));
  const grants = [...to.value.grants];
  const otherwise = said.otherwise ? (grants.shift() ?? null) : null;
  const rules: RulesDocument['rules'] = said.rules.flatMap(({ group }, at) => {
    const grant = grants[at];
    return grant ? [{ group, grant }] : [];
  });
  await write(work, THINGS.rules, { otherwise, rules } satisfies RulesDocument);
  return applyRules(work);
}

export async function addPipeline(
  work: Work,
  said: {
    readonly name: string;
    readonly issuer: string;
    readonly claims: readonly PipelineClaim[];
    readonly scopes: readonly Permission[];
  },
): Promise<Done> {
  const [fault] = pipelineFaults(said.claims);
  if (fault) return err({ code: 'federation.pipeline_invalid', detail: FAULTS[fault] });
  const beyond = said.scopes.find((permission) => !permits(work.scope.held, permission).may);
  if (beyond !== undefined)
    return err({
      code: 'access.cannot_grant',
      detail: `A pipeline gets at most what you hold, and you lack ${beyond}.`,
    });
  const owner = work.scope.principal.id;
  const id = newId('pipeline', work.now);
  await write(work, id, { ...said, scopes: [...new Set(said.scopes)], owner, state: 'active' });
  return ok(true);
}

export async function endPipeline(work: Work, id: string): Promise<Done> {
  const { pipelines } = await federationOf(work);
  const found = pipelines.find((each) => each.id === id && each.is.state === 'active');
  if (!found) return err({ code: 'federation.pipeline_not_found', detail: 'There is no such rule.' });
  await write(work, id, { ...found.is, state: 'ended' });
  await work.deps.db.inIdentity((tx) => endTrades(tx, { org: work.scope.org, pipeline: id, now: work.now }));
  return ok(true);
}

const FAULTS = {
  no_repository: 'Name the repository: the claim repository of GitHub, project_path of GitLab, or their ids.',
  no_ref:
    'Name what of the repository may run: a ref, an environment or a subject. Without one, any branch would do.',
  star: 'A star stands only at the end of a ref such as refs/heads/release/*.',
  twice: 'A claim stands once.',
} as const;

async function domainOf(work: Work, text: string): Promise<Result<DomainDocument, Refusal>> {
  const domain = parseDomain(text);
  const found = (await federationOf(work)).domains.find(({ is }) => is.domain === domain);
  return found
    ? ok(found.is)
    : err({ code: 'federation.domain_not_found', detail: 'The organisation has named no such domain.' });
}

function write({ deps, scope, now }: Work, thing: string, document: object): Promise<void> {
  return writeAccess(deps, scope, { kind: 'sign_in', thing, document }, now);
}
