// assay schedule list|show|set: how often each control runs, from which day on, where, and in whose place.
import { allPages, type Output, type Routes } from '@assay/contract';
import { SLOT_FREQUENCIES, type PlainDate, type SlotFrequency } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controlCode, day, whole } from '../options.ts';
import { printList, printOne } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

type Schedule = Output<Routes['schedules.read']>;
type Cadence = NonNullable<Schedule['cadence']>;

interface SetOptions extends WriteOptions {
  readonly from?: PlainDate;
  readonly every?: SlotFrequency;
  readonly afterLast?: boolean;
  readonly within?: number;
  readonly hours?: number;
  readonly grace?: number;
  readonly sla?: number;
  readonly startedOn?: PlainDate;
  readonly retiredOn?: PlainDate;
  readonly replaces?: string;
  readonly scope?: readonly string[];
}

const DAYS = { min: 0, max: 366 };

export function addScheduleCommands(program: Command): void {
  const schedule = program.command('schedule').description('How often controls are to run');
  common(schedule.command('list').description('Schedules of the controls in force')).action(list);
  common(
    schedule.command('show <control>').description('The schedule of one control, with its history'),
  ).action(show);
  writing(
    schedule
      .command('set <control>')
      .description('Say how often a control runs from a day on, or since when and where'),
  )
    .addOption(day('--from <day>', 'first day of the new cadence; with --every, --within or --hours'))
    .addOption(choice('--every <frequency>', 'in slots of the calendar', SLOT_FREQUENCIES))
    .option('--after-last', 'due one interval after the last run, not in fixed slots')
    .addOption(whole('--within <days>', 'at each event, so many days after it', DAYS))
    .addOption(whole('--hours <hours>', 'by a machine, every so many hours', { min: 1, max: 8784 }))
    .addOption(whole('--grace <days>', 'days in which it is late, and still counts', DAYS))
    .addOption(whole('--sla <days>', 'days in which a failure is to be mended', DAYS))
    .addOption(day('--started-on <day>', 'first day of operation'))
    .addOption(day('--retired-on <day>', 'first day without it'))
    .option('--replaces <control>', 'the control whose place it took')
    .option('--scope <names...>', 'where it runs; the whole list')
    .action(set);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await allPages((query) => client['schedules.list']({ params: { org }, query })));
  printList(
    data,
    [
      { name: 'control', of: (row) => row.control },
      { name: 'since', of: (row) => row.started_on },
      { name: 'runs', of: (row) => row.sentence },
      { name: 'scopes', of: (row) => row.scopes.map(({ name }) => name).join(' ') },
      { name: 'name', of: (row) => row.name },
    ],
    format,
  );
}

async function show(text: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['schedules.read']({ params: { org, control: controlCode(text) } }));
  printOne(found, linesOf(found), format);
}

async function set(text: string, options: SetOptions): Promise<void> {
  const where = await open(options);
  const control = controlCode(text);
  const params = { org: where.org, control };
  const held = take(await where.client['schedules.read']({ params }));
  const done = await perform(where, options, {
    route: 'schedules.change',
    input: {
      params,
      ifMatch: `"${held.revision}"`,
      body: {
        ...versionsWith(held, options),
        ...(options.startedOn ? { started_on: options.startedOn } : {}),
        ...(options.retiredOn ? { retired_on: options.retiredOn } : {}),
        ...(options.replaces === undefined ? {} : { replaces: controlCode(options.replaces) }),
        ...(options.scope ? { scopes: options.scope.map((name) => ({ name })) } : {}),
      },
    },
    would: `The schedule of ${control} would change.`,
  });
  if (done) printOne(done, linesOf(done), where.format);
}

/** What was said so far, with the new cadence from its day on. */
function versionsWith(held: Schedule, options: SetOptions) {
  const cadence = cadenceOf(options);
  if (!cadence) return {};
  const { from } = options;
  if (from === undefined)
    throw new CommandEnd(EXIT.usage, 'A cadence holds from a day on.', 'Add --from DAY.');
  const kept = held.versions.filter((version) => version.said && version.from !== from);
  return {
    versions: [
      ...kept.map((version) => ({ from: version.from, cadence: version.cadence })),
      { from, cadence },
    ],
  };
}

function cadenceOf({ every, within, hours, grace = 0, sla = 0, afterLast }: SetOptions): Cadence | undefined {
  const said = [every, within, hours].filter((each) => each !== undefined);
  if (said.length > 1) throw new CommandEnd(EXIT.usage, 'Say one of --every, --within and --hours.');
  if (every !== undefined)
    return {
      kind: 'periodic',
      frequency: every,
      mode: afterLast ? 'interval' : 'calendar',
      grace_days: grace,
    };
  if (within !== undefined) return { kind: 'event', within_days: within, grace_days: grace };
  if (hours !== undefined) return { kind: 'continuous', every_hours: hours, tolerance: 2, sla_days: sla };
  return undefined;
}

function linesOf(found: Schedule): readonly (readonly [string, string])[] {
  return [
    ['control', `${found.control} ${found.name}`],
    ['runs', found.sentence],
    ...found.versions.map((version): readonly [string, string] => [
      `from ${version.from}`,
      `${version.sentence}${version.said ? '' : ' (by default)'}`,
    ]),
    ['since', `${found.started_on}${found.started_on_said ? '' : ' (put in place)'}`],
    ['retired', found.retired_on ?? 'no'],
    ['replaces', found.replaces ?? 'none'],
    ['replaced by', found.replaced_by ?? 'none'],
    ['scopes', found.scopes.map(({ name }) => name).join(', ') || 'one'],
  ];
}
