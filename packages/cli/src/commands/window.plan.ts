// assay window suppose|plan|set|drop: another start, what it would take, and windows that are kept.
import { allPages, WINDOW_KINDS } from '@assay/contract';
import type { PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, day, period, type Period } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

interface SetOptions extends WriteOptions {
  readonly name?: string;
  readonly kind?: (typeof WINDOW_KINDS)[number];
  readonly from?: PlainDate;
  readonly until?: PlainDate;
}

export function addWindowPlans(window: Command): void {
  common(
    window
      .command('suppose')
      .description('What if a window ran over these days: who would be clean, what must happen'),
  )
    .addOption(period('--days <from/until>', 'the days, the last not included').makeOptionMandatory())
    .action(suppose);
  writing(
    window.command('plan <name>').description('Save a window as a plan; its tasks follow from the data'),
  )
    .addOption(period('--days <from/until>', 'the days, the last not included').makeOptionMandatory())
    .addOption(
      choice(
        '--kind <kind>',
        'plan, open when it runs, closed for the period of a report',
        WINDOW_KINDS,
      ).default('plan'),
    )
    .action(plan);
  writing(
    window.command('set <window>').description('Rename or move a saved window, open a plan, close a window'),
  )
    .option('--name <text>', 'name')
    .addOption(choice('--kind <kind>', 'plan, open or closed', WINDOW_KINDS))
    .addOption(day('--from <day>', 'first day'))
    .addOption(day('--until <day>', 'first day after it'))
    .action(set);
  writing(
    window.command('examine <window>').description('Make a saved window the period that SOC 2 examines'),
  ).action(examine);
  writing(window.command('drop <window>').description('Drop a plan')).action(drop);
}

async function suppose(options: CommonOptions & { readonly days: Period }): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['windows.suppose']({ params: { org }, query: options.days }));
  if (format === 'json' || format === 'ndjson') return printOne(found, [], format);
  say(found.sentence);
  for (const { sentence } of found.remarks) say(sentence);
  const rows = [
    ...found.blockers.map((each) => ({ ...each, what: 'stands in the way' })),
    ...found.needs.map((each) => ({ ...each, what: 'must happen' })),
  ];
  printList(
    rows,
    [
      { name: 'what', of: (row) => row.what },
      { name: 'due', of: (row) => row.due },
      { name: 'control', of: (row) => row.of },
      { name: 'why', of: (row) => row.sentence },
    ],
    format,
  );
}

async function plan(
  name: string,
  options: WriteOptions & { readonly days: Period; readonly kind: (typeof WINDOW_KINDS)[number] },
): Promise<void> {
  const where = await open(options);
  const made = await perform(where, options, {
    route: 'windows.create',
    input: { params: { org: where.org }, body: { name, kind: options.kind, ...options.days } },
    would: `A window from ${options.days.from} until ${options.days.until} would be saved.`,
  });
  if (!made) return;
  say(`${made.id} is saved; assay window tasks --window ${made.id} lists what must happen.`);
  printOne(
    made,
    [
      ['window', made.id],
      ['from', made.from],
      ['until', made.until],
      ['kind', made.kind],
    ],
    where.format,
  );
}

async function set(id: string, options: SetOptions): Promise<void> {
  const where = await open(options);
  const { name, kind, from, until } = options;
  const { data } = take(
    await allPages((query) => where.client['windows.list']({ params: { org: where.org }, query })),
  );
  const held = data.find((each) => each.id.toLowerCase() === id.toLowerCase());
  const done = await perform(where, options, {
    route: 'windows.change',
    input: {
      params: { org: where.org, window: id },
      ifMatch: `"${held?.revision ?? 0}"`,
      body: { name, kind, from, until },
    },
    would: `${id} would be changed.`,
  });
  if (!done) return;
  say(`${done.id} runs from ${done.from} until ${done.until}, ${done.kind}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function examine(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const params = { org: where.org };
  const { window } = take(
    await where.client['windows.read']({ params: { ...params, window: id }, query: {} }),
  );
  const { revision } = take(await where.client['organisations.read']({ params }));
  const { from, until } = window;
  const done = await perform(where, options, {
    route: 'organisations.change',
    input: { params, ifMatch: `"${revision}"`, body: { examination: { type: 'type2', from, until } } },
    would: `SOC 2 would examine ${from} to ${until}.`,
  });
  if (done) say(`SOC 2 examines ${from} to ${until}, the last not included.`);
}

async function drop(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'windows.delete',
    input: { params: { org: where.org, window: id } },
    would: `${id} would be dropped.`,
    ask: `Drop the plan ${id}?`,
  });
  if (!options.dryRun) say(`${id} is dropped; its history stays.`);
}
