// A policy on paper: the version in force, or the draft where none is, with who approved it and when.
import {
  blockWords,
  dateOfInstant,
  markdownBlocks,
  ok,
  plainOf,
  type DocumentBlock,
  type DocumentStanding,
  type TextBlock,
} from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentKind } from '../documents/documents.module.ts';
import { filledText, findPolicy, policies, type Policy } from './policies.readmodel.ts';
import type { PolicyRecord } from './versions.repository.ts';

export const policiesDocuments: readonly DocumentKind[] = [
  {
    name: 'policy',
    title: 'Policy',
    about: 'One policy as it is in force, or its draft: text, version, approver, day, and what it answers.',
    of: async (asked) =>
      (await policies(asked.tx, asked)).map(({ code, newest }) => ({ id: code, title: newest.title })),
    make: async (asked, of) => {
      const found = await findPolicy(asked.tx, asked, of);
      if (!found.ok) return found;
      const policy = found.value;
      const shown =
        policy.versions.find(({ version }) => version === policy.standing.inForce) ?? policy.newest;
      return ok({
        title: shown.title,
        organisation: (await findOrganisation(asked.tx, asked.scope))?.settings.name ?? '',
        version: `${policy.code}, version ${shown.version}`,
        classification: 'Internal',
        standing: standingOf(shown),
        made: asked.now,
        blocks: blocks(policy, shown),
      });
    },
  },
];

function standingOf({ approval }: PolicyRecord): DocumentStanding {
  return approval
    ? {
        state: 'approved',
        by: approval.by,
        role: approval.role.replaceAll('_', ' '),
        on: dateOfInstant(approval.at),
      }
    : { state: 'draft' };
}

function blocks(policy: Policy, shown: PolicyRecord): readonly DocumentBlock[] {
  const { file } = shown;
  return [
    { kind: 'facts', rows: factsOf(policy, shown) },
    ...(file
      ? [
          {
            kind: 'note' as const,
            text: `This version was brought as ${file.filename} (${file.size} bytes, SHA-256 ${file.sha256}). ${shown.text === '' ? 'That file is its text.' : 'What follows is the text of that file.'}`,
          },
        ]
      : []),
    ...markdownBlocks(filledText(shown).text).flatMap(blockOf),
  ];
}

function factsOf({ standing, since, acknowledged }: Policy, shown: PolicyRecord) {
  const inForce = standing.inForce === shown.version;
  const share = acknowledged && `${acknowledged.numerator} of ${acknowledged.denominator} people named`;
  const rows: (readonly [string, string | undefined])[] = [
    ['Owner', shown.owner.replaceAll('_', ' ')],
    ['In force since', inForce ? since : undefined],
    ['Next review', inForce ? standing.reviewOn : undefined],
    ['Confirmed by', inForce ? share : undefined],
    ['Answers', shown.answers.map(shortened).join(', ')],
    ['Controls', shown.controls.join(', ')],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** `soc2:2017/CC6.1` as "SOC 2 CC6.1"; of an own framework the whole reference. */
function shortened(ref: string): string {
  return ref.replace(/^soc2:\d+\//, 'SOC 2 ').replace(/^iso27001:\d+\//, 'ISO ');
}

/** Paper has plain texts: an item's own list follows it as one of its own. */
function blockOf(block: TextBlock): readonly DocumentBlock[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level: block.level <= 2 ? 1 : block.level === 3 ? 2 : 3,
          text: plainOf(block.parts),
        },
      ];
    case 'paragraph':
      return [{ kind: 'paragraph', text: plainOf(block.parts) }];
    case 'quote':
      return [{ kind: 'note', text: blockWords(block) }];
    case 'code':
      return block.text.split('\n').map((text) => ({ kind: 'paragraph' as const, text }));
    case 'rule':
      return [];
    case 'table':
      return [
        {
          kind: 'table',
          caption: '',
          header: block.header.map(plainOf),
          rows: block.rows.map((row) => row.map(plainOf)),
        },
      ];
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items.map(itemOf) }];
  }
}

function itemOf(item: readonly TextBlock[]): string {
  return item.map(blockWords).join(' – ');
}
