// assay collector list|show|runs|outages|add|set|retire|resume|vouch.
import { COLLECTOR_KINDS, COLLECTOR_LISTS, type CollectorKind, type CollectorLists } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controls, instant, whole } from '../options.ts';
import { say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { perform } from '../write.ts';
import { addCollectorReads, show } from './collector.reads.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface Promised {
  readonly title?: string;
  readonly control?: string[];
  readonly check?: string;
  readonly all?: boolean;
  readonly scope?: string;
  readonly every?: number;
  readonly tolerance?: string;
  readonly lists?: CollectorLists;
  readonly format?: string;
  readonly path?: string;
}

interface AddOptions extends WriteOptions, Promised {
  readonly kind: CollectorKind;
  readonly every: number;
  readonly startedAt?: string;
}

export function addCollectorCommands(program: Command): void {
  const collector = program
    .command('collector')
    .description('Who brings results, how often, and when nobody looked');
  addCollectorReads(collector);
  promising(writing(collector.command('add <name>').description('Declare a collector')))
    .addOption(choice('--kind <kind>', 'who collects', COLLECTOR_KINDS).default('ci'))
    .addOption(instant('--started-at <instant>', 'from here on runs are expected; now by default'))
    .action(add);
  promising(
    writing(collector.command('set <name>').description('Change what a collector promises, from now on')),
  ).action(set);
  writing(collector.command('retire <name>').description('Expect no more runs; the history stays'))
    .requiredOption('--because <text>', 'why')
    .action(retire);
  writing(collector.command('resume <name>').description('Expect runs of a retired collector again')).action(
    resume,
  );
  writing(
    collector.command('vouch <name> <run>').description('Say that an empty or changed answer was whole'),
  )
    .requiredOption('--because <text>', 'why it is right')
    .action(vouch);
}

function promising(command: Command): Command {
  return command
    .option('--title <text>', 'title; the name by default')
    .addOption(controls('--control <ids>', 'controls that it covers'))
    .option('--check <names>', 'checks that it covers, separated by commas; scanner:* for all of one')
    .option('--all', 'it covers everything')
    .option('--scope <name>', 'scope of the controls that it speaks for')
    .addOption(whole('--every <hours>', 'hours from one run to the next', { min: 1, max: 8784 }))
    .option('--tolerance <number>', 'intervals that may pass before silence is an outage; 2 by default')
    .addOption(choice('--lists <what>', 'findings: an empty answer is the best one', COLLECTOR_LISTS))
    .option('--format <readers>', 'readers whose files it brings, separated by commas')
    .option('--path <path>', 'what a scheduled import reads on the server’s machine');
}

async function add(name: string, options: AddOptions): Promise<void> {
  const covers = coversOf(options);
  if (!covers) throw new CommandEnd(EXIT.usage, 'It covers nothing.', 'Name --control, --check or --all.');
  if (options.every === undefined)
    throw new CommandEnd(EXIT.usage, 'It promises no run.', 'Say how often it runs: --every 24.');
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'collectors.add',
    input: {
      params: { org: where.org },
      body: {
        ...changesOf(options),
        name,
        kind: options.kind,
        covers,
        every_hours: options.every,
        started_at: options.startedAt,
      },
    },
    would: `${name} would be expected every ${options.every} hours.`,
  });
  if (!done) return;
  show(done, where.format);
  if (done.kind === 'ci') say(`In the job: assay push FILE --collector ${name}`);
}

async function set(name: string, options: WriteOptions & Promised): Promise<void> {
  const where = await open(options);
  const read = await where.client['collectors.read']({ params: { org: where.org, collector: name } });
  take(read);
  const done = await perform(where, options, {
    route: 'collectors.change',
    input: {
      params: { org: where.org, collector: name },
      body: { ...changesOf(options), covers: coversOf(options), every_hours: options.every },
      ifMatch: read.ok ? (read.value.etag ?? '') : '',
    },
    would: `${name} would promise otherwise from now on.`,
  });
  if (done) show(done, where.format);
}

async function retire(name: string, options: WriteOptions & { readonly because: string }): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'collectors.retire',
    input: { params: { org: where.org, collector: name }, body: { because: options.because } },
    would: `No more runs of ${name} would be expected.`,
  });
  if (done) say(`${name} is retired; assay collector resume ${name} takes it back.`);
}

async function resume(name: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'collectors.resume',
    input: { params: { org: where.org, collector: name } },
    would: `Runs of ${name} would be expected again.`,
  });
  if (done) show(done, where.format);
}

async function vouch(
  name: string,
  run: string,
  options: WriteOptions & { readonly because: string },
): Promise<void> {
  const where = await open(options);
  const { client, org } = where;
  const rows = await pagesOf(10_000, async (page) =>
    take(await client['collectors.runs']({ params: { org, collector: name }, query: page })),
  );
  const found = rows.data.find((each) => each.id === run || each.run === run);
  if (!found)
    throw new CommandEnd(
      EXIT.notFound,
      `${name} has no run ${run}.`,
      `assay collector runs ${name} lists them.`,
    );
  const done = await perform(where, options, {
    route: 'collectors.vouch',
    input: { params: { org, collector: name, run: found.id }, body: { because: options.because } },
    would: `The run ${found.run} would count as complete.`,
  });
  if (done) say(`The run ${done.run} counts as complete.`);
}

function coversOf({ all, control, check }: Promised) {
  if (all !== true && control === undefined && check === undefined) return undefined;
  return { all: all === true, controls: control ?? [], checks: listIn(check) };
}

function changesOf(options: Promised) {
  const { title, scope, tolerance, lists, format, path } = options;
  return {
    title,
    scope,
    tolerance: tolerance === undefined ? undefined : Number(tolerance),
    lists,
    formats: format === undefined ? undefined : listIn(format),
    reads: path === undefined ? undefined : { path },
  };
}

function listIn(text = ''): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}
