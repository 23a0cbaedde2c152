// assay finding list|show|add|change|close|reopen: what was found, how far it is, and its record as ISO/IEC 27001 10.2
// wants it kept.
import { FINDING_KINDS, FINDING_SOURCES, FINDING_STATES } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, controls } from '../options.ts';
import { out, printList, printOne, say, type Column } from '../output.ts';
import { perform } from '../write.ts';
import { addFindingChanges } from './finding.change.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

type FindingAnswer = Output<Routes['findings.read']>;

interface ListOptions extends CommonOptions {
  readonly kind?: FindingAnswer['kind'];
  readonly state?: FindingAnswer['state'];
  readonly source?: FindingAnswer['source'];
  readonly requirement?: string;
  readonly control?: string[];
  readonly owner?: string;
  readonly where?: string;
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly find?: string;
  readonly csv?: boolean;
}

const COLUMNS: readonly Column<FindingAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'kind', of: (row) => row.kind },
  { name: 'state', of: (row) => row.state },
  { name: 'found', of: (row) => row.found_on },
  { name: 'clock', of: (row) => clockOf(row) },
  { name: 'owner', of: (row) => row.action?.owner ?? row.owner },
  { name: 'finding', of: (row) => row.statement },
];

export function addFindingCommands(program: Command): void {
  const finding = program
    .command('finding')
    .description('Nonconformities, observations, opportunities and SOC 2 exceptions');
  common(finding.command('list').description('Findings with their states and clocks as of today'))
    .addOption(choice('--kind <kind>', 'of one kind', FINDING_KINDS))
    .addOption(choice('--state <state>', 'how far they are', FINDING_STATES))
    .addOption(choice('--source <source>', 'who found them', FINDING_SOURCES))
    .option('--requirement <ref>', 'against one requirement: iso27001:2022/A.5.18')
    .addOption(controls('--control <id>', 'of one control'))
    .option('--owner <name>', 'of one owner')
    .option('--where <name>', 'found in one audit or report: IA-1')
    .option('--open', 'those that are not closed')
    .option('--overdue', 'those whose clock has run out')
    .option('--find <words>', 'words in statement, cause or action')
    .option('--csv', 'every field of the record, a row for each')
    .action(list);
  common(finding.command('show <finding>').description('One finding: record, clocks, what is missing'))
    .option('--history', 'all its versions, who wrote each and when')
    .action(show);
  addFindingChanges(finding);
  writing(finding.command('close <finding>').description('Close a finding whose action was found effective'))
    .requiredOption('--because <text>', 'why it is closed')
    .option('--by <name>', 'who says so; you by default')
    .action((id: string, options: WordOptions) => word(id, options, 'close'));
  writing(finding.command('reopen <finding>').description('Open a closed finding again'))
    .requiredOption('--because <text>', 'why it is open again')
    .option('--by <name>', 'who says so; you by default')
    .action((id: string, options: WordOptions) => word(id, options, 'reopen'));
}

async function list(options: ListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const query = {
    kind: options.kind,
    state: options.state,
    source: options.source,
    requirement: options.requirement,
    control: options.control?.[0],
    owner: options.owner,
    where: options.where,
    open: options.open ? 'true' : undefined,
    overdue: options.overdue ? 'true' : undefined,
    q: options.find,
  };
  if (options.csv) {
    out(await take(await client['findings.csv']({ params: { org }, query })).text());
    return;
  }
  const answer = take(await client['findings.list']({ params: { org }, query }));
  printList(answer.data, COLUMNS, format);
  say(`${answer.data.length} of ${answer.total} findings. ${answer.sentence}`);
  for (const { code, detail, remedy } of answer.lints) say(`${code}: ${detail} ${remedy}`);
}

async function show(id: string, options: CommonOptions & { readonly history?: boolean }): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, finding: id };
  if (options.history) {
    const { data } = take(await client['findings.history']({ params }));
    printList(
      data,
      [
        { name: 'revision', of: (row) => row.revision, right: true },
        { name: 'state', of: (row) => row.state },
        { name: 'by', of: (row) => row.by },
        { name: 'from', of: (row) => row.at },
        { name: 'until', of: (row) => row.until },
      ],
      format,
    );
    return;
  }
  const found = take(await client['findings.read']({ params }));
  printOne(found, linesOf(found), format);
}

interface WordOptions extends WriteOptions {
  readonly because: string;
  readonly by?: string;
}

async function word(id: string, options: WordOptions, act: 'close' | 'reopen'): Promise<void> {
  const where = await open(options);
  const { because, by } = options;
  const input = { params: { org: where.org, finding: id }, body: { because, by } };
  const done =
    act === 'close'
      ? await perform(where, options, {
          route: 'findings.close',
          input,
          would: `${id} would be closed: ${because}`,
        })
      : await perform(where, options, {
          route: 'findings.reopen',
          input,
          would: `${id} would be open again: ${because}`,
        });
  if (!done) return;
  say(`${done.id} is ${done.state}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

function clockOf({ clocks }: FindingAnswer): string {
  const waits = clocks.filter(({ state }) => state !== 'met' && state !== 'met_late');
  const [first] = waits.toSorted((a, b) => a.days_left - b.days_left);
  return first ? `${first.name} ${first.until} ${first.state}` : '';
}

function linesOf(found: FindingAnswer): readonly (readonly [string, string])[] {
  const { correction, similar, action, effectiveness, exception } = found;
  const none = 'not recorded';
  return [
    ['finding', found.statement],
    ['id', `${found.id} (${found.kind})`],
    ['state', `${found.state}${found.missing === null ? '' : `; closing waits for ${found.missing}`}`],
    ['found', `${found.found_on} by ${found.found_by}, ${found.source} ${found.where}`.trimEnd()],
    ['against', [...found.requirements, ...found.controls].join(' ') || '—'],
    ['evidence', found.evidence.join(' ') || '—'],
    ['owner', found.owner ?? '—'],
    ...(exception
      ? ([
          [
            'exception',
            `${exception.deviations} of ${exception.sample}${exception.population === null ? '' : `, from ${exception.population}`}`,
          ],
          ['response', exception.response ?? none],
        ] as const)
      : []),
    ['correction', correction ? `${correction.what} (${correction.on})` : none],
    ['consequences', found.consequences ?? none],
    ['cause', found.cause ?? none],
    ['similar', similar ? `${similar.looked} ${similar.found.join(' ')}`.trimEnd() : none],
    ['action', action ? `${action.what} (${action.owner ?? 'nobody'}, ${action.due ?? 'no day'})` : none],
    ['action done', action?.done ?? none],
    ['effectiveness', effectiveness ? reviewOf(effectiveness) : none],
    ['system change', found.system_change ?? none],
    ...found.clocks.map(({ name, until, state }) => [`clock ${name}`, `${until} ${state}`] as const),
    ...found.lints.map(({ code, detail, remedy }) => [code, `${detail} ${remedy}`] as const),
    ...(found.closed
      ? [['closed', `${found.closed.on} by ${found.closed.by}: ${found.closed.because}`] as const]
      : []),
    ...found.reopened.map(({ on, by, because }) => ['reopened', `${on} by ${by}: ${because}`] as const),
  ];
}

function reviewOf({ due, said }: NonNullable<FindingAnswer['effectiveness']>): string {
  return said ? `${said.verdict} on ${said.on} by ${said.by}: ${said.because}` : `to be looked at on ${due}`;
}
