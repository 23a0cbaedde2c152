// assay advise: which credential first, when and at what cost; from a file without a server, or for an organisation.
import { adviceSaid, NO_RECORDS, type AdviceSaid } from '@assay/contract';
import { ADVICE_OPTIONS, adviceMarkdown, type AdviceOption, type Instant } from '@assay/core';
import { Option, type Command } from 'commander';
import { adviseAgain } from '../advise/again.ts';
import { answersIn } from '../advise/answers.ts';
import { adviseCompany } from '../advise/company.ts';
import { OPTION_COLUMNS, printAdvice } from '../advise/print.ts';
import { today } from '../advise/today.ts';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { choice, instant } from '../options.ts';
import { formatOf, out, printList, printOne, say, type Format } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

export function addAdviseCommands(program: Command): void {
  const advise = common(
    program
      .command('advise')
      .description('Which credential first, when, at what cost, and what would change that'),
  )
    .option('--input <file>', 'a company in a JSON file, without a server; - reads standard input')
    .addOption(instant('--at <instant>', 'as it was known then'))
    .action(advice);
  writing(
    advise
      .command('answer [file]')
      .description('What was answered; with a JSON file, - being standard input, that is answered instead'),
  ).action(answer);
  common(
    advise.command('ceiling [amount]').description('How a way fits under a ceiling; the budget by default'),
  )
    .addOption(choice('--option <way>', 'what is advised by default', ADVICE_OPTIONS))
    .action(ceiling);
  const figure = advise.command('figure').description('Figures that the advice rests on');
  common(figure.command('list').description('Every figure with formula and source'))
    .option('--said', 'only those that somebody knows better')
    .action(figures);
  writing(figure.command('set <figure>').description('Say a figure that you know better'))
    .addOption(value())
    .requiredOption('--because <text>', 'why: an offer, a contract, a measurement')
    .option('--currency <code>', 'of an amount; that of the answers by default')
    .action(setFigure);
  writing(figure.command('drop <figure>').description('Take it back: the default counts again')).action(
    dropFigure,
  );
}

interface AdviseOptions extends CommonOptions {
  /** A file; false where `--no-input` forbids to ask, as everywhere. */
  readonly input?: string | boolean;
  readonly at?: Instant;
}

async function advice(options: AdviseOptions): Promise<void> {
  if (typeof options.input === 'string') return adviseFile(options.input, formatOf(options));
  const { client, org, format } = await open(options);
  const said = take(await client['advice.read']({ params: { org }, query: { at: options.at } }));
  if (format === 'md') out(adviceMarkdown(adviseAgain(said).advice));
  else print(said, format);
  return undefined;
}

function adviseFile(path: string, format: Format): void {
  const made = adviseCompany(jsonIn(path), today());
  if ('pointer' in made)
    throw new CommandEnd(EXIT.error, `${path} cannot be advised on, at ${made.pointer}: ${made.message}`);
  if (format === 'md') out(adviceMarkdown(made.advice));
  else print(adviceSaid(made, NO_RECORDS), format);
}

function print(said: AdviceSaid, format: Format): void {
  if (format === 'json' || format === 'ndjson') printOne(said, [], format);
  else if (format === 'csv') printList(said.options, OPTION_COLUMNS, format);
  else printAdvice(said);
}

async function answer(file: string | undefined, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const held = take(await client['advice_answers.read']({ params: { org } }));
  if (file === undefined) {
    printOne(
      held,
      Object.entries(held.given).map(([field, said]) => [field, JSON.stringify(said)]),
      format,
    );
    return;
  }
  const body = answersIn(file);
  const done = await perform(where, options, {
    route: 'advice_answers.put',
    input: { params: { org }, ifMatch: `"${held.revision}"`, body },
    would: 'The answers would be these.',
  });
  if (!done) return;
  if (format === 'json' || format === 'ndjson') printOne(done, [], format);
  else say(`Answered, version ${done.revision}: ${Object.keys(done.given).join(', ') || 'nothing'}.`);
}

async function ceiling(
  amount: string | undefined,
  options: CommonOptions & { readonly option?: AdviceOption },
): Promise<void> {
  const { client, org, format } = await open(options);
  const most = amount === undefined ? undefined : Number(amount);
  if (Number.isNaN(most))
    throw new CommandEnd(EXIT.usage, `${amount ?? ''} is no amount.`, 'Write it as 60000.');
  const query = { ceiling: most, option: options.option };
  const found = take(await client['advice.ceiling']({ params: { org }, query }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  printList(
    found.taken,
    [
      { name: 'measure', of: (row) => row.title },
      { name: `saves ${found.currency}`, of: (row) => Math.round(row.saves), right: true },
      { name: 'own days', of: (row) => Math.round(row.own_days), right: true },
      { name: 'risk', of: (row) => row.risk, right: true },
      { name: 'which', of: (row) => row.risk_is },
      { name: 'at the audit', of: (row) => row.at_the_audit },
    ],
    format,
  );
  if (format === 'table') say(found.sentence);
  return undefined;
}

async function figures(options: CommonOptions & { readonly said?: true }): Promise<void> {
  const { client, org, format } = await open(options);
  const { figures: all } = take(await client['advice.read']({ params: { org }, query: {} }));
  printList(
    all.filter(({ said }) => options.said !== true || said !== null),
    [
      { name: 'figure', of: (row) => row.key },
      { name: 'what', of: (row) => row.title },
      { name: 'how', of: (row) => row.formula },
      { name: 'source', of: (row) => row.source },
      { name: 'said by', of: (row) => row.said?.by ?? '' },
    ],
    format,
  );
}

interface FigureOptions extends WriteOptions {
  readonly value: readonly number[];
  readonly because: string;
  readonly currency?: string;
}

async function setFigure(key: string, options: FigureOptions): Promise<void> {
  const where = await open(options);
  const [one = 0, mode, max] = options.value;
  const { currency, because } = options;
  const done = await perform(where, options, {
    route: 'advice_figures.put',
    input: {
      params: { org: where.org, figure: key },
      ifMatch: `"${await revisionOf(where, key)}"`,
      body: {
        value: mode === undefined || max === undefined ? one : { min: one, mode, max },
        because,
        ...(currency === undefined ? {} : { currency }),
      },
    },
    would: `${key} would be ${options.value.join(', ')}.`,
  });
  if (done) say(`${key} is ${options.value.join(', ')}, as you say.`);
}

async function dropFigure(key: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'advice_figures.drop',
    input: {
      params: { org: where.org, figure: key },
      ifMatch: `"${await revisionOf(where, key)}"`,
    },
    would: `The default of ${key} would count again.`,
  });
  if (done) say(`The default of ${key} counts again.`);
}

/** Of what was said of a figure, whether or not the advice rests on it now. */
async function revisionOf({ client, org }: Open, figure: string): Promise<number> {
  return take(await client['advice_figures.read']({ params: { org, figure } })).revision;
}

function value(): Option {
  return new Option('--value <n>', 'one number, or least,likely,most of which nobody knows the right one')
    .makeOptionMandatory()
    .argParser((text: string): readonly number[] => {
      const read = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
      if ((read.length === 1 || read.length === 3) && read.every(Number.isFinite)) return read;
      throw new CommandEnd(EXIT.usage, `${text} is no figure.`, 'Write it as 900, or as 800,900,1200.');
    });
}
