// assay objective list|add|measure: security objectives, where each stands and where it goes.
import { DIRECTIONS, type Direction, type PlainDate } from '@assay/core';
import { Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, day, whole } from '../options.ts';
import { printList } from '../output.ts';
import { perform } from '../write.ts';
import { idOf, told } from './isms.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addObjectiveCommands(program: Command): void {
  const objective = program.command('objective').description('Security objectives and their measurements');
  common(objective.command('list').description('Objectives: where each stands and where it goes')).action(
    list,
  );
  writing(objective.command('add <title>').description('Set an objective; it is in force once approved'))
    .requiredOption('--measure <text>', 'what is measured, and how')
    .addOption(new Option('--target <number>', 'the value to reach').argParser(Number).makeOptionMandatory())
    .addOption(
      choice('--direction <side>', 'which side of the target is good', DIRECTIONS).default('at_least'),
    )
    .option('--unit <unit>', 'unit of the value', '')
    .option('--plan <text>', 'what will be done, with which means', '')
    .option('--owner <name>', 'who answers for it')
    .addOption(day('--due <day>', 'by when it is to be reached'))
    .addOption(whole('--every <days>', 'how often it is measured', { min: 1, max: 3650 }).default(30))
    .action(add);
  writing(objective.command('measure <objective>').description('Record a measurement'))
    .addOption(new Option('--value <number>', 'what was measured').argParser(Number).makeOptionMandatory())
    .addOption(day('--on <day>', 'when; today by default'))
    .option('--by <name>', 'who measured; you by default')
    .action(measure);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: 'objective' } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'state', of: (row) => row.standing?.state ?? null },
      { name: 'trend', of: (row) => row.standing?.trend ?? null },
      { name: 'latest', of: (row) => row.standing?.latest ?? null, right: true },
      {
        name: 'target',
        of: (row) => (row.record.kind === 'objective' ? row.record.target : null),
        right: true,
      },
      { name: 'objective', of: (row) => row.title },
    ],
    format,
  );
}

interface AddOptions extends WriteOptions {
  readonly measure: string;
  readonly target: number;
  readonly direction?: Direction;
  readonly unit: string;
  readonly plan: string;
  readonly owner?: string;
  readonly due?: PlainDate;
  readonly every?: number;
}

async function add(title: string, options: AddOptions): Promise<void> {
  const where = await open(options);
  const { measure: how, target, direction = 'at_least', unit, plan, owner, due, every = 30 } = options;
  if (!Number.isFinite(target)) throw new CommandEnd(EXIT.usage, 'The target is not a number.');
  const made = await perform(where, options, {
    route: 'isms.add',
    input: {
      params: { org: where.org },
      body: {
        kind: 'objective',
        title,
        measure: how,
        unit,
        target,
        direction,
        due: due ?? null,
        plan,
        owner: owner ?? null,
        every_days: every,
        measurements: [],
      },
    },
    would: `The objective “${title}” would be set.`,
  });
  if (made) told(where, made, `${made.id} is set; nobody has approved it.`);
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
