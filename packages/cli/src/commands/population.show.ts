// How a population is shown in the terminal.
import type { Output, Routes } from '@assay/contract';
import { printOne, say, type Column, type Format } from '../output.ts';

export type PopulationAnswer = Output<Routes['populations.read']>;

export const POPULATION_COLUMNS: readonly Column<PopulationAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'kind', of: (row) => row.kind },
  { name: 'title', of: (row) => row.title },
  { name: 'state', of: stateOf },
  { name: 'rows', of: (row) => row.rows, right: true },
  { name: 'from', of: (row) => row.provenance.range?.from ?? null },
  { name: 'until', of: (row) => row.provenance.range?.until ?? null },
  { name: 'controls', of: (row) => row.controls.join(' ') },
  { name: 'warnings', of: (row) => row.warnings.map((each) => each.code).join(' ') },
];

export function showPopulation(row: PopulationAnswer, format: Format): void {
  const { provenance: told, mapping } = row;
  const columns = [
    `key=${mapping.key ?? '?'}`,
    `day=${mapping.day ?? '?'}`,
    ...(mapping.done === null ? [] : [`done=${mapping.done}`]),
  ];
  printOne(
    row,
    [
      ['population', row.id],
      ['kind', row.kind],
      ['title', row.title],
      ['state', stateOf(row)],
      ['rows', `${row.rows}, ${row.first_event ?? '—'} to ${row.last_event ?? '—'}`],
      ['controls', row.controls.join(' ') || '—'],
      ['columns', columns.join(', ')],
      ['kept', mapping.fields.join(', ') || '—'],
      ['source', `${told.source ?? '?'} (${told.environment ?? '?'})`],
      ['query', told.query ?? '?'],
      ['range', told.range ? `${told.range.from} until ${told.range.until}` : '?'],
      ['made', `${told.generator ?? '?'}, ${told.generated_at ?? '?'}`],
      ['sha256', row.artefact],
      ['digest', row.digest ?? '—'],
      ...row.reconciliations.map((each): [string, string] => [
        `second ${each.number}`,
        `${each.source}: ${each.matched} matched, ${each.only_here.count} only here, ${each.only_there.count} only there, ${each.other_day.count} on another day`,
      ]),
      ...row.warnings.map((each): [string, string] => [
        'warning',
        `${each.code}${each.count > 0 ? ` (${each.count}): ${each.examples.slice(0, 5).join(', ')}` : ''}`,
      ]),
    ],
    format,
  );
  for (const problem of row.problems.first) say(`${problem.position}: ${problem.message} ${problem.remedy}`);
  for (const { fault, rows, first } of row.faults) say(`${rows} rows: ${fault}, the first at ${first}.`);
  if (row.missing.length > 0) say(`Before it can be frozen it must be told: ${row.missing.join(', ')}.`);
}

function stateOf(row: PopulationAnswer): string {
  return row.superseded_by === null ? row.state : `superseded by ${row.superseded_by}`;
}
