// assay plan variant|variants|compare: copies of the plan that ask "what if", side by side.
import { planSettingsField, type Output, type Routes } from '@assay/contract';
import type { Command } from 'commander';
import { answersIn } from '../advise/answers.ts';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { printList, printOne, say } from '../output.ts';
import { changed, refuseNothing, type SettingsOptions } from '../plan/changes.ts';
import { perform } from '../write.ts';
import { changing, saidOf, settingsIn } from './plan.changes.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Variant = Output<Routes['plan_variants.add']>;
type Compared = Output<Routes['plan_variants.compare']>['data'][number];

interface VariantOptions extends WriteOptions, SettingsOptions {
  readonly name?: string;
  readonly note?: string;
  readonly answers?: string;
}

export function addVariantCommands(plan: Command): void {
  common(plan.command('variants').description('Copies of the plan that ask "what if"')).action(variants);
  const variant = plan.command('variant').description('Copy the plan, change the copy, drop it');
  own(writing(variant.command('add <name>').description('Copy the plan under a name'))).action(add);
  own(writing(variant.command('set <variant>').description('Change a copy; all else stays as it was')))
    .option('--name <text>', 'another name')
    .action(set);
  writing(variant.command('drop <variant>').description('Drop a copy')).action(drop);
  common(plan.command('compare').description('The plan and its variants side by side')).action(compare);
}

function own(command: Command): Command {
  return changing(command)
    .option('--note <text>', 'what is asked')
    .option('--answers <file>', 'answers that differ, in a JSON file; - reads standard input');
}

async function variants(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['plan_variants.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'variant', of: (row) => row.id },
      { name: 'name', of: (row) => row.name },
      { name: 'answers', of: (row) => Object.keys(row.answers).join(' ') },
      { name: 'settings', of: (row) => Object.keys(row.settings).join(' ') },
      { name: 'note', of: (row) => row.note },
    ],
    format,
  );
}

async function add(name: string, options: VariantOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'plan_variants.add',
    input: {
      params: { org: where.org },
      body: {
        name,
        note: options.note ?? '',
        answers: answersOf(options),
        settings: changed(saidOf(await settingsIn(where)), options),
      },
    },
    would: `The plan would be copied as ${name}.`,
  });
  tell(where, done, (made) => `${made.id} is ${made.name}.`);
}

async function set(id: string, options: VariantOptions): Promise<void> {
  const where = await open(options);
  const held = await find(where, id);
  const { name, note } = options;
  // Over the copy's own settings, which stand over the plan's: a list that the copy has is not taken from the plan again.
  const over = planSettingsField.parse({ ...saidOf(await settingsIn(where)), ...held.settings });
  const settings = changed(over, options);
  const answers = answersOf(options);
  refuseNothing({
    ...settings,
    ...answers,
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { note }),
  });
  const done = await perform(where, options, {
    route: 'plan_variants.put',
    input: {
      params: { org: where.org, variant: held.id },
      ifMatch: `"${held.revision}"`,
      body: {
        name: name ?? held.name,
        note: note ?? held.note,
        answers: { ...held.answers, ...answers },
        settings: { ...held.settings, ...settings },
      },
    },
    would: `${held.id} would change.`,
  });
  tell(where, done, (made) => `${made.id} is changed.`);
}

async function drop(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await find(where, id);
  await perform(where, options, {
    route: 'plan_variants.drop',
    input: { params: { org: where.org, variant: held.id }, ifMatch: `"${held.revision}"` },
    would: `${held.id} would be dropped.`,
  });
  if (!options.dryRun) say(`${held.id} is dropped.`);
}

async function find({ client, org }: Open, id: string): Promise<Variant> {
  const { data } = take(await client['plan_variants.list']({ params: { org } }));
  const found = data.find((each) => each.id === id.toUpperCase());
  if (found) return found;
  throw new CommandEnd(EXIT.notFound, `There is no variant ${id}.`, 'assay plan variants lists them.');
}

function answersOf({ answers }: VariantOptions): object {
  return answers === undefined ? {} : answersIn(answers);
}

function tell(where: Open, done: Variant | undefined, words: (made: Variant) => string): void {
  if (!done) return;
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
  else say(words(done));
}

async function compare(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['plan_variants.compare']({ params: { org } }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  printList(
    found.data,
    [
      { name: 'variant', of: (row) => row.variant ?? '' },
      { name: 'name', of: (row) => row.name },
      { name: 'way', of: (row) => row.title ?? '' },
      { name: 'done, half', of: (row) => row.finish?.p50 ?? '' },
      { name: 'nine of ten', of: (row) => row.finish?.p90 ?? '' },
      { name: `three years ${found.currency}`, of: threeYears, right: true },
      { name: 'deals in time', of: inTime, right: true },
      { name: 'differs', of: (row) => row.refused ?? row.differs.join(' ') },
    ],
    format,
  );
  return undefined;
}

function threeYears({ three_years }: Compared): number | string {
  return three_years === null ? '' : Math.round(three_years.p50);
}

function inTime({ promises }: Compared): string {
  const kept = promises.filter(({ verdict }) => verdict === 'sure' || verdict === 'likely').length;
  return promises.length === 0 ? '' : `${kept} of ${promises.length}`;
}
