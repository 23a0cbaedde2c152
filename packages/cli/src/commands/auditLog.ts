// assay audit-log tail|show|object|export|verify: who did what, and whether anybody rewrote it.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { whole } from '../options.ts';
import { out, printList, printOne, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { common, open, type CommonOptions } from './shared.ts';
import { addKeptVerification } from './verify.ts';

interface Filters extends CommonOptions {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
  readonly via?: string;
  readonly from?: string;
  readonly until?: string;
}

interface TailOptions extends Filters {
  readonly limit: number;
}

const EVERYTHING = 10_000_000;

export function addAuditLogCommands(program: Command): void {
  const log = program.command('audit-log').description('Who did what, when, from where, and for whom');
  filters(log.command('tail').description('The last acts, newest first'))
    .addOption(whole('--limit <number>', 'acts', { min: 1, max: 10_000 }).default(20))
    .action(tail);
  filters(log.command('export').description('Every act, one JSON object a line')).action(exported);
  common(log.command('show <entry>').description('One act with every field before and after')).action(show);
  common(log.command('object <id>').description('All acts on one object, and what it said at an instant'))
    .option('--at <instant>', 'as it was then, for example 2026-06-01T09:00:00Z')
    .action(object);
  addKeptVerification(log);
}

function filters(command: Command): Command {
  return common(command)
    .option('--actor <name>', 'of one person, by name or id')
    .option('--action <action>', 'one action, or the start of one such as evidence.')
    .option('--object <id>', 'on one object')
    .option('--via <kind>', 'by one kind of key: session, viewing, token, machine, job, link, start')
    .option('--from <instant>', 'since')
    .option('--until <instant>', 'before');
}

async function tail(options: TailOptions): Promise<void> {
  const { format, rows } = await acts(options, options.limit);
  printList(
    rows,
    [
      { name: 'entry', of: (row) => row.index, right: true },
      { name: 'at', of: (row) => row.at },
      { name: 'who', of: (row) => row.actor?.name ?? 'not known' },
      { name: 'action', of: (row) => row.action },
      { name: 'object', of: (row) => row.object },
      { name: 'via', of: (row) => row.via?.kind ?? '' },
      { name: 'address', of: (row) => row.address ?? '' },
      { name: 'reason', of: (row) => row.reason ?? '' },
    ],
    format,
  );
}

async function exported(options: Filters): Promise<void> {
  const { rows } = await acts(options, EVERYTHING);
  out(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  say(`${rows.length} acts`);
}

async function acts(options: Filters, limit: number) {
  const { client, org, format } = await open(options);
  const { actor, action, object: of, via, from, until } = options;
  const wanted = Object.fromEntries(
    Object.entries({ actor, action, object: of, via, from, until }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { data } = await pagesOf(limit, async (query) =>
    take(await client['trail.list']({ params: { org }, query: { ...wanted, ...query } })),
  );
  return { format, rows: data };
}

async function show(entry: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const act = take(await client['trail.read']({ params: { org, entry } }));
  printOne(
    act,
    [
      ['entry', String(act.index)],
      ['at', act.at],
      ['action', `${act.action} ${act.object}`],
      ['who', act.actor ? `${act.actor.name} (${act.actor.id})` : 'not known: from before the trail'],
      ['for', act.on_behalf_of ?? ''],
      ['via', act.via ? `${act.via.kind} ${act.via.id}` : ''],
      ['request', act.request_id ?? ''],
      ['address', act.address ?? ''],
      ['reason', act.reason ?? ''],
      ...act.changes.map((change): [string, string] => [change.path, changed(change)]),
    ],
    format,
  );
}

async function object(id: string, options: CommonOptions & { readonly at?: string }): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(
    await client['trail.object']({
      params: { org, object: id },
      query: options.at === undefined ? {} : { at: options.at },
    }),
  );
  printOne(
    found,
    [
      ...found.entries.flatMap((act): [string, string][] => [
        [act.at, `${act.action}, ${act.actor?.name ?? 'not known'}`],
        ...act.changes.map((change): [string, string] => [`  ${change.path}`, changed(change)]),
      ]),
      ...found.stood.map(({ thing, document }): [string, string] => [
        found.at === null ? 'stands' : 'stood',
        `${thing}: ${JSON.stringify(document)}`,
      ]),
    ],
    format,
  );
}

function changed({ before, after }: { readonly before?: unknown; readonly after?: unknown }): string {
  const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `${text(before)} -> ${text(after)}`;
}
