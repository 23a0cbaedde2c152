// How an import looks: the same columns in every list, the whole of one for a person.
import type { Output, Routes } from '@assay/contract';
import { printOne, say, type Column, type Format } from '../output.ts';

export type ImportAnswer = Output<Routes['imports.read']>;

const SHOWN_UNMAPPED = 8;

export const IMPORT_COLUMNS: readonly Column<ImportAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'file', of: (row) => row.filename },
  { name: 'state', of: (row) => row.state },
  { name: 'reader', of: (row) => row.reader },
  { name: 'results', of: (row) => row.total, right: true },
  { name: 'pass', of: (row) => row.observations.pass, right: true },
  { name: 'fail', of: (row) => row.observations.fail, right: true },
  { name: 'unknown', of: (row) => row.observations.unknown + row.observations.error, right: true },
  { name: 'new', of: (row) => row.change.new, right: true },
  { name: 'changed', of: (row) => row.change.changed, right: true },
  { name: 'problems', of: (row) => problemsOf(row), right: true },
  { name: 'evidence', of: (row) => row.evidence },
];

/** One import with everything that a person asks about it. */
export function showImport(done: ImportAnswer, format: Format): void {
  const { observations: o, change } = done;
  const more = done.unmapped.length - SHOWN_UNMAPPED;
  printOne(
    done,
    [
      ['file', done.filename],
      ['import', done.id],
      ['state', done.state],
      ['reader', `${done.reader_title}, version ${done.reader_version}`],
      ['tool', done.tool === null ? '—' : `${done.tool} ${done.tool_version ?? ''}`.trim()],
      ['ran_at', done.ran_at ?? '—'],
      ['scope', done.scope ?? '—'],
      [
        'results',
        `${done.total}: ${o.pass} pass, ${o.fail} fail, ${o.unknown} unknown, ${o.error} error, ${o.not_applicable} not applicable`,
      ],
      [
        'change',
        `${change.new} new, ${change.changed} changed, ${change.unchanged} unchanged, ${change.gone} no longer found`,
      ],
      ...(done.population_rows > 0 ? [['rows', String(done.population_rows)] as const] : []),
      ['controls', done.controls.map((each) => each.code).join(' ') || '—'],
      [
        'unmapped',
        done.unmapped.length === 0
          ? '—'
          : `${done.unmapped
              .slice(0, SHOWN_UNMAPPED)
              .map((each) => each.check)
              .join(' ')}${more > 0 ? ` and ${more} more` : ''}`,
      ],
      ['evidence', done.evidence ?? '—'],
      ...done.problems.first.map((problem): [string, string] => [
        problem.level,
        `${problem.code} at ${problem.position}: ${problem.message} ${problem.remedy}`,
      ]),
    ],
    format,
  );
  if (problemsOf(done) > done.problems.first.length)
    say(`${problemsOf(done)} problems in all: assay imports problems ${done.id}`);
  if (done.outside_every_window) say('It lies outside the examined period: it will not count there.');
}

function problemsOf(done: ImportAnswer): number {
  return done.problems.fatal + done.problems.error + done.problems.warning;
}
