// assay obligation list|add|change: laws, regulations and clauses of contracts that bind.
import { OBLIGATION_KINDS, type ObligationKind, type PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, day } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

interface Said extends WriteOptions {
  readonly clause?: string;
  readonly demand?: string;
  readonly owner?: string;
}

interface ChangeOptions extends Said {
  readonly title?: string;
  readonly kind?: ObligationKind;
  readonly ended?: PlainDate;
  readonly binds?: boolean;
}

export function addObligationCommands(program: Command): void {
  const obligation = program.command('obligation').description('Laws, regulations and contracts that bind');
  common(obligation.command('list').description('The register, with what ended too')).action(list);
  said(writing(obligation.command('add <title>').description('Add an obligation')))
    .addOption(choice('--kind <kind>', 'what it is', OBLIGATION_KINDS).makeOptionMandatory())
    .action(add);
  said(
    writing(
      obligation.command('change <obligation>').description('Change an obligation, or say that it ended'),
    ),
  )
    .option('--title <text>', 'what it is called')
    .addOption(choice('--kind <kind>', 'what it is', OBLIGATION_KINDS))
    .addOption(day('--ended <day>', 'first day on which it no longer binds'))
    .option('--binds', 'it has not ended after all')
    .action(change);
}

function said(command: Command): Command {
  return command
    .option('--clause <text>', 'article, section or clause that asks')
    .option('--demand <text>', 'what it asks, in your words')
    .option('--owner <name>', 'who answers for it');
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['obligations.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'obligation', of: (row) => row.id },
      { name: 'kind', of: (row) => row.kind },
      { name: 'title', of: (row) => row.title },
      { name: 'clause', of: (row) => row.clause },
      { name: 'owner', of: (row) => row.owner },
      { name: 'ended', of: (row) => row.ended_on },
      { name: 'rows', of: (row) => row.rows.join(' ') },
    ],
    format,
  );
}

async function add(title: string, options: Said & { readonly kind: ObligationKind }): Promise<void> {
  const where = await open(options);
  const { kind, clause, demand, owner } = options;
  const made = await perform(where, options, {
    route: 'obligations.add',
    input: { params: { org: where.org }, body: { kind, title, clause, demand, owner } },
    would: `${title} would be in the register.`,
  });
  if (!made) return;
  say(`${made.id} is in the register. assay soa decide puts rows in because of it.`);
  if (where.format !== 'table') printOne(made, [], where.format);
}

async function change(id: string, options: ChangeOptions): Promise<void> {
  const where = await open(options);
  const params = { org: where.org, obligation: id };
  const held = take(await where.client['obligations.read']({ params }));
  const { title, kind, clause, demand, owner, ended, binds } = options;
  const done = await perform(where, options, {
    route: 'obligations.change',
    input: {
      params,
      ifMatch: `"${held.revision}"`,
      body: { title, kind, clause, demand, owner, ended_on: binds ? null : ended },
    },
    would: `${held.id} would change.`,
  });
  if (!done) return;
  say(`${done.id} is changed${done.ended_on === null ? '' : `; it binds until ${done.ended_on}`}.`);
  if (where.format !== 'table') printOne(done, [], where.format);
}
