// assay population: complete lists of events, brought, questioned, frozen, compared, read.
import type { Command } from 'commander';
import { POPULATION_KINDS, type PopulationKind } from '@assay/core';
import { take } from '../connection.ts';
import { writeBody } from '../files.ts';
import { choice, whole } from '../options.ts';
import { printList, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { addPopulationChanges } from './population.change.ts';
import { codeOf } from './population.code.ts';
import { addPopulationImport } from './population.import.ts';
import { addPopulationTest } from './population.rules.ts';
import { POPULATION_COLUMNS, showPopulation } from './population.show.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addPopulationCommands(program: Command): void {
  const population = program.command('population').description('Complete lists of events to sample from');
  addPopulationImport(population);
  addReading(population);
  addPopulationChanges(population);
  addPopulationTest(population);
}

function addReading(population: Command): void {
  common(population.command('list').description('Populations, newest first'))
    .addOption(choice('--kind <kind>', 'only of this kind', POPULATION_KINDS))
    .addOption(whole('--limit <count>', 'at most so many', { min: 1, max: 10_000 }).default(100))
    .action(list);
  common(
    population.command('show <id>').description('One population: where it comes from, and its doubts'),
  ).action(show);
  common(population.command('rows <id>').description('Its rows'))
    .option('--csv', 'all rows as CSV, in the order of the source')
    .option('--ndjson', 'all rows in canonical JSON, in the order of the digest')
    .option('--to <path>', 'write them to a file instead of standard output')
    .option('--force', 'overwrite the file')
    .addOption(whole('--limit <count>', 'at most so many', { min: 1, max: 200_000 }).default(100))
    .action(rows);
}

async function list(
  options: CommonOptions & { readonly kind?: PopulationKind; readonly limit: number },
): Promise<void> {
  const { client, org, format } = await open(options);
  const found = await pagesOf(options.limit, async (page) =>
    take(
      await client['populations.list']({
        params: { org },
        query: { ...page, ...(options.kind === undefined ? {} : { kind: options.kind }) },
      }),
    ),
  );
  printList(found.data, POPULATION_COLUMNS, format);
  if (found.data.length === 0) say('No population yet: assay population import FILE --kind leavers.');
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  showPopulation(take(await client['populations.read']({ params: { org, population: codeOf(id) } })), format);
}

async function rows(
  id: string,
  options: CommonOptions & {
    readonly csv?: boolean;
    readonly ndjson?: boolean;
    readonly to?: string;
    readonly force?: boolean;
    readonly limit: number;
  },
): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, population: codeOf(id) };
  if (options.csv || options.ndjson) {
    const bytes = take(await client[options.csv ? 'populations.csv' : 'populations.export']({ params }));
    return writeBody(bytes, { path: options.to ?? '-', force: options.force === true });
  }
  const found = await pagesOf(options.limit, async (page) =>
    take(await client['populations.rows']({ params, query: page })),
  );
  printList(
    found.data,
    [
      { name: 'key', of: (row) => row.key },
      { name: 'day', of: (row) => row.day },
      { name: 'done', of: (row) => row.done },
      {
        name: 'fields',
        of: (row) =>
          Object.entries(row.fields)
            .map(([name, value]) => `${name}=${value}`)
            .join(', '),
      },
    ],
    format,
  );
  if (found.more) say(`There are more rows; --limit or --csv shows them.`);
}
