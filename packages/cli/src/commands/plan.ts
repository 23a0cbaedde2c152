// assay plan: the way to the credentials as dates that are likely; baselines, variants and files.
import type { Output, Routes } from '@assay/contract';
import { ADVICE_OPTIONS, percentText, type AdviceOption } from '@assay/core';
import { Option, type Command } from 'commander';
import { today } from '../advise/today.ts';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn, writeBody } from '../files.ts';
import { choice, whole } from '../options.ts';
import { formatOf, out, printList, printOne, say, type Column, type Format } from '../output.ts';
import { planCompany, type CompanyPlan, type CompanyPlanAsked } from '../plan/company.ts';
import { ganttLines } from '../plan/gantt.ts';
import { perform } from '../write.ts';
import { addPlanChanges } from './plan.changes.ts';
import { addVariantCommands } from './plan.variants.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export type Plan = Output<Routes['plan.read']>;
type Task = Plan['tasks'][number];

interface PlanOptions extends CommonOptions {
  readonly option?: AdviceOption;
  readonly variant?: string;
  /** A company in a file: no server is asked; false where `--no-input` forbids to ask, as everywhere. */
  readonly input?: string | boolean;
}

export function addPlanCommands(program: Command): void {
  const plan = program
    .command('plan')
    .description('The way to the credentials: tasks, likely dates, what moved, what could be otherwise');
  which(common(plan.command('show').description('The plan as bars, with deals and what cannot be kept')))
    .addOption(companyOption())
    .action(show);
  which(common(plan.command('simulate').description('Every task with its dates in simulated courses')))
    .addOption(companyOption())
    .addOption(whole('--runs <n>', 'simulated courses', { min: 100, max: 20_000 }).default(2000))
    .option('--seed <text>', 'the same seed gives the same dates', '1')
    .action(simulate);
  addPlanChanges(plan);
  writing(
    plan.command('baseline').description('Approve the plan as it stands; later plans are held against it'),
  )
    .requiredOption('--approver <name>', 'who approves')
    .requiredOption('--role <role>', 'as what, such as founder')
    .option('--note <text>', 'what was decided with it', '')
    .option('--digest <sha256>', 'of the plan that was seen (plan show -o json); as it stands by default')
    .action(approve);
  common(plan.command('baselines').description('Plans that were approved')).action(baselines);
  common(
    plan
      .command('diff [baseline]')
      .description('What moved since a plan was approved, the newest by default'),
  ).action(diff);
  addVariantCommands(plan);
  common(
    plan
      .command('export <as>')
      .description('tasks as csv, milestones as ics, the budget as xlsx, a board brief as PDF (brief)'),
  )
    .option('--to <file>', 'file to write, - for standard output; its own name by default')
    .option('--force', 'write over a file that is there')
    .action(save);
}

function which(command: Command): Command {
  return command
    .addOption(choice('--option <way>', 'another way than the one that is chosen', ADVICE_OPTIONS))
    .option('--variant <id>', 'a variant, such as PV-1');
}

function companyOption(): Option {
  return new Option(
    '--input <file>',
    'of a company in a JSON file, without a server; - reads standard input',
  ).conflicts('variant');
}

async function show(options: PlanOptions): Promise<void> {
  if (typeof options.input === 'string') return showCompany(options.input, options);
  const { client, org, format } = await open(options);
  const { option, variant } = options;
  const plan = take(await client['plan.read']({ params: { org }, query: { option, variant } }));
  if (format !== 'table') return printTasks(plan, format);
  out(`${plan.sentence}\n${plan.critical_sentence}\n\n`);
  const columns = process.stdout.isTTY ? process.stdout.columns : 110;
  out(
    ganttLines(plan.tasks, columns)
      .map((line) => `${line}\n`)
      .join(''),
  );
  lines(
    'Deals and promises',
    plan.promises.map(({ sentence }) => sentence),
  );
  lines(
    'Cannot be kept',
    plan.conflicts.map(({ sentence }) => sentence),
  );
  lines(
    'An auditor would remark',
    plan.notes.map(({ sentence }) => sentence),
  );
  if (plan.difference) lines(`Since ${plan.difference.baseline} was approved`, [plan.difference.sentence]);
  return undefined;
}

/** Courses of a plan that is only shown. */
const SHOWN = { runs: 2000, seed: '1' } as const;

function showCompany(path: string, options: PlanOptions): void {
  const plan = companyPlan(path, { option: options.option, run: SHOWN });
  const format = formatOf(options);
  if (format !== 'table') return printCompany(plan, format);
  out(`${plan.sentence}\n${plan.critical_sentence}\n\n`);
  const columns = process.stdout.isTTY ? process.stdout.columns : 110;
  out(
    ganttLines(plan.bars, columns)
      .map((line) => `${line}\n`)
      .join(''),
  );
  return lines('Cannot be kept', plan.conflicts);
}

function companyPlan(path: string, asked: CompanyPlanAsked): CompanyPlan {
  const made = planCompany(jsonIn(path), today(), asked);
  if ('pointer' in made)
    throw new CommandEnd(EXIT.error, `${path} cannot be planned, at ${made.pointer}: ${made.message}`);
  return made;
}

function printCompany(plan: CompanyPlan, format: Format): void {
  const { bars: _, ...said } = plan;
  if (format === 'json' || format === 'ndjson') printOne(said, [], format);
  else
    printList(
      plan.tasks,
      COMPANY_COLUMNS.map((name) => ({ name: name.replaceAll('_', ' '), of: (row) => row[name] })),
      format,
    );
}

const COMPANY_COLUMNS = [
  'id',
  'title',
  'lane',
  'role',
  'start',
  'finish',
  'finish_p50',
  'finish_p90',
  'slack_days',
] as const;

function lines(title: string, all: readonly string[]): void {
  if (all.length > 0) out(`\n${title}\n${all.map((line) => `  - ${line}\n`).join('')}`);
}

async function simulate(
  options: PlanOptions & { readonly runs: number; readonly seed: string },
): Promise<void> {
  const { option, variant, runs, seed } = options;
  if (typeof options.input === 'string') {
    const plan = companyPlan(options.input, { option, run: { runs, seed } });
    printCompany(plan, formatOf(options));
    return say(`${plan.sentence} ${runs} courses, seed ${seed}; the same seed gives the same dates.`);
  }
  const { client, org, format } = await open(options);
  const plan = take(await client['plan.read']({ params: { org }, query: { option, variant, runs, seed } }));
  printTasks(plan, format);
  if (format === 'table')
    say(`${plan.sentence} ${runs} courses, seed ${seed}; the same seed gives the same dates.`);
}

function printTasks(plan: Plan, format: Format): void {
  if (format === 'json' || format === 'ndjson') printOne(plan, [], format);
  else printList(plan.tasks, TASKS, format);
}

const TASKS: readonly Column<Task>[] = [
  { name: 'task', of: (row) => row.id },
  { name: 'title', of: (row) => row.title },
  { name: 'lane', of: (row) => row.lane },
  { name: 'role', of: (row) => row.role },
  { name: 'start', of: (row) => row.start },
  { name: 'end', of: (row) => row.end },
  { name: 'half by', of: (row) => row.done.p50 },
  { name: 'nine of ten by', of: (row) => row.done.p90 },
  { name: 'slack', of: (row) => row.slack, right: true },
  { name: 'critical', of: (row) => percentText(row.criticality), right: true },
];

interface ApproveOptions extends WriteOptions {
  readonly approver: string;
  readonly role: string;
  readonly note: string;
  readonly digest?: string;
}

/** Says what is about to be approved, and approves that: a plan that changes meanwhile is refused. */
async function approve(options: ApproveOptions): Promise<void> {
  const where = await open(options);
  const { approver, role, note } = options;
  const plan = take(await where.client['plan.read']({ params: { org: where.org }, query: {} }));
  const done = await perform(where, options, {
    route: 'plan_baselines.approve',
    input: {
      params: { org: where.org },
      body: { digest: options.digest ?? plan.digest, approver, role, note },
    },
    would: `The plan would be approved by ${approver}: ${plan.title}. ${plan.sentence}`,
    ask: `${plan.title}: ${plan.tasks.length} tasks. ${plan.sentence} Approve it, as ${approver}?`,
  });
  if (!done) return;
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
  else say(`${done.id} is approved by ${done.approver}.`);
}

async function baselines(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['plan_baselines.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'baseline', of: (row) => row.id },
      { name: 'way', of: (row) => row.option },
      { name: 'approved', of: (row) => row.approved_at.slice(0, 10) },
      { name: 'by', of: (row) => `${row.approver}, ${row.role}` },
      { name: 'note', of: (row) => row.note },
    ],
    format,
  );
}

async function diff(baseline: string | undefined, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, baseline: baseline ?? 'newest' };
  const found = take(await client['plan_baselines.read']({ params }));
  const { difference } = found;
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  printList(
    difference.moved,
    [
      { name: 'task', of: (row) => row.id },
      { name: 'approved', of: (row) => row.from },
      { name: 'now', of: (row) => row.to },
      { name: 'days', of: (row) => row.days, right: true },
      { name: 'why', of: (row) => row.sentence },
    ],
    format,
  );
  if (format === 'table') say(`Since ${difference.baseline}: ${difference.sentence}`);
  return undefined;
}

const FILES = ['csv', 'ics', 'xlsx', 'brief'] as const;

async function save(
  kind: string,
  { to, force, ...options }: CommonOptions & { readonly to?: string; readonly force?: true },
): Promise<void> {
  const as = fileKind(kind);
  const { client, org } = await open(options);
  const params = { org };
  const response =
    as === 'xlsx'
      ? take(await client['advice.budget']({ params, query: { as } }))
      : as === 'brief'
        ? take(
            await client['documents.print']({
              params: { org, document: 'board-brief' },
              query: { format: 'pdf' },
            }),
          )
        : take(await client['plan.export']({ params, query: { as } }));
  const path =
    to ??
    { csv: `${org}-plan.csv`, ics: `${org}-plan.ics`, xlsx: `${org}-budget.xlsx`, brief: `${org}-brief.pdf` }[
      as
    ];
  await writeBody(response, { path, force: force === true });
  if (path !== '-') say(`${path} is written.`);
}

function fileKind(text: string): (typeof FILES)[number] {
  const found = FILES.find((each) => each === text.toLowerCase());
  if (found) return found;
  throw new CommandEnd(
    EXIT.usage,
    `There is no file ${text} of a plan.`,
    `It is one of ${FILES.join(', ')}.`,
  );
}
