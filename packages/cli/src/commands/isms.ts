// assay isms list|show|diff|add|set|approve|systems: the management system's own records.
import { ismsBody } from '@assay/contract';
import { ISMS_KINDS, OWNER_ROLES, type IsmsKind, type OwnerRole } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { choice } from '../options.ts';
import { printList, printOne, say, type Column } from '../output.ts';
import { perform } from '../write.ts';
import { addSystemsCommand } from './isms.systems.ts';
import { idOf, linesOf, read, told, type RecordAnswer } from './isms.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

const COLUMNS: readonly Column<RecordAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'kind', of: (row) => row.record.kind },
  { name: 'version', of: (row) => row.revision, right: true },
  { name: 'approved by', of: (row) => row.approval?.by ?? null },
  { name: 'remarks', of: (row) => row.lints.length, right: true },
  { name: 'record', of: (row) => row.title },
];

export function addIsmsCommands(program: Command): void {
  const isms = program
    .command('isms')
    .description('Context, parties, scope, roles, objectives, competence, changes and management reviews');
  common(isms.command('list').description('Records with their approvals and the number of remarks'))
    .addOption(choice('--kind <kind>', 'of one kind', ISMS_KINDS))
    .action(list);
  common(isms.command('show <record>').description('One record: context, roles, SC-1, OB-2, MR-1'))
    .option('--history', 'all its versions, who wrote and who approved each')
    .action(show);
  writing(isms.command('add').description('Write the first version of a record'))
    .requiredOption('--file <path>', 'the record as JSON; - reads standard input')
    .action(add);
  writing(isms.command('set <record>').description('Write the next version of a record, whole'))
    .requiredOption('--file <path>', 'the record as JSON; - reads standard input')
    .action(set);
  writing(isms.command('approve <record>').description('Approve the version that stands'))
    .requiredOption('--by <name>', 'who approves')
    .addOption(choice('--role <role>', 'the role in which they approve', OWNER_ROLES).makeOptionMandatory())
    .action(approve);
  common(isms.command('diff <record>').description('What changed between two versions, line by line'))
    .option('--from <version>', 'the one in force by default')
    .option('--to <version>', 'the newest by default')
    .action(diff);
  addSystemsCommand(isms);
}

async function list(options: CommonOptions & { readonly kind?: IsmsKind }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, sentence } = take(
    await client['isms.list']({ params: { org }, query: { kind: options.kind } }),
  );
  printList(data, COLUMNS, format);
  say(sentence);
}

async function show(id: string, options: CommonOptions & { readonly history?: boolean }): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, record: idOf(id) };
  if (options.history) {
    const { data } = take(await client['isms.versions']({ params }));
    printList(
      data,
      [
        { name: 'version', of: (row) => row.revision, right: true },
        { name: 'by', of: (row) => row.by },
        { name: 'from', of: (row) => row.at },
        { name: 'until', of: (row) => row.until },
        { name: 'approved by', of: (row) => row.approval?.by ?? null },
      ],
      format,
    );
    return;
  }
  const found = take(await client['isms.read']({ params }));
  printOne(found, linesOf(found), format);
}

async function add(options: WriteOptions & { readonly file: string }): Promise<void> {
  const where = await open(options);
  const body = recordIn(options.file);
  const made = await perform(where, options, {
    route: 'isms.add',
    input: { params: { org: where.org }, body },
    would: `A record of the kind ${body.kind} would be written.`,
  });
  if (made) told(where, made, `${made.id} is written.`);
}

async function set(id: string, options: WriteOptions & { readonly file: string }): Promise<void> {
  const where = await open(options);
  const body = recordIn(options.file);
  const { at } = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: { ...at, body },
    would: `${at.params.record} would get another version.`,
  });
  if (done) told(where, done, `${done.id} stands at version ${done.revision}, which is not approved.`);
}

async function approve(
  id: string,
  options: WriteOptions & { readonly by: string; readonly role?: OwnerRole },
): Promise<void> {
  const where = await open(options);
  const { by, role = 'founder' } = options;
  const { at } = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.approve',
    input: { ...at, body: { by, role } },
    would: `${by} would approve ${at.params.record}.`,
  });
  if (done) told(where, done, `${done.id} version ${done.revision} is approved by ${by}.`);
}

async function diff(
  id: string,
  options: CommonOptions & { readonly from?: string; readonly to?: string },
): Promise<void> {
  const { client, org, format } = await open(options);
  const { from, to } = options;
  const found = take(
    await client['isms.difference']({ params: { org, record: idOf(id) }, query: { from, to } }),
  );
  printList(
    found.data,
    [
      { name: 'part', of: (row) => row.section },
      { name: 'change', of: (row) => row.change },
      { name: 'line', of: (row) => row.line },
    ],
    format,
  );
  say(`${found.data.length} lines differ between version ${found.from} and version ${found.to}.`);
}

/** The record of a file, checked before anything is sent. */
function recordIn(path: string) {
  const sent: unknown = jsonIn(path);
  const read = ismsBody.safeParse(sent);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CommandEnd(EXIT.usage, `${path}: ${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}.`);
  }
  return read.data;
}
