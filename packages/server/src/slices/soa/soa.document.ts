// What the statement of applicability prints: the statement as it stands, and each approved version as it was frozen.
import {
  blockingLints,
  dateOfInstant,
  ok,
  statementCounts,
  statementSentence,
  themeTitle,
  type DocumentBlock,
  type Line,
  type PrintedDocument,
  type SoaLint,
} from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentAsked, DocumentKind } from '../documents/documents.module.ts';
import { findVersion, frozenOf } from './approval.usecases.ts';
import { statement } from './soa.readmodel.ts';
import { listVersions, type SoaVersion } from './versions.repository.ts';

const TITLE = 'Statement of applicability';

export const soaDocuments: readonly DocumentKind[] = [
  {
    name: 'statement',
    title: TITLE,
    about:
      'Every control of Annex A and from elsewhere as it stands today: in or out, why, how far in place.',
    make: async (asked) => {
      const found = await statement(asked);
      if (!found.ok) return found;
      const { lines, lints } = found.value;
      return ok({
        ...(await about(asked)),
        title: TITLE,
        standing: { state: 'draft' },
        blocks: [
          { kind: 'paragraph', text: statementSentence(statementCounts(lines, lints)) },
          ...broken(lints),
          ...rowsByTheme(lines),
        ],
      });
    },
  },
  {
    name: 'statement-version',
    title: 'Approved version of the statement of applicability',
    about: 'The statement as somebody approved it, with its digest and its place in the ledger.',
    of: async ({ tx, scope }) =>
      (await listVersions(tx, scope)).map(({ id, approvedAt }) => ({
        id,
        title: `${id} of ${dateOfInstant(approvedAt)}`,
      })),
    make: async (asked, of) => {
      const found = await findVersion(asked, of);
      if (!found.ok) return found;
      const version = found.value;
      return ok({
        ...(await about(asked)),
        title: TITLE,
        version: version.id,
        standing: {
          state: 'approved',
          by: version.approver,
          role: version.role,
          on: dateOfInstant(version.approvedAt),
        },
        blocks: [facts(version), ...rowsByTheme(frozenOf(version).rows)],
      });
    },
  },
];

async function about({
  tx,
  scope,
  now,
}: DocumentAsked): Promise<Pick<PrintedDocument, 'organisation' | 'classification' | 'made'>> {
  const organisation = await findOrganisation(tx, scope);
  return {
    organisation: organisation?.settings.name ?? scope.slug,
    classification: 'Confidential',
    made: now,
  };
}

function facts(version: SoaVersion): DocumentBlock {
  return {
    kind: 'facts',
    rows: [
      ['Framework', version.framework],
      ['Rows', String(version.rows)],
      ...(version.note === '' ? [] : [['Note', version.note] as const]),
      ['Recorded by', version.recordedBy],
      ['SHA-256', version.digest],
      ['Entry of the ledger', String(version.entry)],
    ],
  };
}

/** What an approval waits for; a draft that hides it would be taken for a finished one. */
function broken(lints: readonly SoaLint[]): readonly DocumentBlock[] {
  return blockingLints(lints).map(({ detail }) => ({ kind: 'note', text: detail }));
}

function rowsByTheme(lines: readonly Line[]): readonly DocumentBlock[] {
  return [...Map.groupBy(lines, ({ theme }) => theme)].flatMap(([theme, rows]): readonly DocumentBlock[] => [
    { kind: 'heading', level: 1, text: themeTitle(theme) },
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Control', 'In or out', 'Why', 'Status', 'Done by', 'Last proof'],
      widths: [0.9, 2.4, 1, 3.2, 1.4, 1.4, 1.3],
      rows: rows.map((line) => [
        line.id,
        line.title,
        line.decision,
        line.justification,
        line.status,
        line.controls.join(', '),
        line.proof ?? '',
      ]),
    },
  ]);
}
