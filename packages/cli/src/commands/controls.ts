// assay control list|show|decide|map.
import { allPages } from '@assay/contract';
import type { Command } from 'commander';
import { RELATIONS, STRENGTHS, type Instant, type Relation, type Strength } from '@assay/core';
import { endOf, take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { findRequirement } from '../find.ts';
import { choice, codesOf, controlCode, instant } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { didYouMean } from '../words.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

interface AsOf extends CommonOptions {
  readonly at?: Instant;
}

interface DecideOptions extends WriteOptions {
  readonly implemented?: boolean;
  readonly planned?: boolean;
  readonly notAdopted?: string;
  readonly undecided?: boolean;
}

interface MapOptions extends WriteOptions {
  readonly relation: Relation;
  readonly strength: Strength;
  readonly because: string;
  readonly reviewed?: boolean;
}

export function addControlCommands(program: Command): void {
  const control = program.command('control').description('The control set');
  common(control.command('list').description('All controls with their state in both views'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .action(list);
  common(control.command('show').argument('<control>', 'C-07, c7', controlCode).description('One control'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .action(show);
  writing(
    control
      .command('decide')
      .argument('<controls>', 'C-07,C-09', codesOf)
      .description('Adopt, plan or refuse controls'),
  )
    .option('--implemented', 'it runs')
    .option('--planned', 'it is planned')
    .option('--not-adopted <because>', 'it is not taken up')
    .option('--undecided', 'take the decision back')
    .action(decide);
  writing(
    control
      .command('map')
      .argument('<control>', 'C-07', controlCode)
      .argument('<requirement>', 'A.5.15, or iso27001:2022/A.5.15')
      .description('Map a control to a requirement, or review a mapping'),
  )
    .addOption(choice('--relation <relation>', 'how they relate', RELATIONS).makeOptionMandatory())
    .addOption(choice('--strength <strength>', 'how much it answers', STRENGTHS).makeOptionMandatory())
    .requiredOption('--because <text>', 'why')
    .option('--reviewed', 'you have reviewed it')
    .action(map);
}

async function list(options: AsOf): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(
    await allPages((page) =>
      client['controls.list']({ params: { org }, query: { at: options.at, ...page } }),
    ),
  );
  printList(
    data,
    [
      { name: 'id', of: (row) => row.code },
      { name: 'name', of: (row) => row.name },
      { name: 'state', of: (row) => row.state.implementation ?? row.state.state },
      { name: 'iso', of: (row) => row.iso.state },
      { name: 'soc2', of: (row) => row.soc2.state },
      { name: 'evidence', of: (row) => row.evidence_count, right: true },
    ],
    format,
  );
}

async function show(code: string, options: AsOf): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const read = await client['controls.read']({ params: { org, control: code }, query: { at: options.at } });
  if (!read.ok) {
    if (read.error.code === 'control.not_found') throw await unknownControl(where, code);
    throw endOf(read.error);
  }
  const found = read.value.data;
  printOne(
    found,
    [
      ['control', `${found.code} ${found.name}`],
      ['activity', found.activity],
      ['owner', found.state.owner ?? found.owner_role],
      ['frequency', found.frequency],
      ['state', found.state.implementation ?? found.state.state],
      ['iso', `${found.iso.state}: ${found.iso.reason}`],
      ['soc2', `${found.soc2.state}: ${found.soc2.reason}`],
      ['asked_for', found.evidence_wanted.ask],
      ['answers', found.mappings.map((mapping) => `${mapping.to} (${mapping.strength})`).join(', ') || '—'],
    ],
    format,
  );
}

async function decide(codes: string[], options: DecideOptions): Promise<void> {
  const decision = decisionOf(options);
  const where = await open(options);
  const { client, org } = where;
  const { data } = take(await allPages((page) => client['controls.list']({ params: { org }, query: page })));
  const held = codes.map((code) => data.find((each) => each.code === code) ?? code);
  const missing = held.find((each) => typeof each === 'string');
  if (missing !== undefined) throw await unknownControl(where, missing);
  const wanted = 'implementation' in decision ? decision.implementation : decision.state;
  const lines = held.flatMap((each) =>
    typeof each === 'string' ? [] : [`${each.code} is ${each.state.implementation ?? each.state.state}`],
  );
  const done = await perform(where, options, {
    route: 'controls.decide_many',
    input: { params: { org }, body: { controls: codes, decision } },
    would: `${lines.join(', ')}; ${codes.length === 1 ? 'it' : 'each'} would be ${wanted}.`,
  });
  if (!done) return;
  say(`${done.changed} changed: ${codes.join(', ')} ${codes.length === 1 ? 'is' : 'are'} ${wanted}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function map(code: string, requirement: string, options: MapOptions): Promise<void> {
  const where = await open(options);
  const [framework, id] = await findRequirement(where, requirement);
  const done = await perform(where, options, {
    route: 'mappings.put',
    input: {
      params: { org: where.org, control: code },
      body: {
        to: `${framework}/${id}`,
        relation: options.relation,
        strength: options.strength,
        rationale: options.because,
        reviewed: options.reviewed === true,
      },
    },
    would: `${code} would answer ${framework}/${id}: ${options.relation}, ${options.strength}.`,
  });
  if (!done) return;
  say(`${code} answers ${framework}/${id}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

function decisionOf(options: DecideOptions) {
  const said = [options.implemented, options.planned, options.notAdopted !== undefined, options.undecided];
  if (said.filter(Boolean).length !== 1)
    throw new CommandEnd(
      EXIT.usage,
      'Say one of --implemented, --planned, --not-adopted BECAUSE and --undecided.',
    );
  if (options.undecided) return { state: 'undecided' as const };
  if (options.notAdopted !== undefined) return { state: 'not_adopted' as const, because: options.notAdopted };
  return {
    state: 'adopted' as const,
    implementation: options.implemented ? ('implemented' as const) : ('planned' as const),
  };
}

async function unknownControl(where: Open, code: string): Promise<CommandEnd> {
  const { data } = take(
    await allPages((page) => where.client['controls.list']({ params: { org: where.org }, query: page })),
  );
  const near = didYouMean(
    code,
    data.map((each) => each.code),
  );
  return new CommandEnd(
    EXIT.notFound,
    `There is no control ${code}.`,
    near ?? 'assay control list shows them.',
  );
}
