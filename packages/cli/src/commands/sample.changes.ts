// assay sample draw, extend, void and sheet --record: what is written about samples.
import { FREQUENCY_CLASSES, TEST_RESULTS, type FrequencyClass, type TestResult } from '@assay/core';
import { InvalidArgumentError, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controls, whole } from '../options.ts';
import { perform } from '../write.ts';
import { printSample } from './sample.show.ts';
import { drawFromFile } from './sample.offline.ts';
import { strataOf, type StrataOptions } from './sample.strata.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface DrawOptions extends WriteOptions, StrataOptions {
  readonly rows?: string;
  readonly control?: readonly string[];
  readonly size: readonly number[];
  readonly because?: string;
  readonly profile: string;
  readonly frequency?: FrequencyClass;
  readonly seed?: string;
  readonly confidence: number;
  readonly attribute: readonly string[];
}

interface WordOptions extends WriteOptions {
  readonly because: string;
}

interface TestOptions extends WriteOptions {
  readonly item: number;
  readonly evidence: string[];
  readonly note: string;
  readonly on?: string;
}

export function addSampleChanges(sample: Command): void {
  writing(
    sample
      .command('draw [population]')
      .description(
        'Draw from a frozen population for a control, or with --rows from a file without a server',
      ),
  )
    .option(
      '--rows <file>',
      'a JSON array, or one JSON value a line: no server is asked, nothing is recorded',
    )
    .addOption(controls('--control <id>', 'control that is tested'))
    .option('--profile <name>', 'how many; assay sample profile list shows them', 'common')
    .addOption(
      choice(
        '--frequency <class>',
        'how often the control runs; by default what its schedule says',
        FREQUENCY_CLASSES,
      ),
    )
    .option('--size <number>', 'own size; with --rows again for each extension', sizes, [])
    .option('--because <reason>', 'why an own size')
    .option('--seed <text>', 'typed by the auditor: text, or hex: and digits; 32 random bytes by default')
    .option('--month <column>', 'strata by the month of this column', 'day')
    .option('--column <column>', 'strata by this column instead')
    .option('--no-strata', 'one stratum')
    .addOption(whole('--confidence <percent>', 'of the upper bounds', { min: 50, max: 99 }).default(95))
    .option('--attribute <text>', 'what must hold of each item; again for more', listed, [])
    .action(draw);
  writing(sample.command('extend <sample>').description('Let the same draw go on; what was drawn stays'))
    .addOption(whole('--to <number>', 'size after it', { min: 1, max: 10_000_000 }).makeOptionMandatory())
    .requiredOption('--because <reason>', 'why')
    .action(extend);
  writing(sample.command('void <sample>').description('Void a sample with a reason; it stays to be seen'))
    .requiredOption('--because <reason>', 'why')
    .action(voidIt);
  writing(
    sample
      .command('test <sample> <results...>')
      .description('Record results of an item, such as A=pass B=deviation'),
  )
    .addOption(
      whole('--item <number>', 'number of the item', { min: 1, max: 10_000_000 }).makeOptionMandatory(),
    )
    .option('--evidence <ids>', 'such as E-12,E-13', (text: string) => text.split(/[\s,]+/), [])
    .option('--note <text>', 'what was seen', '')
    .option('--on <day>', 'day of the test; today by default')
    .action(test);
}

async function draw(population: string | undefined, options: DrawOptions): Promise<void> {
  const { rows, seed, size } = options;
  const strata = strataOf(options);
  if (rows !== undefined)
    return drawFromFile({ ...options, rows, by: strata, ...(seed === undefined ? {} : { seed }) });
  const [control] = options.control ?? [];
  if (population === undefined || control === undefined || size.length > 1)
    throw new CommandEnd(
      EXIT.usage,
      'A draw needs a population and a control, and one size at most.',
      'Write assay sample draw P-1 --control C-30, or name a file with --rows.',
    );
  const where = await open(options);
  const [own] = size;
  const texts = options.attribute.length > 0 ? options.attribute : ['the control did what it says'];
  const drawn = await perform(where, options, {
    route: 'samples.draw',
    input: {
      params: { org: where.org },
      body: {
        population,
        control,
        size:
          own === undefined
            ? { by: 'profile', profile: options.profile, frequency: options.frequency }
            : { by: 'own', size: own, because: options.because ?? '' },
        strata,
        seed,
        confidence: options.confidence,
        attributes: texts.map((text, at) => ({
          letter: String.fromCharCode(65 + at),
          text,
          method: 'inspection' as const,
        })),
      },
    },
    would: `A sample of ${population} would be drawn for ${control}, and the draw recorded.`,
  });
  if (drawn) printSample(drawn, where.format);
}

async function extend(sample: string, options: WordOptions & { readonly to: number }): Promise<void> {
  const where = await open(options);
  const { to, because } = options;
  const done = await perform(where, options, {
    route: 'samples.extend',
    input: { params: { org: where.org, sample }, body: { to, because } },
    would: `${sample} would be extended to ${to} items.`,
  });
  if (done) printSample(done, where.format);
}

async function voidIt(sample: string, options: WordOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'samples.void',
    input: { params: { org: where.org, sample }, body: { because: options.because } },
    would: `${sample} would be voided; it stays where everybody sees it.`,
    ask: `Void ${sample}? It takes nothing more afterwards.`,
  });
  if (done) printSample(done, where.format);
}

async function test(
  sample: string,
  results: readonly string[],
  { item, ...options }: TestOptions,
): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['samples.read']({ params: { org: where.org, sample } }));
  const row = held.items.find(({ number }) => number === item);
  if (!row) throw new CommandEnd(EXIT.notFound, `${held.code} has no item ${item}.`);
  const done = await perform(where, options, {
    route: 'samples.test',
    input: {
      params: { org: where.org, sample },
      body: {
        items: [
          {
            number: row.number,
            revision: row.revision,
            results: resultsIn(results),
            evidence: options.evidence,
            note: options.note,
            tested_on: options.on ?? new Date().toISOString().slice(0, 10),
          },
        ],
      },
    },
    would: `Item ${item} of ${held.code} would have ${results.join(', ')}.`,
  });
  if (done) printSample(done, where.format);
}

function resultsIn(texts: readonly string[]): Record<string, TestResult> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, letter = '', word] = /^([A-Za-z])=(\w+)$/.exec(text) ?? [];
      const result = TEST_RESULTS.find((each) => each === word);
      if (result === undefined)
        throw new CommandEnd(
          EXIT.usage,
          `${text} is no result.`,
          `Write it as A=pass, with one of ${TEST_RESULTS.join(', ')}.`,
        );
      return [letter.toUpperCase(), result];
    }),
  );
}

function sizes(text: string, before: readonly number[]): readonly number[] {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return [...before, Number(text)];
}

function listed(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
