// What the management system prints: a scope, the context with its parties, the minutes of a review; each in the version
// that is in force, and as a draft where none is.
import {
  dateOfInstant,
  ok,
  recordSections,
  recordTitle,
  versionInForce,
  type DocumentBlock,
  type DocumentStanding,
  type IsmsKind,
  type PrintedDocument,
  type RecordSection,
} from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentAsked, DocumentKind } from '../documents/documents.module.ts';
import { ismsVersions, type RecordVersion } from './isms.repository.ts';

export const ismsDocuments: readonly DocumentKind[] = [
  {
    name: 'isms-scope',
    title: 'Scope',
    about: 'What lies inside for a framework: statement, boundaries, sites, systems, interfaces, exclusions.',
    of: async (asked) =>
      (await printed(asked, 'scope')).flatMap(({ version: { record } }) =>
        record.kind === 'scope' ? [{ id: record.framework, title: recordTitle(record) }] : [],
      ),
    make: async (asked, of) => {
      const found = (await printed(asked, 'scope')).filter(
        ({ version: { record } }) => record.kind === 'scope' && record.framework === of,
      );
      return ok(await documentOf(asked, recordTitleOf(found, 'Scope'), found));
    },
  },
  {
    name: 'context',
    title: 'Context and interested parties',
    about: 'External and internal issues with the climate question, and which needs of whom are addressed.',
    make: async (asked) => {
      const found = [...(await printed(asked, 'context')), ...(await printed(asked, 'parties'))];
      return ok(await documentOf(asked, 'Context and interested parties', found));
    },
  },
  {
    name: 'review-minutes',
    title: 'Minutes of a management review',
    about:
      'Who attended, what was known and considered for the seven inputs, what was decided and is to be done.',
    of: async (asked) =>
      (await printed(asked, 'review')).map(({ version: { id, record } }) => ({
        id,
        title: recordTitle(record),
      })),
    make: async (asked, of) => {
      const found = (await printed(asked, 'review')).filter(({ version }) => version.id === of);
      return ok(await documentOf(asked, recordTitleOf(found, 'Management review'), found));
    },
  },
];

/** A record as it is printed, with whether that version is in force. */
interface Printed {
  readonly version: RecordVersion;
  readonly standing: DocumentStanding;
}

/** The records of a kind, each in its version in force or, where none is, as its newest draft. */
async function printed(
  { tx, scope, now }: Pick<DocumentAsked, 'tx' | 'scope' | 'now'>,
  kind: IsmsKind,
): Promise<readonly Printed[]> {
  const all = (await ismsVersions(tx, scope, { kind })).map((each) => ({
    ...each,
    approved: each.approval !== undefined,
  }));
  return [...Map.groupBy(all, ({ id }) => id).values()].flatMap((own): readonly Printed[] => {
    const held = versionInForce(own, dateOfInstant(now));
    const version = held ?? own.at(-1);
    return version ? [{ version, standing: held ? standingOf(held) : { state: 'draft' } }] : [];
  });
}

function standingOf({ record, approval }: RecordVersion): DocumentStanding {
  if (record.kind === 'review' && record.closed) {
    const { by, on } = record.closed;
    const role = record.attendance.find(({ name }) => name === by)?.role ?? 'who closed it';
    return { state: 'approved', by, role, on };
  }
  return approval
    ? {
        state: 'approved',
        by: approval.by,
        role: approval.role.replaceAll('_', ' '),
        on: dateOfInstant(approval.at),
      }
    : { state: 'draft' };
}

async function documentOf(
  { tx, scope, now }: DocumentAsked,
  title: string,
  found: readonly Printed[],
): Promise<PrintedDocument> {
  const organisation = await findOrganisation(tx, scope);
  const draft = found.find(({ standing }) => standing.state !== 'approved');
  const [first] = found;
  return {
    title,
    organisation: organisation?.settings.name ?? scope.slug,
    ...(found.length === 1 && first ? { version: `version ${first.version.revision}` } : {}),
    classification: 'Internal',
    standing: (draft ?? first)?.standing ?? { state: 'draft' },
    made: now,
    blocks:
      found.length === 0
        ? [{ kind: 'note', text: 'Nobody has written it yet.' }]
        : found.flatMap(({ version }) => blocksOf(version, found.length > 1)),
  };
}

function blocksOf({ record, revision }: RecordVersion, named: boolean): readonly DocumentBlock[] {
  return [
    ...(named ? [{ kind: 'paragraph' as const, text: `${recordTitle(record)}, version ${revision}.` }] : []),
    ...recordSections(record).flatMap(sectionBlocks),
  ];
}

function sectionBlocks({ title, header, rows }: RecordSection): readonly DocumentBlock[] {
  const heading: DocumentBlock = { kind: 'heading', level: 1, text: title };
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: 'Nothing is written.' }];
  if (header.length > 0) {
    // Of two columns the second says what the first names.
    const widths = header.length === 2 ? { widths: [1, 2] } : {};
    return [heading, { kind: 'table', caption: '', header, rows, ...widths }];
  }
  const items = rows.map(([said = '']) => said);
  const [only = ''] = items;
  return [
    heading,
    items.length === 1 ? { kind: 'paragraph', text: only } : { kind: 'list', ordered: false, items },
  ];
}

function recordTitleOf([first]: readonly Printed[], otherwise: string): string {
  return first ? recordTitle(first.version.record) : otherwise;
}
