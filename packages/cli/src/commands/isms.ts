// assay isms list|show|add|set|approve|close and assay objective list|measure: the management system's own records.
import { ismsBody, type Output, type Routes } from '@assay/contract';
import { ISMS_KINDS, OWNER_ROLES, type IsmsKind, type OwnerRole } from '@assay/core';
import { Option, type Command } from 'commander';
import { take, takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { choice, day } from '../options.ts';
import { printList, printOne, say, type Column } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type RecordAnswer = Output<Routes['isms.read']>;

const COLUMNS: readonly Column<RecordAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'kind', of: (row) => row.record.kind },
  { name: 'version', of: (row) => row.revision, right: true },
  { name: 'approved by', of: (row) => row.approval?.by ?? null },
  { name: 'remarks', of: (row) => row.lints.length, right: true },
  { name: 'record', of: (row) => titleOf(row) },
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
  writing(isms.command('close <record>').description('Close a management review'))
    .option('--by <name>', 'who closes it; you by default')
    .action(close);
  const objective = program.command('objective').description('Security objectives and their measurements');
  common(objective.command('list').description('Objectives: where each stands and where it goes')).action(
    objectives,
  );
  writing(objective.command('measure <objective>').description('Record a measurement'))
    .addOption(new Option('--value <number>', 'what was measured').argParser(Number).makeOptionMandatory())
    .addOption(day('--on <day>', 'when; today by default'))
    .option('--by <name>', 'who measured; you by default')
    .action(measure);
}

async function list(options: CommonOptions & { readonly kind?: IsmsKind }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: options.kind } }));
  printList(data, COLUMNS, format);
  say(`${data.length} records.`);
}

async function objectives(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: 'objective' } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'state', of: (row) => row.standing?.state ?? null },
      { name: 'trend', of: (row) => row.standing?.trend ?? null },
      { name: 'latest', of: (row) => row.standing?.latest ?? null, right: true },
      { name: 'objective', of: (row) => titleOf(row) },
    ],
    format,
  );
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
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: { ...held, body },
    would: `${held.params.record} would get another version.`,
  });
  if (done) told(where, done, `${done.id} stands at version ${done.revision}, which is not approved.`);
}

async function approve(
  id: string,
  options: WriteOptions & { readonly by: string; readonly role?: OwnerRole },
): Promise<void> {
  const where = await open(options);
  const { by, role = 'founder' } = options;
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.approve',
    input: { ...held, body: { by, role } },
    would: `${by} would approve ${held.params.record}.`,
  });
  if (done) told(where, done, `${done.id} version ${done.revision} is approved by ${by}.`);
}

async function close(id: string, options: WriteOptions & { readonly by?: string }): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.close',
    input: { ...held, body: { by: options.by } },
    would: `${held.params.record} would be closed.`,
  });
  if (done) told(where, done, `${done.id} is closed.`);
}

interface MeasureOptions extends WriteOptions {
  readonly value: number;
  readonly on?: string;
  readonly by?: string;
}

async function measure(id: string, options: MeasureOptions): Promise<void> {
  const where = await open(options);
  const { value, on, by } = options;
  if (!Number.isFinite(value)) throw new CommandEnd(EXIT.usage, 'The value is not a number.');
  const record = idOf(id);
  const done = await perform(where, options, {
    route: 'isms.measure',
    input: { params: { org: where.org, record }, body: { value, on, by } },
    would: `${record} would be measured at ${value}.`,
  });
  if (done) told(where, done, `${done.id} is measured; it is ${done.standing?.state ?? 'unknown'}.`);
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

/** The record's place and the tag of what stands there now. */
async function read(where: Open, id: string) {
  const params = { org: where.org, record: idOf(id) };
  const { etag } = takeWithTag(await where.client['isms.read']({ params }));
  return { params, ifMatch: etag };
}

/** Ids as people type them: ob-2 is OB-2, Context is context. */
function idOf(text: string): string {
  return text.includes('-') ? text.toUpperCase() : text.toLowerCase();
}

function titleOf({ record }: RecordAnswer): string {
  switch (record.kind) {
    case 'objective':
    case 'change':
      return record.title;
    case 'scope':
      return `${record.framework} from ${record.from}`;
    case 'competence':
      return `${record.person}: ${record.need}`;
    case 'review':
      return `${record.on}${record.closed ? ', closed' : ''}`;
    default:
      return record.kind;
  }
}

function linesOf(found: RecordAnswer): readonly (readonly [string, string])[] {
  const { approval, standing } = found;
  return [
    ['id', `${found.id} version ${found.revision}`],
    ['written', `${found.at} by ${found.by}`],
    ['approved', approval ? `${approval.at} by ${approval.by} (${approval.role})` : 'not approved'],
    ...(standing ? [['standing', `${standing.state}, ${standing.trend}`] as const] : []),
    ...Object.entries(found.record).map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    ),
    ...found.lints.map(({ code, detail, remedy }) => [code, `${detail} ${remedy}`] as const),
  ];
}

/** The sentence for a person with what blocks an approval; for programs the record as it is now. */
function told(where: Open, record: RecordAnswer, sentence: string): void {
  say(sentence);
  for (const { code, detail, blocks } of record.lints) if (blocks) say(`${code}: ${detail}`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(record, [], where.format);
}
