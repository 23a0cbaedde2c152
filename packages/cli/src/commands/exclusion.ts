// assay exclusion add|list|end, calendar show|set: days that do not count, and days on which nobody works.
import { allPages } from '@assay/contract';
import type { PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, controlCode, controls, day, period, whole, type Period } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

const STATES = ['to_come', 'in_force', 'ended'] as const;

interface ListOptions extends CommonOptions {
  readonly control?: string[];
  readonly state?: (typeof STATES)[number];
}

interface AddOptions extends WriteOptions {
  readonly days: Period;
  readonly reason: string;
  readonly owner: string;
  readonly scope?: string;
}

interface CalendarOptions extends WriteOptions {
  readonly holidays?: string;
  readonly fiscalYear?: number;
  readonly reconstructedAfter?: number;
}

export function addExclusionCommands(program: Command): void {
  const exclusion = program.command('exclusion').description('Days of a control that do not count');
  common(exclusion.command('list').description('Exclusions, those that have ended too'))
    .addOption(controls('--control <id>', 'of one control'))
    .addOption(choice('--state <state>', 'to come, in force or ended', STATES))
    .action(list);
  writing(exclusion.command('add <control>').description('Leave days out, for a reason, until a day'))
    .addOption(period('--days <from/until>', 'the days, the last not included').makeOptionMandatory())
    .requiredOption('--reason <text>', 'why they do not count')
    .requiredOption('--owner <name>', 'who answers for it')
    .option('--scope <name>', 'one scope of the control alone')
    .action(add);
  writing(exclusion.command('end <exclusion>').description('End an exclusion before its time'))
    .requiredOption('--note <text>', 'why it ends')
    .addOption(day('--on <day>', 'first day that counts again; today by default'))
    .action(end);
  const calendar = program.command('calendar').description('Holidays and fiscal year of the organisation');
  common(
    calendar.command('show').description('Holidays, fiscal year, when evidence counts as reconstructed'),
  ).action(showCalendar);
  writing(calendar.command('set').description('Change them'))
    .option('--holidays <days>', 'all days on which nobody works, separated by commas')
    .addOption(whole('--fiscal-year <month>', 'month in which the fiscal year begins', { min: 1, max: 12 }))
    .addOption(
      whole('--reconstructed-after <days>', 'days from act to capture after which support is needed', {
        min: 0,
        max: 366,
      }),
    )
    .action(setCalendar);
}

async function list(options: ListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const query = { control: options.control?.[0], state: options.state };
  const { data } = take(
    await allPages((page) => client['exclusions.list']({ params: { org }, query: { ...page, ...query } })),
  );
  printList(
    data,
    [
      { name: 'exclusion', of: (row) => row.id },
      { name: 'control', of: (row) => row.control },
      { name: 'scope', of: (row) => row.scope },
      { name: 'from', of: (row) => row.from },
      { name: 'until', of: (row) => row.until },
      { name: 'state', of: (row) => row.state },
      { name: 'owner', of: (row) => row.owner },
      { name: 'reason', of: (row) => row.reason },
    ],
    format,
  );
}

async function add(text: string, options: AddOptions): Promise<void> {
  const where = await open(options);
  const { days, reason, owner, scope } = options;
  const control = controlCode(text);
  const made = await perform(where, options, {
    route: 'exclusions.add',
    input: { params: { org: where.org }, body: { control, ...days, reason, owner, scope } },
    would: `${control} would not count from ${days.from} until ${days.until}.`,
  });
  if (!made) return;
  say(`${made.id}: ${control} does not count until ${made.until}, when it counts again by itself.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(made, [], where.format);
}

async function end(
  id: string,
  options: WriteOptions & { readonly note: string; readonly on?: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { note, on } = options;
  const done = await perform(where, options, {
    route: 'exclusions.end',
    input: { params: { org: where.org, exclusion: id }, body: { note, on } },
    would: `${id} would end.`,
  });
  if (!done) return;
  say(`${done.id} ends: ${done.control} counts again from ${done.until}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function showCalendar(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['calendar.read']({ params: { org } }));
  printOne(found, linesOf(found), format);
}

async function setCalendar(options: CalendarOptions): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['calendar.read']({ params: { org: where.org } }));
  const holidays = options.holidays?.split(/[\s,]+/).filter((each) => each !== '');
  const done = await perform(where, options, {
    route: 'calendar.change',
    input: {
      params: { org: where.org },
      ifMatch: `"${held.revision}"`,
      body: {
        holidays,
        fiscal_year_start: options.fiscalYear,
        reconstructed_after_days: options.reconstructedAfter,
      },
    },
    would: 'The calendar would change.',
  });
  if (done) printOne(done, linesOf(done), where.format);
}

function linesOf(found: {
  readonly time_zone: string;
  readonly holidays: readonly string[];
  readonly fiscal_year_start: number;
  readonly reconstructed_after_days: number;
}): readonly (readonly [string, string])[] {
  return [
    ['time zone', found.time_zone],
    ['holidays', found.holidays.join(' ') || 'none'],
    ['fiscal year', `begins in month ${found.fiscal_year_start}`],
    ['reconstructed', `after ${found.reconstructed_after_days} days`],
  ];
}
