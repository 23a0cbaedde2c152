// assay risk losses|estimate|tolerance|cost|simulate: risk in money, over the register or over a file of scenarios.
import type { Output, Routes } from '@assay/contract';
import { answerLosses, estimateText, marksOf, MOST_YEARS, simulateLosses, type PlainDate } from '@assay/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { choice, day, whole } from '../options.ts';
import { formatOf, printList, printOne, say, type Column } from '../output.ts';
import { readRiskCase } from '../risks/case.ts';
import { printLosses, sayRun } from '../risks/print.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Losses = Output<Routes['losses.read']>;
type Estimated = Losses['risks'][number];
type Half = NonNullable<Estimated['inherent']>;
type Point = { readonly loss: number; readonly share: number };

export function addLossCommands(risk: Command): void {
  common(risk.command('losses').description('Estimates in money, of each risk that is not closed')).action(
    losses,
  );
  writing(
    risk.command('estimate <risk>').description('Estimate how often a risk comes true and what it costs'),
  )
    .addOption(
      choice('--of <half>', 'as if nothing were done, or what remains', ['inherent', 'residual']).default(
        'inherent',
      ),
    )
    .addOption(number('--probability <p>', 'once a year or not at all, with this probability'))
    .addOption(number('--per-year <n>', 'any number of times, so many on average'))
    .addOption(numbers('--interval <low,high>', 'nine events of ten cost between these', 2))
    .addOption(numbers('--pert <least,likely,most>', 'least, most likely and most', 3))
    .option('--because <text>', 'the justification')
    .addOption(day('--on <day>', 'today by default'))
    .option('--withdraw', 'take this half back; what remains goes with the first')
    .action(estimate);
  writing(risk.command('tolerance').description('Which loss is tolerated in which share of years'))
    .addOption(numbers('--often <loss,share>', 'such as 50000,0.1', 2))
    .addOption(numbers('--rare <loss,share>', 'such as 500000,0.01', 2))
    .option('--currency <code>', 'such as EUR')
    .option('--because <text>', 'the justification')
    .action(tolerance);
  writing(risk.command('cost <control> <amount>').description('What a control costs a year; - takes it back'))
    .option('--note <text>', 'what is in it')
    .action(cost);
  common(
    risk
      .command('simulate [case]')
      .description(
        'Simulate years over the register, or over a file without a server; - reads standard input',
      ),
  )
    .option('--seed <text>', 'the same seed gives the same figures', '1')
    .addOption(whole('--years <n>', 'how many', { min: 100, max: MOST_YEARS }).default(100_000))
    .action(simulate);
}

async function losses(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['losses.read']({ params: { org } }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  printList(found.risks, ESTIMATES, format);
  const { line } = found.tolerance;
  if (format === 'table')
    say(
      line
        ? `Tolerated, in ${found.currency}: ${line.often.loss} in ${line.often.share} of years, ${line.rare.loss} in ${line.rare.share}.`
        : `No tolerance is said; amounts are in ${found.currency}.`,
    );
  return undefined;
}

interface EstimateOptions extends WriteOptions {
  readonly of: 'inherent' | 'residual';
  readonly probability?: number;
  readonly perYear?: number;
  readonly interval?: readonly number[];
  readonly pert?: readonly number[];
  readonly because?: string;
  readonly on?: PlainDate;
  readonly withdraw?: true;
}

async function estimate(code: string, options: EstimateOptions): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['losses.read']({ params: { org: where.org } })).risks.find(
    (each) => each.code === code.toUpperCase(),
  );
  if (!held)
    throw new CommandEnd(EXIT.notFound, `There is no open risk ${code}.`, 'assay risk list lists them.');
  const half = options.withdraw ? null : halfIn(options);
  const body =
    options.of === 'inherent'
      ? { inherent: half, residual: half && kept(held.residual) }
      : { inherent: kept(held.inherent), residual: half };
  tell(
    where,
    await perform(where, options, {
      route: 'loss_estimates.put',
      input: { params: { org: where.org, risk: held.code }, ifMatch: `"${held.revision}"`, body },
      would: `The estimate of ${held.code} would change.`,
    }),
    `${held.code} is estimated.`,
  );
}

function halfIn({ probability, perYear, interval, pert, because: justification, on }: EstimateOptions) {
  const frequency =
    probability !== undefined
      ? { kind: 'bernoulli' as const, probability }
      : perYear !== undefined
        ? { kind: 'poisson' as const, per_year: perYear }
        : undefined;
  const [low = 0, high = 0] = interval ?? [];
  const [min = 0, mode = 0, max = 0] = pert ?? [];
  const loss = pert
    ? { kind: 'pert' as const, min, mode, max }
    : interval
      ? { kind: 'lognormal' as const, low, high }
      : undefined;
  if (!frequency || !loss || justification === undefined)
    throw new CommandEnd(
      EXIT.error,
      'An estimate says how often, how much and why.',
      'Give --probability or --per-year, --interval or --pert, and --because.',
    );
  return { frequency, loss, justification, ...(on === undefined ? {} : { on }) };
}

/** What stands, said again: the server keeps its day and who said it. */
function kept(half: Half | null) {
  if (!half) return null;
  const { by: _, on: __, ...said } = half;
  return said;
}

async function tolerance(
  options: WriteOptions & {
    readonly often?: readonly number[];
    readonly rare?: readonly number[];
    readonly currency?: string;
    readonly because?: string;
  },
): Promise<void> {
  const where = await open(options);
  const { currency, tolerance: held } = take(
    await where.client['losses.read']({ params: { org: where.org } }),
  );
  const { often, rare, because } = options;
  if (!often && !rare && options.currency === undefined) {
    printOne({ currency, ...held }, [], where.format === 'table' ? 'json' : where.format);
    return;
  }
  const line = { often: pointIn(often) ?? held.line?.often, rare: pointIn(rare) ?? held.line?.rare };
  const justification = because ?? held.justification;
  if (!line.often || !line.rare || justification === '')
    throw new CommandEnd(
      EXIT.error,
      'A tolerance has two points and a reason.',
      'Give --often, --rare and --because.',
    );
  tell(
    where,
    await perform(where, options, {
      route: 'loss_tolerance.put',
      input: {
        params: { org: where.org },
        ifMatch: `"${held.revision}"`,
        body: {
          currency: options.currency ?? currency,
          line: { often: line.often, rare: line.rare },
          justification,
        },
      },
      would: 'The tolerance would change.',
    }),
    'The tolerance is said.',
  );
}

async function cost(
  control: string,
  amount: string,
  options: WriteOptions & { readonly note?: string },
): Promise<void> {
  const where = await open(options);
  const value = amount === '-' ? null : Number(amount);
  if (Number.isNaN(value)) throw new CommandEnd(EXIT.error, `${amount} is no amount.`, 'Write it as 12000.');
  const { controls } = take(await where.client['losses.read']({ params: { org: where.org } }));
  const held = controls.find((each) => each.control === control);
  tell(
    where,
    await perform(where, options, {
      route: 'control_costs.put',
      input: {
        params: { org: where.org, control },
        ifMatch: `"${held?.revision ?? 0}"`,
        body: { cost: value, note: options.note ?? held?.note ?? '' },
      },
      would: `The cost of ${control} would change.`,
    }),
    value === null ? `Nothing is said of the cost of ${control}.` : `${control} costs ${value} a year.`,
  );
}

async function simulate(
  path: string | undefined,
  options: CommonOptions & { readonly seed: string; readonly years: number },
): Promise<void> {
  if (path !== undefined) return simulateFile(path, options);
  const { client, org, format } = await open(options);
  const query = { seed: options.seed, years: options.years };
  const { sentence, ...answer } = take(await client['losses.simulate']({ params: { org }, query }));
  printLosses({ ...answer }, format);
  if (format === 'table') sayRun(answer, sentence);
  return undefined;
}

function simulateFile(path: string, options: CommonOptions): void {
  const format = formatOf(options);
  const read = readRiskCase(jsonIn(path));
  if ('pointer' in read)
    throw new CommandEnd(EXIT.error, `${path} cannot be simulated, at ${read.pointer}: ${read.message}.`);
  const { scenarios, whole: together } = simulateLosses(read, marksOf(read.tolerance));
  const answer = answerLosses(read, scenarios, together);
  printLosses(answer, format);
  if (format === 'table') sayRun(answer);
}

const ESTIMATES: readonly Column<Estimated>[] = [
  { name: 'risk', of: (row) => row.code },
  { name: 'title', of: (row) => row.title },
  { name: 'before treatment', of: (row) => modelText(row.inherent) },
  { name: 'after', of: (row) => modelText(row.residual) },
  { name: 'controls', of: (row) => row.controls.join(' ') },
];

function modelText(half: Half | null): string {
  if (!half) return '';
  const { frequency, loss } = half;
  const often =
    frequency.kind === 'bernoulli' ? `p ${frequency.probability}` : `${frequency.per_year} a year`;
  const much = loss.kind === 'pert' ? [loss.min, loss.mode, loss.max] : [loss.low, loss.high];
  return `${often}, ${much.map(estimateText).join(' to ')}`;
}

function tell(where: Open, done: Losses | undefined, said: string): void {
  if (!done) return;
  if (where.format === 'json' || where.format === 'ndjson') return printOne(done, [], where.format);
  say(said);
  return undefined;
}

function pointIn(given: readonly number[] | undefined): Point | undefined {
  const [loss, share] = given ?? [];
  return loss === undefined || share === undefined ? undefined : { loss, share };
}

function number(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string): number => numberIn(text));
}

function numbers(flags: string, about: string, count: number): Option {
  return new Option(flags, about).argParser((text: string): readonly number[] => {
    const read = text.split(',').map(numberIn);
    if (read.length === count) return read;
    throw new InvalidArgumentError(`It is ${count} numbers, parted by commas.`);
  });
}

function numberIn(text: string): number {
  const read = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(read)) return read;
  throw new InvalidArgumentError('It is a number such as 0.15 or 40000.');
}
