// assay member propose-owner|ownership: ownership passes by two persons.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { memberCalled } from './memberCalled.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addOwnershipCommands(member: Command): void {
  writing(
    member
      .command('propose-owner <member>')
      .description('Propose a member as owner, who accepts within seven days; by id, name or address'),
  )
    .option(
      '--afterwards <role>',
      'what you hold instead once they accepted; an owner still where it is left out',
    )
    .action(propose);
  common(member.command('ownership').description('Whether somebody is proposed as owner')).action(show);
  writing(
    member.command('keep-ownership').description('Take back that somebody is proposed as owner'),
  ).action(keep);
}

async function propose(who: string, options: WriteOptions & { readonly afterwards?: string }): Promise<void> {
  const where = await open(options);
  const member = await memberCalled(where, who);
  const { afterwards } = options;
  const done = await perform(where, options, {
    route: 'transfer.propose',
    input: {
      params: { org: where.org },
      body: { to: member.id, ...(afterwards === undefined ? {} : { afterwards }) },
    },
    would: `${member.name} would be proposed as owner.`,
  });
  if (done?.proposed)
    say(`${member.name} can accept until ${done.proposed.expires_at.slice(0, 10)}, where they sign in.`);
}

async function show(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['transfer.read']({ params: { org } }));
  const { proposed } = found;
  printOne(
    found,
    proposed
      ? [
          ['proposed', proposed.to.name],
          ['by', proposed.by.name],
          ['who afterwards is', proposed.afterwards ?? 'an owner still'],
          ['until', proposed.expires_at],
        ]
      : [['proposed', 'nobody']],
    format,
  );
}

async function keep(options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'transfer.take_back',
    input: { params: { org: where.org } },
    would: 'Nobody would be proposed as owner.',
  });
}
