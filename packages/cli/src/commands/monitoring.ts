// assay check list|map, observation list|export.
import type { Command } from 'commander';
import { observationOut } from '@assay/contract';
import { OBSERVATION_STATUSES, type ObservationStatus } from '@assay/core';
import { take } from '../connection.ts';
import { junitOf } from '../findings/junit.ts';
import { sarifOf } from '../findings/sarif.ts';
import { findCheck, findImport } from '../find.ts';
import { writeBody } from '../files.ts';
import { choice, controls, whole } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

interface CheckListOptions extends CommonOptions {
  readonly seen?: boolean;
  readonly unmapped?: boolean;
  readonly control?: string[];
  readonly search?: string;
  readonly limit: number;
}

interface ObservationListOptions extends CommonOptions {
  readonly control?: string[];
  readonly check?: string;
  readonly import?: string;
  readonly status?: ObservationStatus;
  readonly limit: number;
}

/** Formats of all results for other tools. */
const EXPORTS = ['ndjson', 'sarif', 'junit'] as const;

export function addMonitoringCommands(program: Command): void {
  const check = program.command('check').description('Automated checks');
  common(check.command('list').description('Checks with their latest results'))
    .option('--seen', 'only those that an import brought')
    .option('--unmapped', 'only those that no control claims')
    .addOption(controls('--control <id>', 'of one control'))
    .option('-q, --search <words>', 'words in key or title')
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 100_000 }).default(100))
    .action(listChecks);
  writing(check.command('map <check>').description('Say for which controls a check speaks'))
    .addOption(controls('--control <ids>', 'controls, separated by commas').makeOptionMandatory())
    .action(mapCheck);
  const observation = program.command('observation').description('What checks found');
  common(observation.command('list').description('Latest observation per check and subject'))
    .addOption(controls('--control <id>', 'of one control'))
    .option('--check <check>', 'of one check')
    .option('--import <import>', 'of one import')
    .addOption(choice('--status <status>', 'with this result', OBSERVATION_STATUSES))
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 1_000_000 }).default(100))
    .action(listObservations);
  common(observation.command('export').description('All latest observations as NDJSON, SARIF or JUnit XML'))
    .addOption(choice('--as <format>', 'what other tools read', EXPORTS).default('ndjson'))
    .option('--to <file>', 'file to write, - for standard output', '-')
    .option('--force', 'write over a file that is there')
    .action(exportObservations);
}

async function listChecks(options: CheckListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(
      await client['checks.list']({
        params: { org },
        query: {
          ...page,
          seen: options.seen ? 'true' : undefined,
          unmapped: options.unmapped ? 'true' : undefined,
          control: options.control?.[0],
          q: options.search,
        },
      }),
    ),
  );
  printList(
    rows.data,
    [
      { name: 'check', of: (row) => row.key },
      { name: 'controls', of: (row) => row.controls.join(' ') },
      { name: 'pass', of: (row) => row.latest.pass, right: true },
      { name: 'fail', of: (row) => row.latest.fail, right: true },
      { name: 'unknown', of: (row) => row.latest.unknown + row.latest.error, right: true },
      { name: 'last_seen', of: (row) => row.last_seen?.slice(0, 10) ?? '' },
    ],
    format,
  );
  if (rows.more) say(`${rows.data.length} of ${rows.total ?? 'many'}; more with --limit.`);
}

async function mapCheck(text: string, options: WriteOptions & { readonly control: string[] }): Promise<void> {
  const where = await open(options);
  const check = await findCheck(where, text);
  const done = await perform(where, options, {
    route: 'checks.map',
    input: { params: { org: where.org, check }, body: { controls: options.control } },
    would: `${check} would speak for ${options.control.join(', ')}.`,
  });
  if (!done) return;
  say(`${done.key} speaks for ${done.controls.join(', ') || 'no control'}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function listObservations(options: ObservationListOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const check = options.check === undefined ? undefined : await findCheck(where, options.check);
  const from = options.import === undefined ? undefined : await findImport(where, options.import);
  const rows = await pagesOf(options.limit, async (page) =>
    take(
      await client['observations.list']({
        params: { org },
        query: { ...page, control: options.control?.[0], check, status: options.status, import: from },
      }),
    ),
  );
  printList(
    rows.data,
    [
      { name: 'check', of: (row) => row.check },
      { name: 'subject', of: (row) => row.subject },
      { name: 'system', of: (row) => row.system },
      { name: 'status', of: (row) => row.status },
      { name: 'severity', of: (row) => row.severity },
      { name: 'observed_at', of: (row) => row.observed_at },
      { name: 'message', of: (row) => row.message },
    ],
    format,
  );
  if (rows.more) say(`${rows.data.length} shown, there are more: --limit ${options.limit * 10}.`);
}

async function exportObservations(
  options: CommonOptions & {
    readonly to: string;
    readonly force?: boolean;
    readonly as: (typeof EXPORTS)[number];
  },
): Promise<void> {
  const { client, org } = await open(options);
  const to = { path: options.to, force: options.force === true };
  const lines = take(await client['observations.export']({ params: { org } }));
  if (options.as === 'ndjson') await writeBody(lines, to);
  else {
    const findings = (await lines.text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => observationOut.parse(JSON.parse(line)));
    await writeBody(new Response(options.as === 'sarif' ? sarifOf(findings) : junitOf(findings)), to);
  }
  if (options.to !== '-') say(`Written: ${options.to}`);
}
