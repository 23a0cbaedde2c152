// assay window list|show|control|day|tasks: what a window says, with the heat strip in the terminal.
import { allPages, type Output, type Routes } from '@assay/contract';
import {
  parsePlainDate,
  stripColumns,
  stripPins,
  type Instant,
  type PlainDate,
  type StripPin,
} from '@assay/core';
import { InvalidArgumentError, type Command } from 'commander';
import { take, type Connection } from '../connection.ts';
import { writeBody } from '../files.ts';
import { choice, controlCode, instant } from '../options.ts';
import { out, printList, printOne, say, type Format } from '../output.ts';
import { daysPerCell, legend, pinsLegend, pinsLine, ruler, stripText } from '../windows/strip.ts';
import { common, open, type CommonOptions } from './shared.ts';

type Window = Output<Routes['windows.read']>;
type Row = Window['controls'][number];

/** How the strip can be grouped. */
const GROUPINGS = ['none', 'criterion', 'annex'] as const;
type Grouping = (typeof GROUPINGS)[number];

interface ShowOptions extends CommonOptions {
  readonly by: Grouping;
  readonly at?: Instant;
}

export interface InWindow extends CommonOptions {
  readonly window: string;
  readonly at?: Instant;
}

export function addWindowReads(window: Command): void {
  common(window.command('list').description('The current examination and every saved window')).action(list);
  const seen = common(
    window
      .command('show [window]')
      .description(
        'A window with its heat strip; the current examination by default; -o csv has a column a day',
      ),
  );
  seen
    .addOption(choice('--by <grouping>', 'group by criterion or Annex A', GROUPINGS).default('none'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .action((id: string | undefined, options: ShowOptions) => show(id ?? 'current', options));
  inWindow(
    window
      .command('control <control>')
      .description('One control in a window: what was expected, what filled it, what deviates'),
  ).action(control);
  inWindow(
    window
      .command('day <control> <day>')
      .description('One day of one control: what was expected, what came, from where, the proof'),
  ).action(day);
  inWindow(window.command('tasks').description('What must still happen for a window to be clean, by due day'))
    .addOption(
      choice('--state <state>', 'with this state', ['open', 'done', 'blocked', 'not_needed']).default('open'),
    )
    .action(tasks);
}

function inWindow(command: Command): Command {
  return common(command)
    .option('--window <window>', 'W-2, or current for the examination of the settings', 'current')
    .addOption(instant('--at <instant>', 'as it was known then'));
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await allPages((query) => client['windows.list']({ params: { org }, query })));
  printList(
    data,
    [
      { name: 'window', of: (row) => row.id },
      { name: 'kind', of: (row) => row.kind },
      { name: 'from', of: (row) => row.from },
      { name: 'until', of: (row) => row.until },
      { name: 'days', of: (row) => row.days, right: true },
      { name: 'day', of: (row) => row.day, right: true },
      { name: 'name', of: (row) => row.name },
    ],
    format,
  );
}

async function show(id: string, options: ShowOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const given = { params: { org, window: id }, query: { at: options.at } };
  if (format === 'csv')
    return writeBody(take(await client['windows.strip'](given)), { path: '-', force: false });
  const window = take(await client['windows.read'](given));
  if (format === 'json' || format === 'ndjson') return printOne(window, [], format);
  if (format === 'md') return printList(window.controls, COLUMNS, format);
  strip(window, { by: options.by, pins: await pinsOf({ client, org }, window, options.at) });
  tell(window);
}

const COLUMNS = [
  { name: 'control', of: (row: Row) => row.code },
  { name: 'name', of: (row: Row) => row.name },
  { name: 'standing', of: (row: Row) => row.standing },
  { name: 'covered', of: (row: Row) => `${row.coverage.numerator}/${row.coverage.denominator}` },
  { name: 'deviations', of: (row: Row) => row.deviations },
  { name: 'why', of: (row: Row) => row.sentence },
] as const;

/** Days of each control on which a sample has an item. */
async function pinsOf(
  { client, org }: Pick<Connection, 'client' | 'org'>,
  { window: { from, until } }: Window,
  at: Instant | undefined,
): Promise<ReadonlyMap<string, readonly StripPin[]>> {
  const { data } = take(
    await allPages((page) =>
      client['samples.days']({ params: { org }, query: { ...page, from, until, at } }),
    ),
  );
  const period = { from: dayOf(from), until: dayOf(until) };
  const columns = stripColumns(period, period.from);
  return new Map(
    [...Map.groupBy(data, ({ control }) => control)].map(([control, own]) => [
      control,
      stripPins(
        columns,
        own.map(({ day: on, result }) => ({ day: dayOf(on), result })),
      ),
    ]),
  );
}

function strip(
  window: Window,
  { by, pins }: { readonly by: Grouping; readonly pins: ReadonlyMap<string, readonly StripPin[]> },
): void {
  const wide = process.stdout.isTTY ? process.stdout.columns : 120;
  const perCell = daysPerCell(window.window.days, wide - LABEL);
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  const line = (row: Row): string => `${lineOf(row)}${marksOf(row)}`;
  const marksOf = ({ code }: Row): string => {
    const own = pins.get(code) ?? [];
    return own.length === 0 ? '' : `${' '.repeat(LABEL)}${pinsLine(own, perCell)}\n`;
  };
  const lineOf = (row: Row): string =>
    `${row.code.padEnd(6)}${row.standing.padEnd(14)}${stripText(row.days, { perCell, colour }).trimEnd()}\n`;
  out(`${' '.repeat(LABEL)}${ruler(window.window.from, window.window.days, perCell)}\n`);
  if (by === 'none') out(window.controls.map(line).join(''));
  for (const { ref, id, title, status, rows } of by === 'none' ? [] : groups(window, by))
    out(
      `\n${id} ${title}${status === undefined ? '' : `: ${status.replaceAll('_', ' ')}`}\n${rows.map(line).join('')}${rows.length === 0 ? `  no control in force answers ${ref}\n` : ''}`,
    );
  say(
    legend(
      window.controls.map((row) => row.days),
      perCell,
    ),
  );
  if (pins.size > 0) say(pinsLegend([...pins.values()].flat()));
}

/** Columns before the strip: code and standing. */
const LABEL = 20;

function groups({ criteria, controls }: Window, by: Exclude<Grouping, 'none'>) {
  const annex = by === 'annex';
  return criteria
    .filter(({ ref, id }) => (annex ? id.startsWith('A.') : !ref.startsWith('iso27001')))
    .map(({ ref, id, title, status }) => ({
      ref,
      id,
      title,
      status,
      rows: controls.filter((row) => row.requirements.includes(ref)),
    }));
}

/** What the strip has no line for. */
function tell(window: Window): void {
  say(window.sentence);
  say(window.clean_sentence);
  for (const { sentence } of window.scope_changes) say(sentence);
  for (const { sentence } of window.remarks) say(sentence);
  const soc2 = window.criteria.filter(
    ({ framework, status }) => framework.startsWith('soc2') && status !== 'met',
  );
  for (const { sentence } of soc2) say(sentence);
}

async function control(text: string, options: InWindow): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, window: options.window, control: controlCode(text) };
  const found = take(await client['windows.control']({ params, query: { at: options.at } }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  say(`${found.control.code} ${found.control.name}: ${found.control.standing}. ${found.control.sentence}`);
  say(`Runs ${found.schedule.sentence}, since ${found.schedule.started_on}.`);
  printOccurrences(found.occurrences, format);
}

async function day(text: string, on: string, options: InWindow): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, window: options.window, control: controlCode(text), day: dayOf(on) };
  const found = take(await client['windows.day']({ params, query: { at: options.at } }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  say(found.sentence);
  const came = [
    ...found.evidence.map((each) => [each.code, each.title, each.ledger_index] as const),
    ...found.imports.map((each) => [each.id, each.filename, each.ledger_index] as const),
  ];
  printList(
    came,
    [
      { name: 'what came', of: ([id]) => id },
      { name: 'name', of: ([, name]) => name },
      { name: 'ledger', of: ([, , index]) => index, right: true },
    ],
    format,
  );
}

async function tasks(
  options: InWindow & { readonly state: 'open' | 'done' | 'blocked' | 'not_needed' },
): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, window: options.window };
  const { data } = take(await client['windows.tasks']({ params, query: { task: options.state } }));
  printList(
    data,
    [
      { name: 'due', of: (row) => row.due },
      { name: 'control', of: (row) => row.of },
      { name: 'owner', of: (row) => row.owner },
      { name: 'task', of: (row) => row.task },
      { name: 'what', of: (row) => row.sentence },
    ],
    format,
  );
}

function printOccurrences(rows: Output<Routes['windows.control']>['occurrences'], format: Format): void {
  printList(
    rows,
    [
      { name: 'due', of: (row) => row.due },
      { name: 'scope', of: (row) => row.scope },
      { name: 'item', of: (row) => row.item },
      { name: 'state', of: (row) => row.state },
      { name: 'evidence', of: (row) => row.filled_by?.evidence ?? row.caught_up_by?.evidence ?? '' },
      { name: 'what', of: (row) => row.sentence },
    ],
    format,
  );
}

function dayOf(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (found) return found;
  throw new InvalidArgumentError(`${text} is not a day; write it as 2026-06-01.`);
}
