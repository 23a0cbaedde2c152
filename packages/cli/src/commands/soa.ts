// assay soa show|lint|versions|diff|export: the statement of applicability; what is written stands in soa.decide.ts.
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { writeBody } from '../files.ts';
import { choice } from '../options.ts';
import { printList, printOne, say, type Column } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';
import { addSoaWriting } from './soa.decide.ts';

type Row = Output<Routes['soa.version']>['frozen']['rows'][number];

const KINDS = ['xlsx', 'csv', 'oscal'] as const;

interface ShowOptions extends CommonOptions {
  readonly approved?: string;
}

interface ExportOptions extends CommonOptions {
  readonly as: (typeof KINDS)[number];
  readonly approved?: string;
  readonly to?: string;
  readonly force?: boolean;
}

export function addSoaCommands(program: Command): void {
  const soa = program.command('soa').description('Statement of applicability');
  common(soa.command('show [row]').description('All rows, or one with its way from the risk to the proof'))
    .option('--approved <version>', 'as an approved version froze it: SOA-2')
    .action(show);
  common(
    soa.command('lint').description('Every rule that it breaks; ends with 1 when an approval waits for one'),
  ).action(lint);
  addSoaWriting(soa);
  common(soa.command('versions').description('Approved versions, newest first')).action(versions);
  common(
    soa
      .command('diff [from] [to]')
      .description('What changed, field by field: the newest version and now by default'),
  ).action(diff);
  common(soa.command('export').description('The statement as a workbook, CSV or OSCAL'))
    .addOption(choice('--as <kind>', 'kind of file', KINDS).default('xlsx'))
    .option('--approved <version>', 'an approved version: SOA-2')
    .option('--to <file>', 'file to write, - for standard output; its own name by default')
    .option('--force', 'write over a file that is there')
    .action(save);
}

const ROWS: readonly Column<Row>[] = [
  { name: 'row', of: (row) => row.id },
  { name: 'title', of: (row) => row.title },
  { name: 'decision', of: (row) => row.decision },
  { name: 'status', of: (row) => row.status },
  { name: 'owner', of: (row) => row.owner },
  { name: 'last proof', of: (row) => row.proof },
  { name: 'because', of: (row) => row.justification },
];

async function show(id: string | undefined, options: ShowOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { approved: version } = options;
  const now = version === undefined ? take(await client['soa.read']({ params: { org } })) : undefined;
  const found = now ?? take(await client['soa.version']({ params: { org, version: version ?? '' } })).frozen;
  if (id === undefined) {
    printList(found.rows, ROWS, format);
    if (now) say(now.sentence);
    return;
  }
  const row = found.rows.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (!row)
    throw new CommandEnd(EXIT.notFound, `The statement has no row ${id}.`, 'assay soa show lists the rows.');
  printOne(row, linesOf(row), format);
  for (const each of found.lints.filter((one) => one.row === row.id))
    say(`${each.code}: ${each.detail} ${each.remedy}`);
}

function linesOf(row: Row): readonly (readonly [string, string])[] {
  return [
    ['row', row.id],
    ['title', row.title],
    ['theme', row.theme],
    ['decision', row.decision],
    ['because', row.justification || '—'],
    ['status', row.status || '—'],
    ['how', row.how || '—'],
    ['owner', row.owner ?? '—'],
    ['controls', row.controls.join(' ') || '—'],
    ['risks', row.risks.join(' ') || '—'],
    ['evidence', row.evidence.join(' ') || '—'],
    ['last proof', row.proof ?? '—'],
    ...row.trace.map((step): readonly [string, string] => [
      'trace',
      [
        `${step.ref ?? step.kind ?? 'no reason'} ${step.title}`.trim(),
        ...(step.treatment === null ? [] : [step.treatment]),
        step.control ?? 'no control',
        step.evidence.join(' ') || 'no evidence',
        step.proof ?? 'never proved',
      ].join(' > '),
    ]),
  ];
}

async function lint(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['soa.read']({ params: { org } }));
  printList(
    found.lints,
    [
      { name: 'row', of: (each) => each.row },
      { name: 'rule', of: (each) => each.code },
      { name: 'severity', of: (each) => each.severity },
      { name: 'blocks', of: (each) => (each.blocks ? 'yes' : 'no') },
      { name: 'what', of: (each) => each.detail },
      { name: 'remedy', of: (each) => each.remedy },
    ],
    format,
  );
  say(found.sentence);
  if (found.blocking > 0) process.exitCode = EXIT.error;
}

async function versions(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['soa.versions']({ params: { org } }));
  printList(
    data,
    [
      { name: 'version', of: (each) => each.id },
      { name: 'approved', of: (each) => each.approved_at },
      { name: 'by', of: (each) => each.approver },
      { name: 'role', of: (each) => each.role },
      { name: 'rows', of: (each) => each.rows, right: true },
      { name: 'entry', of: (each) => each.entry, right: true },
      { name: 'sha256', of: (each) => each.digest },
      { name: 'note', of: (each) => each.note },
    ],
    format,
  );
  if (data.length === 0) say('No version was approved yet.');
}

async function diff(from: string | undefined, to: string | undefined, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['soa.differences']({ params: { org }, query: { from, to } }));
  printList(
    found.data,
    [
      { name: 'row', of: (each) => each.row },
      { name: 'field', of: (each) => each.field },
      { name: 'before', of: (each) => each.before },
      { name: 'after', of: (each) => each.after },
    ],
    format,
  );
  say(`${found.data.length} fields differ from ${found.from} to ${found.to}.`);
}

async function save({ as, approved: version, to, force, ...options }: ExportOptions): Promise<void> {
  const { client, org } = await open(options);
  const response = take(await client['soa.export']({ params: { org }, query: { as, version } }));
  const path =
    to ?? `${org}-soa${version === undefined ? '' : `-${version}`}.${as === 'oscal' ? 'oscal.json' : as}`;
  await writeBody(response, { path, force: force === true });
  if (path !== '-') say(`${path} is written.`);
}
