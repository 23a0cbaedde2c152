// assay population import: a table of a file, or the changes of a Git repository, becomes a draft.
import type { Command } from 'commander';
import { addDays, parsePlainDate, POPULATION_KINDS, type PlainDate, type PopulationKind } from '@assay/core';
import { basename, resolve } from 'node:path';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { store } from '../files.ts';
import { readChanges } from '../git/read.ts';
import { choice, controls, day } from '../options.ts';
import { perform } from '../write.ts';
import { mappingOf, type AskedMapping } from './population.mapping.ts';
import { showPopulation } from './population.show.ts';
import { provenanceOf, sourceOptions, type SourceOptions } from './population.source.ts';
import { open, writing, type Open, type WriteOptions } from './shared.ts';

interface ImportOptions extends WriteOptions, SourceOptions {
  readonly kind?: PopulationKind;
  readonly map?: AskedMapping;
  readonly sheet?: string;
  readonly title?: string;
  readonly scope?: string;
  readonly control?: string[];
  readonly git?: string;
  readonly branch: string;
  readonly since?: PlainDate;
  readonly until?: PlainDate;
}

export function addPopulationImport(population: Command): void {
  sourceOptions(
    writing(
      population
        .command('import [file]')
        .description('Read a CSV, XLSX or NDJSON table, or a Git repository, as a draft'),
    )
      .addOption(choice('--kind <kind>', 'what it lists', POPULATION_KINDS))
      .option('--map <columns>', 'key=id,day=left_on,done=revoked_on,fields=team+manager', mappingOf)
      .option('--sheet <name>', 'sheet of a workbook; the first by default')
      .option('--title <text>', 'title; the kind’s by default')
      .option('--scope <name>', 'scope of the controls that it speaks for; all by default')
      .addOption(controls('--control <ids>', 'controls that it is the population of'))
      .option('--git <path>', 'read production changes from the Git repository there')
      .option('--branch <name>', 'branch that production is deployed from', 'main')
      .addOption(day('--since <day>', 'first day of its changes'))
      .addOption(day('--until <day>', 'first day that is left out; today by default')),
  ).action(importPopulation);
}

async function importPopulation(file: string | undefined, options: ImportOptions): Promise<void> {
  if ((file === undefined) === (options.git === undefined))
    throw new CommandEnd(EXIT.usage, 'Name a file, or a repository with --git.');
  const where = await open(options);
  const draft = file === undefined ? await fromGit(where, options) : await fromFile(where, file, options);
  const { client, org, format } = where;
  const made = await perform({ client, format }, options, {
    route: 'populations.start',
    input: {
      params: { org },
      body: {
        artefact: draft.artefact,
        filename: draft.filename,
        kind: draft.kind,
        scope: options.scope ?? null,
        provenance: { ...draft.provenance, ...provenanceOf(options) },
        ...(draft.mapping === undefined ? {} : { mapping: draft.mapping }),
        ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
        ...(options.title === undefined ? {} : { title: options.title }),
        ...(options.control === undefined ? {} : { controls: options.control }),
      },
    },
    would: `${draft.filename} would be read as a draft of ${draft.kind}.`,
  });
  if (!made) return;
  showPopulation(made, format);
  if (made.problems.fatal > 0) process.exitCode = EXIT.error;
}

async function fromFile(where: Open, file: string, options: ImportOptions) {
  if (options.kind === undefined)
    throw new CommandEnd(
      EXIT.usage,
      `Say what ${file} lists, with --kind.`,
      `One of ${POPULATION_KINDS.join(', ')}.`,
    );
  const artefact = await store(where, file);
  return {
    artefact: artefact.sha256,
    filename: basename(file),
    kind: options.kind,
    mapping: options.map,
    provenance: {},
  };
}

/** The repository itself is asked, so where the list comes from is known and need not be told. */
async function fromGit(where: Open, options: ImportOptions) {
  const { git = '', branch, since } = options;
  if (since === undefined) throw new CommandEnd(EXIT.usage, 'Say from which day on, with --since.');
  const now = new Date().toISOString();
  const until = options.until ?? parsePlainDate(now.slice(0, 10)) ?? addDays(since, 1);
  const read = await readChanges(git, { branch, since, until });
  const name = basename(resolve(git)).replace(/\.git$/, '') || 'repository';
  const filename = `${name}-${branch.replace(/[^\w.-]+/g, '-')}-${since}.ndjson`;
  const body = new Blob([read.changes.map((each) => `${JSON.stringify(each)}\n`).join('') || EMPTY]);
  const artefact = take(
    await where.client['artefacts.put']({ params: { org: where.org }, query: { filename }, body }),
  );
  return {
    artefact: artefact.sha256,
    filename,
    kind: options.kind ?? ('production_changes' as const),
    mapping: options.map ?? { key: 'commit', day: 'merged_on', done: 'approved_on' },
    provenance: {
      source: `Git repository ${name}`,
      environment: 'production',
      query: `git log --first-parent ${branch} at ${read.tip}`,
      filters: '',
      range: { from: since, until },
      generator: read.version,
      generated_at: now,
      every_page: true,
      days_written_by: 'system' as const,
    },
  };
}

/** Without a change the columns are still told, so that nothing is a list and not a mistake. */
const EMPTY =
  'commit,merged_on,approved_on,author,merged_by,approvers,signed_off_by,pull_request,subject,how,commits,files,release\n';
