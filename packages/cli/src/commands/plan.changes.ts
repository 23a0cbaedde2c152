// assay plan settings|set: the way that is chosen, capacity, days that are fixed, tasks that are moved.
import { planSettingsField, type Output, type Routes, type SaidPlanSettings } from '@assay/contract';
import { ADVICE_OPTIONS, parsePlainDate, type PlainDate } from '@assay/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { choice, day } from '../options.ts';
import { printOne, say } from '../output.ts';
import { changed, refuseNothing, type Pair, type SettingsOptions } from '../plan/changes.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

export function addPlanChanges(plan: Command): void {
  common(plan.command('settings').description('What is said of the plan')).action(settings);
  changing(
    writing(plan.command('set').description('Say something of the plan; all else stays as it was')),
  ).action(set);
}

/** The options of whatever changes a plan or a copy of one. */
export function changing(command: Command): Command {
  return command
    .addOption(choice('--option <way>', 'the way that is chosen', ADVICE_OPTIONS).conflicts('advised'))
    .option('--advised', 'the way that is advised, whatever was chosen')
    .addOption(day('--start <day>', 'the plan begins then; today by default'))
    .addOption(many('--fix <task=day>', 'a task is booked for this very day', dayOf))
    .addOption(many('--move <task=day>', 'a task does not begin before this day', dayOf))
    .addOption(
      many('--days <task=n|a,b,c>', 'how long a task takes: one number, or least,likely,most', daysOf),
    )
    .addOption(many('--capacity <role=n>', 'person-days a month of a role', numberOf))
    .addOption(list('--done <task>', 'a task is done, where no record shows it'))
    .addOption(
      list(
        '--free <name>',
        'forget what was said of a task, of a role’s capacity, of a holiday, of the start',
      ),
    )
    .option('--because <text>', 'why', '')
    .addOption(list('--holiday <day>', 'nobody works on it', dayOf));
}

type Settings = Output<Routes['plan_settings.read']>;

/** What is said of the plan; it is there whether or not a plan comes of it. */
export async function settingsIn({ client, org }: Open): Promise<Settings> {
  return take(await client['plan_settings.read']({ params: { org } }));
}

async function settings(options: CommonOptions): Promise<void> {
  const where = await open(options);
  const held = await settingsIn(where);
  printOne(
    held,
    Object.entries(held).map(([field, said]) => [
      field,
      typeof said === 'string' ? said : JSON.stringify(said),
    ]),
    where.format,
  );
}

async function set(options: WriteOptions & SettingsOptions): Promise<void> {
  const where = await open(options);
  const held = await settingsIn(where);
  const said = saidOf(held);
  const change = changed(said, options);
  refuseNothing(change);
  const done = await perform(where, options, {
    route: 'plan_settings.put',
    input: {
      params: { org: where.org },
      ifMatch: `"${held.revision}"`,
      body: { ...said, ...change },
    },
    would: 'The plan would be told so.',
  });
  if (!done) return;
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
  else say('The plan is told so; assay plan show says what follows.');
}

export function saidOf(held: Settings): SaidPlanSettings {
  const { revision: _, changed_by: __, changed_at: ___, ...said } = held;
  return planSettingsField.parse(said);
}

/** `name=value`, given as often as wanted; names hold no equals sign. */
function many<T>(flags: string, about: string, read: (text: string) => T): Option {
  return new Option(flags, about).argParser(
    (text: string, before?: readonly Pair<T>[]): readonly Pair<T>[] => {
      const cut = text.lastIndexOf('=');
      if (cut < 1) throw new InvalidArgumentError('Write it as NAME=VALUE.');
      return [...(before ?? []), [text.slice(0, cut), read(text.slice(cut + 1))]];
    },
  );
}

function list<T = string>(flags: string, about: string, read?: (text: string) => T): Option {
  return new Option(flags, about).argParser((text: string, before?: readonly (T | string)[]) => [
    ...(before ?? []),
    read ? read(text) : text,
  ]);
}

function dayOf(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (found) return found;
  throw new InvalidArgumentError(`${text} is not a day; write it as 2026-06-01.`);
}

function numberOf(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError(`${text || 'An empty text'} is no number of days; write it as 12 or 7.5.`);
}

function daysOf(text: string): readonly number[] {
  const read = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if ((read.length === 1 || read.length === 3) && read.every(Number.isFinite)) return read;
  throw new InvalidArgumentError('Write it as 14, or as 7,14,30.');
}
