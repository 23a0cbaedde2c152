// assay soa import, assay risk import: a kept table as a dry run, committed whole, undone whole.
import type { Output, Routes } from '@assay/contract';
import { columnLetters, REGISTER_FIELDS, STATEMENT_FIELDS } from '@assay/core';
import type { Command } from 'commander';
import { basename } from 'node:path';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { store } from '../files.ts';
import { placing, type PlaceOptions } from '../kept/place.ts';
import { printList, printOne, say, type Column } from '../output.ts';
import { waiting } from '../progress.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Kept = Output<Routes['kept.read']>;
type Row = Kept['rows'][number];
type Kind = Kept['kind'];
type Field = (typeof FIELDS)[Kind][number];

interface ImportOptions extends WriteOptions, PlaceOptions<Field> {
  readonly skipErrors?: boolean;
}

const FIELDS = { statement: ['id', ...STATEMENT_FIELDS], register: REGISTER_FIELDS } as const;

/** Adds import, imports and undo to `assay soa` and `assay risk`. */
export function addKeptImports(noun: Command, kind: Kind): void {
  const what = kind === 'statement' ? 'statement' : 'register';
  placing<Field>(
    writing(
      noun
        .command('import <file>')
        .description(
          `Bring a kept ${what} (.xlsx, .csv): what it changes is shown, then made true as a whole`,
        ),
    ),
    FIELDS[kind],
  )
    .option('--skip-errors', 'leave out the rows with an error; else they hold all of them back')
    .action((file: string, options: ImportOptions) => bring(kind, file, options));
  common(noun.command('imports').description(`Each ${what} that was brought, newest first`)).action(
    (options: CommonOptions) => list(kind, options),
  );
  writing(
    noun
      .command('undo <import>')
      .description('Undo a whole import: K-3; refused where something changed since'),
  ).action(undo);
}

async function bring(kind: Kind, file: string, options: ImportOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const artefact = await store(where, file);
  const filename = basename(file);
  const dry = take(
    await waiting(
      `reading ${filename}`,
      client['kept.start']({
        params: { org },
        body: { kind, artefact: artefact.sha256, filename, table: tableOf(options) },
      }),
    ),
  );
  const refusal = refusalOf(dry, options);
  if (refusal ?? options.dryRun ?? isIdle(dry)) {
    show(dry, format);
    await client['kept.discard']({ params: { org, kept: dry.id } });
    if (refusal) throw refusal;
    say(
      options.dryRun
        ? `${filename}: ${dry.sentence} Nothing was changed.`
        : 'Nothing is to be changed: all of it stands so.',
    );
    return;
  }
  const done = take(
    await client['kept.commit']({
      params: { org, kept: dry.id },
      body: { skip_errors: options.skipErrors === true },
    }),
  );
  show(done, format);
  say(
    `${filename}: ${done.sentence} assay ${kind === 'statement' ? 'soa' : 'risk'} undo ${done.id} takes it back.`,
  );
}

function tableOf({ sheet, headRow, column }: PlaceOptions<Field>) {
  return {
    sheet,
    head_row: headRow,
    columns: [...(column ?? [])].map(([index, field]) => ({ column: columnLetters(index), field })),
  };
}

function isIdle({ counts }: Kept): true | undefined {
  return counts.new + counts.changed === 0 ? true : undefined;
}

function refusalOf({ counts, rows }: Kept, options: ImportOptions): CommandEnd | undefined {
  if (counts.error === 0 || options.skipErrors || options.dryRun) return undefined;
  const first = rows.find(({ outcome }) => outcome === 'error')?.problems[0] ?? '';
  return new CommandEnd(
    EXIT.error,
    `${counts.error} rows cannot stand, and nothing was changed. The first: ${first}`,
    'Mend the file, say what a column is with --column, or leave those rows out with --skip-errors.',
  );
}

const ROWS: readonly Column<Row>[] = [
  { name: 'row', of: (row) => row.row, right: true },
  { name: 'subject', of: (row) => row.subject ?? row.ref },
  { name: 'title', of: (row) => row.title },
  { name: 'outcome', of: (row) => row.outcome },
  {
    name: 'what',
    of: (row) =>
      [...row.problems, ...row.changes.map(({ field, after }) => `${field}: ${after}`), ...row.notes].join(
        ' | ',
      ),
  },
];

function show(kept: Kept, format: Open['format']): void {
  if (format === 'json' || format === 'ndjson') printOne(kept, [], format);
  else
    printList(
      kept.rows.filter(({ outcome }) => outcome !== 'unchanged'),
      ROWS,
      format,
    );
}

async function list(kind: Kind, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['kept.list']({ params: { org }, query: { kind } }));
  printList(
    data,
    [
      { name: 'import', of: (each) => each.id },
      { name: 'file', of: (each) => each.filename },
      { name: 'state', of: (each) => each.state },
      { name: 'edition', of: (each) => each.edition },
      { name: 'mapped', of: (each) => each.mapped, right: true },
      { name: 'left', of: (each) => each.left, right: true },
      { name: 'new', of: (each) => each.counts.new, right: true },
      { name: 'changed', of: (each) => each.counts.changed, right: true },
      { name: 'error', of: (each) => each.counts.error, right: true },
      { name: 'by', of: (each) => each.by },
      { name: 'committed', of: (each) => each.committed_at },
      { name: 'undone', of: (each) => each.undone_at },
    ],
    format,
  );
  if (data.length === 0) say(`No ${kind} was brought yet.`);
}

async function undo(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const { org } = where;
  const held = take(await where.client['kept.read']({ params: { org, kept: id } }));
  const done = await perform(where, options, {
    route: 'kept.undo',
    input: { params: { org, kept: held.id } },
    would: `${held.filename}: ${held.sentence} It would be taken back as a whole.`,
  });
  if (done) say(`${done.filename}: ${done.sentence}`);
}
