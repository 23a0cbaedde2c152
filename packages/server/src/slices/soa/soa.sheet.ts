// The statement as sheets: the same columns that a difference compares, those that were brought along, and what it is a
// statement of.
import { LINE_COLUMNS, type Line } from '@assay/core';
import type { Sheet } from '../documents/documents.module.ts';
import type { SoaVersion } from './versions.repository.ts';

export function statementSheet(lines: readonly Line[]): Sheet {
  // Columns of a statement that was brought along go out as they came in.
  const custom = [...new Set(lines.flatMap((line) => Object.keys(line.custom)))];
  return {
    name: 'Statement',
    header: [...LINE_COLUMNS.map(({ name }) => name), ...custom],
    rows: lines.map((line) => [
      ...LINE_COLUMNS.map(({ of }) => of(line)),
      ...custom.map((name) => line.custom[name] ?? ''),
    ]),
  };
}

/** Whose statement, of which edition, and who approved it; a draft says that nobody has. */
export function aboutSheet(of: {
  readonly organisation: string;
  readonly framework: string;
  readonly at: string;
  readonly version: SoaVersion | undefined;
}): Sheet {
  const { version } = of;
  const approval = version
    ? [
        ['version', version.id],
        ['approved by', `${version.approver}, ${version.role}`],
        ['approved at', version.approvedAt],
        ['sha256', version.digest],
        ['ledger entry', String(version.entry)],
        ['note', version.note],
      ]
    : [['version', 'draft: nobody has approved it']];
  return {
    name: 'About',
    header: ['what', 'value'],
    rows: [
      ['statement of applicability of', of.organisation],
      ['framework', of.framework],
      ...approval,
      ['written at', of.at],
      ['classification', 'confidential'],
    ],
  };
}
