// assay plan settings|set: the way that is chosen, capacity, days that are fixed, tasks that are moved.
import type { CallInput, Output, Routes } from '@assay/contract';
import {
  ADVICE_OPTIONS,
  OWNER_ROLES,
  parsePlainDate,
  type AdviceOption,
  type OwnerRole,
  type PlainDate,
} from '@assay/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, day } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export type Settings = Output<Routes['plan.read']>['settings'];
type Body = CallInput<Routes['plan_settings.put']>['body'];
type Pair<T> = readonly [string, T];

export interface SettingsOptions {
  readonly option?: AdviceOption;
  readonly advised?: true;
  readonly start?: PlainDate;
  readonly fix?: readonly Pair<PlainDate>[];
  readonly move?: readonly Pair<PlainDate>[];
  readonly done?: readonly string[];
  readonly days?: readonly Pair<readonly number[]>[];
  readonly capacity?: readonly Pair<number>[];
  readonly holiday?: readonly PlainDate[];
  readonly free?: readonly string[];
  readonly because?: string;
}

export function addPlanChanges(plan: Command): void {
  common(plan.command('settings').description('What is said of the plan')).action(settings);
  changing(
    writing(plan.command('set').description('Say something of the plan; all else stays as it was')),
  ).action(set);
}

/** The options of whatever changes a plan or a copy of one. */
export function changing(command: Command): Command {
  return command
    .addOption(choice('--option <way>', 'the way that is chosen', ADVICE_OPTIONS))
    .option('--advised', 'the way that is advised, whatever was chosen')
    .addOption(day('--start <day>', 'the plan begins then; today by default'))
    .addOption(many('--fix <task=day>', 'a task is booked for this very day', dayOf))
    .addOption(many('--move <task=day>', 'a task does not begin before this day', dayOf))
    .addOption(
      many('--days <task=n|a,b,c>', 'how long a task takes: one number, or least,likely,most', daysOf),
    )
    .addOption(many('--capacity <role=n>', 'person-days a month of a role', Number))
    .addOption(list('--done <task>', 'a task is done, where no record shows it'))
    .addOption(list('--free <task>', 'forget what was said of a task'))
    .option('--because <text>', 'why', '')
    .addOption(list('--holiday <day>', 'nobody works on it', dayOf));
}

async function settings(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { settings: held } = take(await client['plan.read']({ params: { org }, query: {} }));
  printOne(
    held,
    Object.entries(held).map(([field, said]) => [
      field,
      typeof said === 'string' ? said : JSON.stringify(said),
    ]),
    format,
  );
}

async function set(options: WriteOptions & SettingsOptions): Promise<void> {
  const where = await open(options);
  const { settings: held } = take(await where.client['plan.read']({ params: { org: where.org }, query: {} }));
  const done = await perform(where, options, {
    route: 'plan_settings.put',
    input: {
      params: { org: where.org },
      ifMatch: `"${held.revision}"`,
      body: { ...saidOf(held), ...changed(held, options) },
    },
    would: 'The plan would be told so.',
  });
  if (!done) return;
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
  else say('The plan is told so; assay plan show says what follows.');
}

function saidOf(held: Settings): Body {
  const { option, start, capacity, holidays, lead_days, fixed, not_before, done } = held;
  return { option, start, capacity, holidays, lead_days, fixed, not_before, done };
}

/** What options change, over what was said before; only the fields that they touch. */
export function changed(held: Settings, options: SettingsOptions): Partial<Body> {
  const { because: note = '', free = [] } = options;
  const keep = <T extends { readonly task: string }>(all: readonly T[], more: readonly T[]): T[] => [
    ...all.filter(({ task }) => !free.includes(task) && !more.some((each) => each.task === task)),
    ...more,
  ];
  const dated = (pairs: readonly Pair<PlainDate>[] = []) => pairs.map(([task, on]) => ({ task, on, note }));
  const lead = (options.days ?? []).map(([task, [min = 0, mode = min, max = mode]]) => ({
    task,
    days: { min, mode, max },
    because: note,
  }));
  const touched = (any: unknown): boolean => any !== undefined || free.length > 0;
  return {
    ...(options.option ? { option: options.option } : options.advised ? { option: null } : {}),
    ...(options.start ? { start: options.start } : {}),
    ...(touched(options.fix) ? { fixed: keep(held.fixed, dated(options.fix)) } : {}),
    ...(touched(options.move) ? { not_before: keep(held.not_before, dated(options.move)) } : {}),
    ...(touched(options.days) ? { lead_days: keep(held.lead_days, lead) } : {}),
    ...(touched(options.done)
      ? {
          done: keep(
            held.done,
            (options.done ?? []).map((task) => ({ task, note })),
          ),
        }
      : {}),
    ...(options.capacity ? { capacity: { ...held.capacity, ...capacityOf(options.capacity) } } : {}),
    ...(options.holiday ? { holidays: [...new Set([...held.holidays, ...options.holiday])] } : {}),
  };
}

function capacityOf(pairs: readonly Pair<number>[]): Partial<Record<OwnerRole, number>> {
  return Object.fromEntries(
    pairs.map(([name, days]) => {
      const role = OWNER_ROLES.find((each) => each === name);
      if (role && Number.isFinite(days)) return [role, days];
      throw new CommandEnd(EXIT.usage, `${name} is no role.`, `It is one of ${OWNER_ROLES.join(', ')}.`);
    }),
  );
}

/** `task=value`, given as often as wanted; ids of tasks hold no equals sign. */
function many<T>(flags: string, about: string, read: (text: string) => T): Option {
  return new Option(flags, about).argParser(
    (text: string, before?: readonly Pair<T>[]): readonly Pair<T>[] => {
      const cut = text.lastIndexOf('=');
      if (cut < 1) throw new InvalidArgumentError('Write it as TASK=VALUE.');
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

function daysOf(text: string): readonly number[] {
  const read = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if ((read.length === 1 || read.length === 3) && read.every(Number.isFinite)) return read;
  throw new InvalidArgumentError('Write it as 14, or as 7,14,30.');
}
