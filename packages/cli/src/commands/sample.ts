// assay sample list|show|sheet|export|verify; what is written stands in sample.changes.ts.
import { allPages } from '@assay/contract';
import type { Instant } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { writeBody } from '../files.ts';
import { choice, controls, instant, period, whole, type Period } from '../options.ts';
import { printList, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { addSampleChanges } from './sample.changes.ts';
import { verifyRecipe } from './sample.offline.ts';
import { addSampleProfiles } from './sample.profile.ts';
import { printSample, printSheet, type Sample } from './sample.show.ts';
import { common, open, printing, type CommonOptions, type Open } from './shared.ts';

const KINDS = ['xlsx', 'json', 'csv'] as const;

interface ListOptions extends CommonOptions {
  readonly population?: string;
  readonly control?: readonly string[];
  readonly limit: number;
}

interface DaysOptions extends CommonOptions {
  readonly days: Period;
  readonly control?: readonly string[];
  readonly at?: Instant;
}

interface ExportOptions extends CommonOptions {
  readonly as: (typeof KINDS)[number];
  readonly to?: string;
  readonly force?: boolean;
}

export function addSampleCommands(program: Command): void {
  const sample = program.command('sample').description('Samples of populations');
  common(sample.command('list').description('Every draw, newest first, voided ones among them'))
    .option('--population <id>', 'of this population')
    .addOption(controls('--control <id>', 'for this control'))
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 100_000 }).default(50))
    .action(list);
  common(
    sample
      .command('days')
      .description('Items of standing samples by the day of their event, with their results'),
  )
    .addOption(period('--days <from/until>', 'the days, the last not included').makeOptionMandatory())
    .addOption(controls('--control <id>', 'for this control'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .action(listDays);
  common(sample.command('show <sample>').description('One sample: how it was drawn, what it says')).action(
    show,
  );
  common(sample.command('sheet <sample>').description('The test sheet of a sample')).action(sheet);
  common(sample.command('export <sample>').description('Population, sample, sheet and recipe as a file'))
    .addOption(choice('--as <kind>', 'kind of file', KINDS).default('xlsx'))
    .option('--to <file>', 'file to write, - for standard output; its own name by default')
    .option('--force', 'write over a file that is there')
    .action(save);
  printing(
    sample
      .command('verify <recipe> [rows]')
      .description('Draw again what a recipe says and compare; no server is asked'),
  ).action(verifyRecipe);
  addSampleChanges(sample);
  addSampleProfiles(sample);
}

async function list(options: ListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(
      await client['samples.list']({
        params: { org },
        query: { ...page, population: options.population, control: options.control?.[0] },
      }),
    ),
  );
  printList(
    rows.data,
    [
      { name: 'id', of: (row) => row.code },
      { name: 'control', of: (row) => row.control },
      { name: 'population', of: (row) => `${row.population.id} ${row.population.title}` },
      { name: 'draw', of: (row) => `${row.draw} of ${row.draws}` },
      { name: 'items', of: (row) => row.sheet.items, right: true },
      { name: 'tested', of: (row) => row.sheet.tested, right: true },
      { name: 'deviations', of: (row) => row.sheet.deviations, right: true },
      { name: 'state', of: (row) => (row.voided ? 'void' : row.sheet.outcome) },
    ],
    format,
  );
  if (rows.more) say(`${rows.data.length} shown, there are more: --limit ${options.limit * 10}.`);
}

async function listDays({ days: asked, control, at, ...options }: DaysOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(
    await allPages((page) =>
      client['samples.days']({ params: { org }, query: { ...page, ...asked, control: control?.[0], at } }),
    ),
  );
  printList(
    data,
    [
      { name: 'day', of: (row) => row.day },
      { name: 'control', of: (row) => row.control },
      { name: 'sample', of: (row) => row.sample },
      { name: 'item', of: (row) => row.number, right: true },
      { name: 'event', of: (row) => row.key },
      { name: 'result', of: (row) => row.result },
    ],
    format,
  );
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  printSample(await read(where, id), where.format);
}

async function sheet(id: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const found = await read(where, id);
  printSheet(found, where.format);
  say(found.sheet.sentence);
}

async function save(id: string, { as, to, force, ...options }: ExportOptions): Promise<void> {
  const { client, org } = await open(options);
  const response = take(await client['samples.export']({ params: { org, sample: id }, query: { as } }));
  const path = to ?? `${id}.${as}`;
  await writeBody(response, { path, force: force === true });
  if (path !== '-') say(`${path} is written. assay sample verify and assay_resample.py draw it again.`);
}

async function read({ client, org }: Open, sample: string): Promise<Sample> {
  return take(await client['samples.read']({ params: { org, sample } }));
}
