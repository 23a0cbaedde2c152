// assay check list|map, observation list|export.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { out, printList, say } from '../output.ts';
import { common, listOf, open, type CommonOptions } from './shared.ts';

export function addMonitoringCommands(program: Command): void {
  const check = program.command('check').description('Automated checks');
  common(check.command('list').description('Checks with their latest results'))
    .option('--seen', 'only those that an import brought')
    .option('--unmapped', 'only those that no control claims')
    .option('--control <id>', 'of one control')
    .option('-q, --search <words>', 'words in key or title')
    .option('--limit <number>', 'how many', '100')
    .action(
      async (
        options: CommonOptions & {
          readonly seen?: boolean;
          readonly unmapped?: boolean;
          readonly control?: string;
          readonly search?: string;
          readonly limit: string;
        },
      ) => {
        const { client, org, format } = await open(options);
        const page = take(
          await client['checks.list']({
            params: { org },
            query: {
              limit: options.limit,
              ...(options.seen ? { seen: 'true' } : {}),
              ...(options.unmapped ? { unmapped: 'true' } : {}),
              control: options.control?.toUpperCase(),
              q: options.search,
            },
          }),
        );
        printList(
          page.data,
          [
            { name: 'check', of: (row) => row.key },
            { name: 'controls', of: (row) => row.controls.join(' ') },
            { name: 'pass', of: (row) => row.latest.pass, right: true },
            { name: 'fail', of: (row) => row.latest.fail, right: true },
            { name: 'unknown', of: (row) => row.latest.unknown + row.latest.error, right: true },
            { name: 'last seen', of: (row) => row.last_seen?.slice(0, 10) ?? '' },
          ],
          format,
        );
        if (page.has_more) say(`${page.data.length} of ${page.total ?? 'many'}; more with --limit.`);
      },
    );
  common(check.command('map <check>').description('Say for which controls a check speaks'))
    .requiredOption('--control <ids>', 'controls, separated by commas')
    .action(async (key: string, options: CommonOptions & { readonly control: string }) => {
      const { client, org } = await open(options);
      const mapped = take(
        await client['checks.map']({
          params: { org, check: key },
          body: { controls: listOf(options.control) },
        }),
      );
      say(`${mapped.key} speaks for ${mapped.controls.join(', ') || 'no control'}.`);
    });
  const observation = program.command('observation').description('What checks found');
  common(observation.command('list').description('Latest observation per check and subject'))
    .option('--control <id>', 'of one control')
    .option('--check <key>', 'of one check')
    .option('--status <status>', 'pass, fail, error, not_applicable or unknown')
    .option('--limit <number>', 'how many', '100')
    .action(
      async (
        options: CommonOptions & {
          readonly control?: string;
          readonly check?: string;
          readonly status?: string;
          readonly limit: string;
        },
      ) => {
        const { client, org, format } = await open(options);
        const status = (['pass', 'fail', 'error', 'not_applicable', 'unknown'] as const).find(
          (each) => each === options.status,
        );
        const page = take(
          await client['observations.list']({
            params: { org },
            query: {
              limit: options.limit,
              control: options.control?.toUpperCase(),
              check: options.check,
              status,
            },
          }),
        );
        printList(
          page.data,
          [
            { name: 'check', of: (row) => row.check },
            { name: 'subject', of: (row) => row.subject },
            { name: 'status', of: (row) => row.status },
            { name: 'observed', of: (row) => row.observed_at.slice(0, 16) },
            { name: 'says', of: (row) => row.message },
          ],
          format,
        );
      },
    );
  common(observation.command('export').description('All latest observations as NDJSON')).action(
    async (options: CommonOptions) => {
      const { client, org } = await open(options);
      out(await take(await client['observations.export']({ params: { org } })).text());
    },
  );
}
