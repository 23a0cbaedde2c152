// assay soa transition: from 2013 to 2022, drafted from a file without a server, or as the server has it.
import type { Output, Routes } from '@assay/contract';
import {
  ancestryOf,
  CLAUSE_CHANGES,
  countDraft,
  draftTransition,
  LAST_DAY_OF_2013,
  readStatement,
  STATEMENT_FIELDS,
  type DraftRow,
  type StatementField,
} from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { annexControls, annexIds, editionPairs } from '../kept/annex.ts';
import { gridsIn, noTable } from '../kept/grid.ts';
import { overrideOf, placing, type PlaceOptions } from '../kept/place.ts';
import { formatOf, out, printList, printOne, say, type Column } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

interface Options extends CommonOptions, PlaceOptions<StatementField> {
  readonly certificate?: string;
  readonly clauses?: true;
}

export function addTransition(soa: Command): void {
  placing(
    common(
      soa
        .command('transition [file]')
        .description(
          'From 2013 to 2022: drafted from a kept statement of 2013, or as it stands on the server',
        ),
    ),
    STATEMENT_FIELDS,
  )
    .option('--certificate <text>', 'what a certificate says of its standard: ISO/IEC 27001:2013')
    .option('--clauses', 'what changed in clauses 4 to 10, instead')
    .action(run);
}

async function run(file: string | undefined, options: Options): Promise<void> {
  if (options.clauses) {
    printList(
      CLAUSE_CHANGES,
      [
        { name: 'clause', of: (each) => each.clause },
        { name: 'kind', of: (each) => each.kind },
        { name: 'what changed', of: (each) => each.what },
        { name: 'show', of: (each) => each.show },
      ],
      formatOf(options),
    );
    return;
  }
  await (file === undefined ? asItStands(options) : fromFile(file, options));
}

async function fromFile(file: string, options: Options): Promise<void> {
  const format = formatOf(options);
  const sheets = await gridsIn(file);
  const found = readStatement(sheets, annexIds(), overrideOf(options));
  if (!found.ok) throw noTable(file, found.error, sheets);
  const { edition, rows } = found.value;
  if (edition !== '2013')
    throw new CommandEnd(
      EXIT.error,
      `${file} is a statement of 2022 already.`,
      'assay soa read shows it, assay soa import brings it.',
    );
  const controls = annexControls('2022');
  const draft = draftTransition(
    ancestryOf(
      editionPairs(),
      controls.map(({ id }) => id),
    ),
    rows,
  );
  const titles = new Map(controls.map(({ id, title }) => [id, title]));
  const counts = countDraft(draft);
  if (format === 'json') out(`${JSON.stringify({ counts, rows: draft }, null, 2)}\n`);
  else printList(draft, columnsOf(titles), format);
  say(
    `${counts.rows} controls of 2022 from ${rows.length} of 2013: ${counts.oneToOne} one to one, ${counts.merged} merged, ${counts.new} new, ${counts.split} split. In ${counts.in}, out ${counts.out}; to decide: ${counts.new} new, ${counts.conflicting} whose parents disagree, ${counts.unclear} unclear. Status differs in ${counts.statusConflicts}.`,
  );
  say(`A certificate that cites ISO/IEC 27001:2013 is invalid after ${LAST_DAY_OF_2013}.`);
}

function columnsOf(titles: ReadonlyMap<string, string>): readonly Column<DraftRow>[] {
  return [
    { name: 'control', of: (row) => row.id },
    { name: 'title', of: (row) => titles.get(row.id) ?? '' },
    { name: 'origin', of: (row) => row.origin },
    {
      name: 'from',
      of: (row) => row.parents.map(({ id, split }) => (split ? `${id} (split)` : id)).join(' '),
    },
    { name: 'applies', of: (row) => (row.origin === 'new' ? 'decide' : (row.carried?.applies ?? 'unclear')) },
    { name: 'status', of: (row) => row.carried?.status ?? '' },
    {
      name: 'conflicts',
      of: (row) =>
        row.conflicts
          .map(({ field, said }) => `${field}: ${said.map(({ id, value }) => `${id} ${value}`).join(', ')}`)
          .join('; '),
    },
  ];
}

async function asItStands(options: Options): Promise<void> {
  const { client, org, format } = await open(options);
  const { certificate } = options;
  const found = take(await client['soa.transition']({ params: { org }, query: { certificate } }));
  if (format === 'json' || format === 'ndjson') printOne(found, [], format);
  else printList(found.rows, STANDING, format);
  say(found.sentence);
  for (const { detail, remedy } of found.pitfalls) say(`${detail} ${remedy}`);
  say(found.deadline_sentence);
}

type Standing = Output<Routes['soa.transition']>['rows'][number];
const STANDING: readonly Column<Standing>[] = [
  { name: 'control', of: (row) => row.id },
  { name: 'title', of: (row) => row.title },
  { name: 'origin', of: (row) => row.origin },
  { name: 'from', of: (row) => row.parents.map(({ id }) => id).join(' ') },
  { name: 'decision', of: (row) => row.decision },
  { name: 'state', of: (row) => row.state },
  {
    name: 'conflicts',
    of: (row) =>
      row.conflicts
        .map(({ field, said }) => `${field}: ${said.map(({ id, value }) => `${id} ${value}`).join(', ')}`)
        .join('; '),
  },
];
