// assay digest send|set|show, assay feed list|add|revoke: how somebody is told of their work.
import { DIGEST_RHYTHMS, OWNER_ROLES, type DigestRhythm, type OwnerRole } from '@assay/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { choice } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addDigestCommands(program: Command): void {
  const digest = program.command('digest').description('Digests of work by mail');
  writing(
    digest.command('send').description('Send every digest that is due; nobody gets two on one day'),
  ).action(send);
  common(digest.command('show').description('How I am told of my work')).action(show);
  writing(digest.command('set').description('Set how I am told of my work'))
    .option('--email <address>', 'where to')
    .addOption(choice('--every <rhythm>', 'how often', DIGEST_RHYTHMS))
    .addOption(
      new Option(
        '--roles <roles>',
        'owner roles whose tasks are mine, by commas; all: everybody’s',
      ).argParser(rolesOf),
    )
    .action(set);
  const feed = program.command('feed').description('Addresses that a calendar subscribes to');
  common(feed.command('list').description('My calendar feeds')).action(feeds);
  writing(feed.command('add').description('Make an address; it is shown once'))
    .option('--organisation', 'of everybody’s tasks and the examined period')
    .action(add);
  writing(feed.command('revoke <feed>').description('Revoke an address')).action(revoke);
}

async function send(options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'digests.send',
    input: { params: { org: where.org } },
    would: 'Every digest that is due would be sent.',
  });
  if (!done) return;
  say(
    `${done.sent} sent by ${done.where}; ${done.not_due} not due, ${done.nothing_to_say} with nothing to say, ${done.failed} failed.`,
  );
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function show(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['work.preferences']({ params: { org } }));
  printOne(
    found,
    [
      ['email', found.email ?? '—'],
      ['digest', found.digest],
      ['roles', found.roles.join(' ') || 'all'],
    ],
    format,
  );
}

interface SetOptions extends WriteOptions {
  readonly email?: string;
  readonly every?: DigestRhythm;
  readonly roles?: OwnerRole[];
}

async function set(options: SetOptions): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['work.preferences']({ params: { org: where.org } }));
  const body = {
    email: options.email ?? held.email,
    digest: options.every ?? held.digest,
    roles: options.roles ?? held.roles,
  };
  const done = await perform(where, options, {
    route: 'work.prefer',
    input: { params: { org: where.org }, body },
    would: `Digests would go to ${body.email ?? 'nobody'}, ${body.digest}.`,
  });
  if (!done) return;
  say(
    `Digests go to ${done.email ?? 'nobody'}, ${done.digest}; mine are the tasks of ${done.roles.join(', ') || 'everybody'}.`,
  );
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function feeds(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['feeds.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'of', of: (row) => row.of },
      { name: 'by', of: (row) => row.by },
      { name: 'created_at', of: (row) => row.created_at },
    ],
    format,
  );
}

async function add(options: WriteOptions & { readonly organisation?: boolean }): Promise<void> {
  const where = await open(options);
  const made = await perform(where, options, {
    route: 'feeds.create',
    input: {
      params: { org: where.org },
      body: { of: options.organisation ? 'organisation' : 'person' },
    },
    would: 'An address for a calendar would be made and shown once.',
  });
  if (!made) return;
  const address = `${where.origin}${made.path}`;
  printOne(
    { ...made, address },
    [
      ['feed', made.id],
      ['of', made.of],
      ['address', address],
    ],
    where.format,
  );
  say('Whoever has the address sees the calendar; it is not shown again.');
}

async function revoke(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'feeds.revoke',
    input: { params: { org: where.org, feed: id } },
    would: `The address of ${id} would answer nobody any more.`,
  });
  if (options.dryRun !== true) say(`The address of ${id} answers nobody any more.`);
}

/** `founder,it_admin` as roles; `all` as none, which means everybody's. */
function rolesOf(text: string): OwnerRole[] {
  if (text.trim() === 'all') return [];
  return text.split(',').map((part) => {
    const role = OWNER_ROLES.find((each) => each === part.trim());
    if (role) return role;
    throw new InvalidArgumentError(`${part} is no role; they are ${OWNER_ROLES.join(', ')}, or all.`);
  });
}
