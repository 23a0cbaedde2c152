// assay collector list|show|runs|outages: how collectors stand, what came, when nobody looked.
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { instant, whole } from '../options.ts';
import { printList, printOne, say, type Column, type Format } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { common, open, type CommonOptions } from './shared.ts';

type Collector = Output<Routes['collectors.read']>;
type Run = Collector['recent'][number];

interface Options extends CommonOptions {
  readonly at?: string;
  readonly limit: number;
}

/** How a run reads in one sign: on paper, in a terminal and without colour. */
const SIGNS = { complete: '■', vouched: '◪', unknown: '▨' } as const;

export function addCollectorReads(collector: Command): void {
  const at = () => instant('--at <instant>', 'as it was known then');
  const limit = () => whole('--limit <number>', 'how many at most', { min: 1, max: 100_000 }).default(50);
  common(collector.command('list').description('Collectors with their state')).addOption(at()).action(list);
  common(collector.command('show <name>').description('One collector'))
    .addOption(at())
    .action(async (name: string, options: Options) => {
      const { client, org, format } = await open(options);
      const query = options.at === undefined ? {} : { at: options.at };
      show(take(await client['collectors.read']({ params: { org, collector: name }, query })), format);
    });
  common(collector.command('runs <name>').description('Runs of a collector, newest first'))
    .addOption(limit())
    .action(runs);
  common(
    collector.command('outages [name]').description('When a collector was silent for longer than it may'),
  )
    .addOption(limit())
    .action(outages);
}

export function show(done: Collector, format: Format): void {
  printOne(
    done,
    [
      ['name', done.name],
      ['title', done.title],
      ['kind', done.kind],
      ['state', done.state.replace('_', ' ')],
      ['next_due', done.next_due ?? '—'],
      ['outage_since', done.outage_since ?? '—'],
      ['last_complete', done.last_complete_at ?? '—'],
      ['every', `${done.every_hours} h, tolerance ${done.tolerance}`],
      ['lists', done.lists],
      ['controls', done.controls === 'all' ? 'all' : done.controls.join(' ') || '—'],
      ['scope', done.scope ?? '—'],
      ['path', done.reads?.path ?? '—'],
      ['runs', signs(done.recent) || '—'],
    ],
    format,
  );
}

async function list(options: Options): Promise<void> {
  const { client, org, format } = await open(options);
  const at = options.at === undefined ? {} : { at: options.at };
  const rows = await pagesOf(100_000, async (page) =>
    take(await client['collectors.list']({ params: { org }, query: { ...page, ...at } })),
  );
  printList(rows.data, COLUMNS, format);
  if (rows.data.length === 0)
    say('There is no collector yet: assay collector add nightly --control C-81 --every 24');
}

const COLUMNS: readonly Column<Collector>[] = [
  { name: 'name', of: (row) => row.name },
  { name: 'kind', of: (row) => row.kind },
  { name: 'state', of: (row) => row.state.replace('_', ' ') },
  { name: 'every', of: (row) => `${row.every_hours} h`, right: true },
  { name: 'last complete', of: (row) => row.last_complete_at },
  { name: 'next due', of: (row) => row.next_due },
  { name: 'outage since', of: (row) => row.outage_since },
  { name: 'controls', of: (row) => (row.controls === 'all' ? 'all' : row.controls.join(' ')) },
  { name: 'runs', of: (row) => signs(row.recent) },
];

async function runs(name: string, options: Options): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(await client['collectors.runs']({ params: { org, collector: name }, query: page })),
  );
  printList(
    rows.data,
    [
      { name: 'run', of: (row) => row.run },
      { name: 'ended', of: (row) => row.ended_at },
      { name: 'state', of: (row) => (row.complete ? 'complete' : 'unknown') },
      { name: 'because', of: (row) => row.because.join(' ') },
      { name: 'rows', of: (row) => row.rows, right: true },
      { name: 'message', of: (row) => row.message },
    ],
    format,
  );
}

async function outages(name: string | undefined, options: Options): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(await client['outages.list']({ params: { org }, query: { ...page, collector: name } })),
  );
  printList(
    rows.data,
    [
      { name: 'collector', of: (row) => row.collector },
      { name: 'from', of: (row) => row.from },
      { name: 'until', of: (row) => row.until ?? 'goes on' },
      { name: 'controls', of: (row) => (row.controls === 'all' ? 'all' : row.controls.join(' ')) },
      { name: 'unknown runs', of: (row) => row.unknown.length, right: true },
    ],
    format,
  );
}

function signs(recent: readonly Run[]): string {
  return recent
    .map((run) => (run.complete ? (run.vouched ? SIGNS.vouched : SIGNS.complete) : SIGNS.unknown))
    .join('');
}
