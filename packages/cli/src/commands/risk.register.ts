// assay risk list|show|matrix|lint|method: the register as it stands.
import type { Output, Routes } from '@assay/contract';
import { allPages, riskMethodFields } from '@assay/contract';
import type { Instant } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn, writeBody } from '../files.ts';
import { choice, instant } from '../options.ts';
import { out, printList, printOne, say, type Format } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export type Risk = Output<Routes['risks.read']>;
type Assessment = Risk['assessments'][number];

export function addRegisterCommands(risk: Command): void {
  common(risk.command('list').description('The register, each risk as it stands'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .option('--lints', 'what an auditor would ask about, instead')
    .action(list);
  common(risk.command('show <risk>').description('One risk with all that was said of it')).action(show);
  common(risk.command('matrix').description('Likelihood by impact')).action(matrix);
  common(risk.command('export').description('The register as a workbook or CSV'))
    .addOption(choice('--as <kind>', 'kind of file', ['xlsx', 'csv'] as const).default('xlsx'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .option('--to <file>', 'file to write, - for standard output; its own name by default')
    .option('--force', 'write over a file that is there')
    .action(save);
  common(
    risk
      .command('scenarios')
      .description('Scenarios to begin a register with; nobody has judged them for you'),
  ).action(scenarios);
  writing(risk.command('method').description('How risks are rated: scales, grid, who may accept what'))
    .option('--set <file>', 'change it to what a JSON file says; - reads standard input')
    .action(method);
}

async function list(
  options: CommonOptions & { readonly at?: Instant; readonly lints?: true },
): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(
    await allPages((page) => client['risks.list']({ params: { org }, query: { ...page, at: options.at } })),
  );
  if (options.lints === true) {
    printList(
      data.flatMap((row) => row.lints.map((lint) => ({ risk: row.code, title: row.title, ...lint }))),
      [
        { name: 'risk', of: (row) => row.risk },
        { name: 'lint', of: (row) => row.code },
        { name: 'what', of: (row) => row.sentence },
        { name: 'remedy', of: (row) => row.remedy },
      ],
      format,
    );
    return;
  }
  printList(
    data,
    [
      { name: 'risk', of: (row) => row.code },
      { name: 'title', of: (row) => row.title },
      { name: 'inherent', of: (row) => row.inherent?.name ?? '' },
      { name: 'current', of: (row) => row.current?.name ?? '' },
      { name: 'state', of: (row) => row.state },
      { name: 'treatment', of: (row) => row.treatment?.option ?? '' },
      { name: 'controls', of: (row) => row.treatment?.controls.join(' ') ?? '' },
      { name: 'owner', of: (row) => row.owner ?? '' },
    ],
    format,
  );
}

async function save({
  as,
  at,
  to,
  force,
  ...options
}: CommonOptions & {
  readonly as: 'xlsx' | 'csv';
  readonly at?: Instant;
  readonly to?: string;
  readonly force?: true;
}): Promise<void> {
  const { client, org } = await open(options);
  const response = take(await client['risks.export']({ params: { org }, query: { as, at } }));
  const path = to ?? `${org}-risks.${as}`;
  await writeBody(response, { path, force: force === true });
  if (path !== '-') say(`${path} is written.`);
}

async function show(code: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printRisk(take(await client['risks.read']({ params: { org, risk: code } })), format);
}

/** One risk: what it is, how it stands, and everything that was said in order. */
function printRisk(risk: Risk, format: Format): void {
  const { scenario, treatment } = risk;
  printOne(
    risk,
    [
      ['risk', `${risk.code} ${risk.title}`],
      [
        'scenario',
        scenario.view === 'event'
          ? `${scenario.event}: ${scenario.consequence}`
          : `${scenario.asset}: ${scenario.threat}, because ${scenario.vulnerability}`,
      ],
      ['at stake', risk.properties.join(', ')],
      ['owner', risk.owner ?? 'nobody'],
      ['stands', risk.sentence],
      ...risk.assessments.map((each): [string, string] => [each.of, assessed(each)]),
      ...(treatment
        ? [
            [
              'treatment',
              `${treatment.option}: ${treatment.controls.join(' ')} ${treatment.plan}`,
            ] satisfies [string, string],
          ]
        : []),
      ...risk.acceptances.map((each): [string, string] => [
        'accepted',
        `${each.name} by ${each.by}, ${each.role}, ${each.on} until ${each.until}: ${each.reason}`,
      ]),
      ...risk.reviews.map((each): [string, string] => [
        'reviewed',
        `${each.on}: ${each.outcome.replaceAll('_', ' ')}; next ${each.next}. ${each.note}`,
      ]),
      ...risk.lints.map((lint): [string, string] => [lint.code, `${lint.sentence} ${lint.remedy}`]),
    ],
    format,
  );
}

function assessed(each: Assessment): string {
  return `${each.name} (likelihood ${each.likelihood}, impact ${each.impact}) on ${each.on} by ${each.by}: ${each.justification}`;
}

async function matrix(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['risks.matrix']({ params: { org } }));
  printList(
    found.rows.flat(),
    [
      { name: 'likelihood', of: (cell) => cell.likelihood, right: true },
      { name: 'impact', of: (cell) => cell.impact, right: true },
      { name: 'level', of: (cell) => cell.name },
      { name: 'risks', of: (cell) => cell.risks.join(' ') },
    ],
    format,
  );
  say(found.sentence);
}

async function scenarios(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, reviewer } = take(await client['risk_scenarios.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'title', of: (row) => row.title },
      { name: 'event', of: (row) => row.event },
      { name: 'controls', of: (row) => row.controls.join(' ') },
      { name: 'in register', of: (row) => row.used_by.join(' ') },
    ],
    format,
  );
  say(`${reviewer}: judge each for your company; assay risk add --from ID begins with one.`);
}

async function method(options: WriteOptions & { readonly set?: string }): Promise<void> {
  const where = await open(options);
  const params = { org: where.org };
  const held = take(await where.client['risk_method.read']({ params }));
  if (options.set === undefined) {
    const { revision: _, changed_by: __, changed_at: ___, ...fields } = held;
    out(`${JSON.stringify(fields, null, 2)}\n`);
    say(`Version ${held.revision}. Save it, change it, and give it back with --set.`);
    return;
  }
  const done = await perform(where, options, {
    route: 'risk_method.put',
    input: { params, ifMatch: `"${held.revision}"`, body: methodIn(options.set) },
    would: 'The method would change; what was assessed keeps the version that it was assessed by.',
  });
  if (done) say(`Version ${done.revision} of the method is in force.`);
}

/** What the file says, checked before anything is sent. */
function methodIn(path: string) {
  const read = riskMethodFields.safeParse(jsonIn(path));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CommandEnd(
    EXIT.error,
    `${path} is no method, at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}.`,
  );
}
