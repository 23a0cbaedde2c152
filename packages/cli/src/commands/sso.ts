// assay sso show|provider|no-provider|add-domain|check-domain|drop-domain|rules|pipeline|end-pipeline: how members sign in.
import type { Permission } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import { InvalidArgumentError, type Command } from 'commander';
import { take } from '../connection.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { grantOf, permissionsOf, type GrantText } from './grantTexts.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Setup = Output<Routes['sign_in.setup']>;

export function addSsoCommands(program: Command): void {
  const sso = program
    .command('sso')
    .description('How members sign in: provider, domains, rules, directory, pipelines');
  common(sso.command('show').description('Everything that is said of it; no secret')).action(show);
  addProviderCommands(sso);
  addDomainCommands(sso);
  addRuleCommands(sso);
}

function addProviderCommands(sso: Command): void {
  writing(sso.command('provider <issuer>').description('Sign members in by an OpenID Connect provider'))
    .requiredOption('--client <id>', 'what the provider calls this server')
    .option('--no-joins', 'nobody joins by it: members are invited, or come from the directory')
    .option('--groups <claim>', 'the claim that holds the groups', 'groups')
    .action(provider);
  writing(sso.command('no-provider').description('Sign members in by no provider any more')).action(
    noProvider,
  );
}

function addDomainCommands(sso: Command): void {
  writing(
    sso.command('add-domain <domain>').description('Name a domain; prints the record that proves it'),
  ).action(addDomain);
  writing(sso.command('check-domain <domain>').description('Look for the record')).action(checkDomain);
  writing(sso.command('drop-domain <domain>').description('Give a domain up')).action(dropDomain);
}

function addRuleCommands(sso: Command): void {
  writing(sso.command('rules').description('Say which role each group gets; what is not said is gone'))
    .option('--otherwise <role>', 'role of whoever no rule names', grantOf)
    .option(
      '--group <group=role...>',
      'for example Engineering=contributor',
      (text: string, before: RuleText[] | undefined) => [...(before ?? []), ruleOf(text)],
    )
    .action(rules);
  writing(
    sso
      .command('pipeline <name>')
      .description('Let a pipeline trade its ID token for an API token of 15 minutes'),
  )
    .requiredOption('--issuer <issuer>', 'for example https://token.actions.githubusercontent.com')
    .requiredOption(
      '--claim <name=value...>',
      'repository=acme/app, ref=refs/heads/main',
      (text: string, before: ClaimText[] | undefined) => [...(before ?? []), claimOf(text)],
    )
    .requiredOption('--may <list>', 'what it may do, separated by commas: evidence.add', permissionsOf)
    .action(pipeline);
  writing(
    sso.command('end-pipeline <id>').description('End the rule of a pipeline, and the tokens it gave'),
  ).action(endPipeline);
}

interface RuleText {
  readonly group: string;
  readonly gives: GrantText;
}
interface ClaimText {
  readonly claim: string;
  readonly value: string;
}

async function show(options: CommonOptions): Promise<void> {
  const where = await open(options);
  print(where, take(await where.client['sign_in.setup']({ params: { org: where.org } })));
}

/** The secret comes by the environment: what stands on a command line is seen by others. */
async function provider(
  issuer: string,
  options: WriteOptions & { readonly client: string; readonly joins: boolean; readonly groups: string },
): Promise<void> {
  const where = await open(options);
  const secret = process.env['ASSAY_CLIENT_SECRET'];
  const done = await perform(where, options, {
    route: 'sign_in.provider_set',
    input: {
      params: { org: where.org },
      body: {
        issuer,
        client_id: options.client,
        joins: options.joins,
        groups_claim: options.groups,
        ...(secret === undefined ? {} : { client_secret: secret }),
      },
    },
    would: `Members would sign in by ${issuer}.`,
  });
  if (!done) return;
  print(where, done);
  say(`Tell the provider to send people back to ${done.redirect}`);
  if (!done.provider?.secret)
    say('No secret is kept. Set ASSAY_CLIENT_SECRET and say it again if the provider asks for one.');
}

async function noProvider(options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.provider_drop',
    input: { params: { org: where.org } },
    would: 'Members would sign in by no provider.',
    ask: 'Members who sign in by the provider alone are shut out. Go on?',
  });
  if (done) print(where, done);
}

async function addDomain(domain: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.domain_add',
    input: { params: { org: where.org }, body: { domain } },
    would: `${domain} would be named.`,
  });
  if (!done) return;
  print(where, done);
  const record = done.domains.find((each) => each.domain === domain.toLowerCase())?.record;
  if (record)
    say(`Add the TXT record ${record.name} with ${record.value}, then: assay sso check-domain ${domain}`);
}

async function checkDomain(domain: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.domain_check',
    input: { params: { org: where.org, domain } },
    would: `The record of ${domain} would be looked for.`,
  });
  if (done) print(where, done);
}

async function dropDomain(domain: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.domain_drop',
    input: { params: { org: where.org, domain } },
    would: `${domain} would be given up.`,
  });
  if (done) print(where, done);
}

async function rules(
  options: WriteOptions & { readonly otherwise?: GrantText; readonly group?: RuleText[] },
): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.rules_set',
    input: {
      params: { org: where.org },
      body: { otherwise: options.otherwise ?? null, rules: options.group ?? [] },
    },
    would: `${options.group?.length ?? 0} groups would get a role.`,
  });
  if (done) print(where, done);
}

async function pipeline(
  name: string,
  options: WriteOptions & {
    readonly issuer: string;
    readonly claim: ClaimText[];
    readonly may: Permission[];
  },
): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.pipeline_add',
    input: {
      params: { org: where.org },
      body: { name, issuer: options.issuer, claims: options.claim, scopes: options.may },
    },
    would: `The pipeline ${name} would get tokens.`,
  });
  if (done) printPipelines(where, done);
}

async function endPipeline(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'sign_in.pipeline_end',
    input: { params: { org: where.org, pipeline: id } },
    would: `The rule ${id} would be ended.`,
  });
  if (done) printPipelines(where, done);
}

function print({ format }: Open, setup: Setup): void {
  const { provider: by, rules: given, scim } = setup;
  const role = (held: Setup['rules']['otherwise']): string =>
    held ? `${held.title}${held.within.id === undefined ? '' : ` for ${held.within.id}`}` : 'nothing';
  printOne(
    setup,
    [
      ['provider', by?.issuer ?? 'none'],
      ['client', by?.client_id ?? ''],
      ['secret', by?.secret ? 'kept' : 'none'],
      ['joins', by?.joins ? 'yes' : 'no'],
      ['sends back to', setup.redirect],
      ...setup.domains.map(({ domain, verified_at: at, record }): [string, string] => [
        domain,
        at === null ? `not shown yet: TXT ${record.name} = ${record.value}` : `shown ${at.slice(0, 10)}`,
      ]),
      ...given.rules.map(({ group, gives }): [string, string] => [`group ${group}`, role(gives)]),
      ['otherwise', role(given.otherwise)],
      ['directory (SCIM)', scim.address],
      ['users', `${scim.active} of ${scim.users} active, ${scim.groups} groups`],
      ['pipelines', String(setup.pipelines.filter(({ state }) => state === 'active').length)],
    ],
    format,
  );
}

function printPipelines({ format }: Open, { pipelines }: Setup): void {
  printList(
    pipelines,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'name', of: (row) => row.name },
      { name: 'issuer', of: (row) => row.issuer },
      { name: 'lets in', of: (row) => row.claims.map(({ claim, value }) => `${claim}=${value}`).join(', ') },
      { name: 'may', of: (row) => row.scopes.join(', ') },
      { name: 'owner', of: (row) => row.owner },
      { name: 'state', of: (row) => row.state },
    ],
    format,
  );
}

function ruleOf(text: string): RuleText {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as GROUP=ROLE.');
  return { group: text.slice(0, at), gives: grantOf(text.slice(at + 1)) };
}

function claimOf(text: string): ClaimText {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as NAME=VALUE.');
  return { claim: text.slice(0, at), value: text.slice(at + 1) };
}
