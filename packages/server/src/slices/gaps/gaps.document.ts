// What is printed of gaps: the actions, then what each auditor would not find.
import { ok, type DocumentBlock } from '@assay/core';
import type { DocumentKind } from '../documents/documents.module.ts';
import { presentGaps, presentReadiness } from './gaps.presenter.ts';
import { gapAnalysis, type GapAnalysis } from './gaps.readmodel.ts';

export const gapsDocuments: readonly DocumentKind[] = [
  {
    name: 'gaps',
    title: 'Gap analysis',
    about: 'What both frameworks lack, the actions that close it, and what each auditor would not find.',
    make: async ({ tx, scope, catalogue, now }) => {
      const found = await gapAnalysis(tx, scope, { catalogue, now });
      return ok({
        title: 'Gap analysis',
        organisation: found.known.settings.name,
        classification: 'Confidential',
        standing: { state: 'as_of', day: found.known.today },
        made: now,
        blocks: blocks(found),
      });
    },
  },
];

function blocks(found: GapAnalysis): readonly DocumentBlock[] {
  const { sentence, actions } = presentGaps(found, undefined);
  const { data, documented } = presentReadiness(found);
  return [
    { kind: 'paragraph', text: sentence },
    { kind: 'heading', level: 1, text: 'Actions' },
    {
      kind: 'table',
      caption: 'Days are estimates; a planned day is that of the earliest task.',
      header: ['Action', 'Why', 'Closes', 'Owner', 'Days', 'Planned'],
      widths: [3, 3, 3, 1.6, 0.7, 1.2],
      rows: actions.map((each) => [
        each.title,
        each.reason,
        [...each.closes, ...each.helps].map((ref) => ref.slice(ref.indexOf('/') + 1)).join(', '),
        each.owner ?? each.owner_role.replaceAll('_', ' '),
        String(each.effort_days),
        each.due ?? '',
      ]),
    },
    ...data.flatMap(({ title, sentence: says, not_found }): readonly DocumentBlock[] => [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: says },
      {
        kind: 'table',
        caption: '',
        header: ['Missing', 'Of', 'Why'],
        widths: [1, 4, 5],
        rows: not_found.map(({ what, about, why }) => [what, about, why]),
      },
    ]),
    { kind: 'heading', level: 1, text: 'Documented information' },
    {
      kind: 'table',
      caption: '',
      header: ['Clause', 'What', 'Kind', 'State', 'Where'],
      widths: [1, 4, 1, 1, 4],
      rows: documented.map((each) => [
        each.clause,
        each.what,
        each.kind,
        each.state.replaceAll('_', ' '),
        each.sentence,
      ]),
    },
  ];
}
