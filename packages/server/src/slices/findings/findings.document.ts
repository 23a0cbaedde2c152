// What is printed of findings: the register, then the whole record of each as ISO/IEC 27001 10.2 f and g want it kept.
import { FINDING_KIND_WORDS, FINDING_KINDS, ok, type DocumentBlock, type PlainDate } from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentKind } from '../documents/documents.module.ts';
import { presentFinding, type FindingView } from './findings.presenter.ts';
import { listFindings, type FindingVersion } from './findings.repository.ts';
import { findingsSentence } from './findings.sentences.ts';
import { dayOf } from './findings.usecases.ts';

export const findingsDocuments: readonly DocumentKind[] = [
  {
    name: 'findings-register',
    title: 'Register of findings',
    about: 'Every finding with its state and clock, and the record of each: cause, action, effect.',
    make: async (asked) => {
      const { tx, scope, now } = asked;
      const all = await listFindings(tx, scope);
      const today = dayOf(asked);
      return ok({
        title: 'Register of findings',
        organisation: (await findOrganisation(tx, scope))?.settings.name ?? scope.slug,
        classification: 'Confidential',
        standing: { state: 'as_of', day: today },
        made: now,
        blocks: blocks(all, today),
      });
    },
  },
];

function blocks(all: readonly FindingVersion[], today: PlainDate): readonly DocumentBlock[] {
  const findings = all
    .map((each) => presentFinding(each, today))
    .toSorted((one, other) => FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind));
  const first: DocumentBlock = { kind: 'paragraph', text: findingsSentence(all, today) };
  if (findings.length === 0) return [first];
  return [
    first,
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Kind', 'Found', 'Finding', 'State', 'Due', 'Owner'],
      widths: [0.9, 1.5, 1.2, 5, 1.2, 1.2, 1.6],
      rows: findings.map((each) => [
        each.id,
        FINDING_KIND_WORDS[each.kind],
        each.found_on,
        each.statement,
        words(each.state),
        dueOf(each),
        each.action?.owner ?? each.owner ?? '',
      ]),
    },
    ...findings.flatMap(recordOf),
  ];
}

function recordOf(each: FindingView): readonly DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: `${each.id}: ${FINDING_KIND_WORDS[each.kind]}` },
    { kind: 'paragraph', text: each.sentence },
    { kind: 'facts', rows: factsOf(each) },
  ];
}

function factsOf(each: FindingView): readonly (readonly [string, string])[] {
  const { correction, similar, action, effectiveness, exception } = each;
  const said = effectiveness?.said;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Statement', each.statement],
    [
      'Found',
      `${each.found_on} by ${each.found_by}, ${words(each.source)}${each.where && `, ${each.where}`}`,
    ],
    ['Against', [...each.requirements, ...each.controls].join(', ')],
    ['Evidence', each.evidence.join(', ')],
    ['Test', exception && `${exception.deviations} of ${exception.sample} items deviated`],
    ['Correction', correction && `${correction.what} (${correction.on})`],
    ['Consequences', each.consequences],
    ['Cause', each.cause],
    ['Similar cases', similar && `${similar.looked} ${similar.found.join(', ')}`.trim()],
    ['Action', action && actionOf(action)],
    [
      'Effect',
      effectiveness &&
        (said
          ? `${words(said.verdict)} on ${said.on}, said by ${said.by}: ${said.because}`
          : `to be looked at on ${effectiveness.due}`),
    ],
    ['Change to the ISMS', each.system_change],
    ['Management’s response', exception && exception.response],
    ['Closed', each.closed && `${each.closed.on} by ${each.closed.by}: ${each.closed.because}`],
  ];
  return facts.flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text] as const]));
}

function actionOf({ what, owner, due, done }: NonNullable<FindingView['action']>): string {
  const until = due === null ? 'no day set' : `until ${due}`;
  return `${what} ${owner ?? 'Nobody named'}, ${until}, ${done === null ? 'not done' : `done on ${done}`}.`;
}

function dueOf({ clocks }: FindingView): string {
  const waiting = clocks.filter(({ state }) => state !== 'met' && state !== 'met_late');
  const [first] = waiting.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  return first ? `${first.until}${first.state === 'overdue' ? ' (overdue)' : ''}` : '';
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
