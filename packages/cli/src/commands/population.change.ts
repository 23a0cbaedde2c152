// assay population set, freeze, reconcile, discard: what is done to a population.
import type { Command } from 'commander';
import { POPULATION_KINDS, type PopulationKind } from '@assay/core';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { store } from '../files.ts';
import { choice, controls } from '../options.ts';
import { perform } from '../write.ts';
import { codeOf } from './population.code.ts';
import { mappingOf, type AskedMapping } from './population.mapping.ts';
import { showPopulation } from './population.show.ts';
import { provenanceOf, sourceOptions, type SourceOptions } from './population.source.ts';
import { open, writing, type WriteOptions } from './shared.ts';

export function addPopulationChanges(population: Command): void {
  sourceOptions(
    writing(population.command('set <id>').description('Change a draft: its columns, where it comes from'))
      .addOption(choice('--kind <kind>', 'what it lists', POPULATION_KINDS))
      .option('--map <columns>', 'key=id,day=left_on,done=revoked_on,fields=team+manager', mappingOf)
      .option('--title <text>', 'title')
      .addOption(controls('--control <ids>', 'controls that it is the population of')),
  ).action(set);
  writing(population.command('freeze <id>').description('Freeze a draft; it never changes again'))
    .option('--supersedes <id>', 'frozen population whose place it takes')
    .action(freeze);
  writing(
    population
      .command('reconcile <id> [file]')
      .description('Compare a frozen population with a second source'),
  )
    .option('--with <id>', 'another frozen population')
    .option('--source <system>', 'the second system, of a file')
    .option('--map <columns>', 'columns of the file: key=user,day=disabled_on', mappingOf)
    .action(reconcile);
  writing(population.command('discard <id>').description('Discard a draft')).action(discard);
}

type SetOptions = WriteOptions &
  SourceOptions & {
    readonly kind?: PopulationKind;
    readonly map?: AskedMapping;
    readonly title?: string;
    readonly control?: string[];
  };

async function set(id: string, options: SetOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const params = { org, population: codeOf(id) };
  const held = take(await client['populations.read']({ params }));
  const made = await perform({ client, format }, options, {
    route: 'populations.change',
    input: {
      params,
      ifMatch: held.tag,
      body: {
        provenance: provenanceOf(options),
        ...(options.kind === undefined ? {} : { kind: options.kind }),
        ...(options.map === undefined ? {} : { mapping: options.map }),
        ...(options.title === undefined ? {} : { title: options.title }),
        ...(options.control === undefined ? {} : { controls: options.control }),
      },
    },
    would: `${codeOf(id)} would be changed.`,
  });
  if (made) showPopulation(made, format);
}

async function freeze(id: string, options: WriteOptions & { readonly supersedes?: string }): Promise<void> {
  const { client, org, format } = await open(options);
  const population = codeOf(id);
  const made = await perform({ client, format }, options, {
    route: 'populations.freeze',
    input: {
      params: { org, population },
      body: options.supersedes === undefined ? {} : { supersedes: codeOf(options.supersedes) },
    },
    would: `${population} would be frozen.`,
    ask: `Freeze ${population}? It can be superseded after that, but never changed.`,
  });
  if (made) showPopulation(made, format);
}

type ReconcileOptions = WriteOptions & {
  readonly with?: string;
  readonly source?: string;
  readonly map?: AskedMapping;
};

async function reconcile(id: string, file: string | undefined, options: ReconcileOptions): Promise<void> {
  if ((file === undefined) === (options.with === undefined))
    throw new CommandEnd(EXIT.usage, 'Name a file of the second source, or a population with --with.');
  if (file !== undefined && options.source === undefined)
    throw new CommandEnd(EXIT.usage, 'Say which system the file comes from, with --source.');
  const where = await open(options);
  const { client, org, format } = where;
  const body =
    file === undefined
      ? { population: codeOf(options.with ?? '') }
      : {
          artefact: (await store(where, file)).sha256,
          source: options.source ?? '',
          ...(options.map === undefined ? {} : { mapping: options.map }),
        };
  const made = await perform({ client, format }, options, {
    route: 'populations.reconcile',
    input: { params: { org, population: codeOf(id) }, body },
    would: `${codeOf(id)} would be compared with ${file ?? options.with ?? ''}.`,
  });
  if (!made) return;
  showPopulation(made, format);
  if (made.reconciliations.at(-1)?.agrees === false) process.exitCode = EXIT.findings;
}

async function discard(id: string, options: WriteOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const population = codeOf(id);
  await perform({ client, format }, options, {
    route: 'populations.discard',
    input: { params: { org, population } },
    would: `${population} would be discarded.`,
    ask: `Discard the draft ${population}?`,
  });
}
