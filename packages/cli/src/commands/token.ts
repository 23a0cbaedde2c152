// assay token list|create|exchange|end: API tokens that act in one's own name.
import type { Permission } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { whole } from '../options.ts';
import { out, printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { permissionsOf } from './grantTexts.ts';
import { addExchange } from './token.exchange.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('API tokens, for programs that act in your name');
  common(token.command('list').description('Your tokens; everybody’s for whoever may end them')).action(list);
  writing(
    token
      .command('create <name>')
      .description('Make a token; its secret is printed once, alone on standard output'),
  )
    .requiredOption(
      '--may <list>',
      'what it may do, separated by commas: evidence.add,evidence.read',
      permissionsOf,
    )
    .addOption(whole('--days <number>', 'until it expires', { min: 1, max: 365 }).default(90))
    .action(create);
  addExchange(token);
  writing(token.command('end <id>').description('End a token')).action(end);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printList(
    take(await client['tokens.list']({ params: { org } })).data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'name', of: (row) => row.name },
      { name: 'owner', of: (row) => row.owner },
      { name: 'may', of: (row) => row.scopes.join(', ') },
      { name: 'begins with', of: (row) => row.begins_with },
      { name: 'used', of: (row) => row.used_at ?? 'never' },
      { name: 'until', of: (row) => row.expires_at },
      { name: 'state', of: (row) => row.state },
    ],
    format,
  );
}

async function create(
  name: string,
  options: WriteOptions & { readonly may: Permission[]; readonly days: number },
): Promise<void> {
  const where = await open(options);
  const made = await perform(where, options, {
    route: 'tokens.create',
    input: { params: { org: where.org }, body: { name, scopes: options.may, days: options.days } },
    would: `A token ${name} would be made.`,
  });
  if (!made) return;
  if (where.format === 'table') out(`${made.secret}\n`);
  else printOne(made, [], where.format);
  say(`${made.id} until ${made.expires_at.slice(0, 10)}. Keep the secret now: it is not shown again.`);
}

async function end(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'tokens.end',
    input: { params: { org: where.org, token: id } },
    would: `The token ${id} would be ended.`,
  });
}
