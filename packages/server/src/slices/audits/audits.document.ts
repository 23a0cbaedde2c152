// What is printed of internal audit: the report of an audit as management gets it, with its checklist as an annex.
import { ok, type DocumentBlock } from '@assay/core';
import type { DocumentAsked, DocumentKind } from '../documents/documents.module.ts';
import { listFindings } from '../findings/findings.module.ts';
import { presentAudit, type AuditView } from './audits.presenter.ts';
import { findAudit, listAudits } from './audits.repository.ts';
import { auditable } from './scope.readmodel.ts';

export const auditsDocuments: readonly DocumentKind[] = [
  {
    name: 'audit-report',
    title: 'Report of an internal audit',
    about: 'Criteria, scope, auditor, what was found and every line of the checklist (ISO/IEC 27001 9.2).',
    of: async ({ tx, scope }) =>
      (await listAudits(tx, scope)).map(({ id, audit }) => ({ id, title: `${id} ${audit.title}` })),
    make: async (asked, of) => {
      const { tx, scope, now } = asked;
      const held = await findAudit(tx, scope, of);
      if (!held) throw new Error(`no audit ${of}`);
      const model = await auditable(asked);
      const audit = presentAudit(held, model);
      return ok({
        title: `${audit.id}: ${audit.title}`,
        organisation: model.known.settings.name,
        classification: 'Confidential',
        standing: { state: 'as_of', day: held.audit.report?.on ?? model.known.today },
        made: now,
        blocks: [...head(audit), ...(await found(asked, audit)), ...checklist(audit), ...takenBack(audit)],
      });
    },
  },
];

function head(audit: AuditView): readonly DocumentBlock[] {
  const { report } = audit;
  return [
    { kind: 'paragraph', text: audit.sentence },
    {
      kind: 'facts',
      rows: [
        ['Days', `${audit.from} to ${audit.to}`],
        ['Auditor', audit.auditor],
        ['Independence', independence(audit)],
        ['Criteria', audit.criteria],
        ['Scope', audit.lines.map(({ requirement }) => idOf(requirement)).join(', ')],
        ['Told to', report ? `${report.to} on ${report.on}` : 'nobody yet'],
      ],
    },
    { kind: 'heading', level: 1, text: 'Result' },
    ...(report?.summary ?? 'The audit is not reported yet; what follows is what has been seen so far.')
      .split('\n')
      .map((text): DocumentBlock => ({ kind: 'paragraph', text })),
  ];
}

function independence({ auditor, state, not_independent: own }: AuditView): string {
  if (state === 'reported') return `${auditor} owned no control that answers the scope when it was reported.`;
  return own.length === 0
    ? `${auditor} owns no control that answers the scope.`
    : `${auditor} now owns ${own.join(', ')}: somebody else has to audit it.`;
}

async function found({ tx, scope }: DocumentAsked, audit: AuditView): Promise<readonly DocumentBlock[]> {
  const wanted = new Set(audit.findings);
  const findings = (await listFindings(tx, scope)).filter(({ id }) => wanted.has(id));
  const title: DocumentBlock = { kind: 'heading', level: 1, text: 'Findings' };
  if (findings.length === 0) return [title, { kind: 'paragraph', text: 'Nothing was found.' }];
  return [
    title,
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Kind', 'Against', 'What is, against what should be', 'Owner'],
      widths: [0.9, 1.5, 1.4, 6, 1.6],
      rows: findings.map(({ id, finding }) => [
        id,
        finding.kind,
        finding.requirements.map(idOf).join(', '),
        finding.statement,
        finding.owner ?? '',
      ]),
    },
  ];
}

const SEEN = { conforms: 'conforms', finding: 'finding', not_audited: 'left out' } as const;

function checklist({ lines }: AuditView): readonly DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: 'Checklist' },
    {
      kind: 'table',
      caption:
        'Made from the statement of applicability and the clauses; controls are those that answer a line.',
      header: ['Id', 'Requirement', 'Controls', 'Seen', 'Note', 'Evidence', 'Findings'],
      widths: [0.9, 3, 1.4, 1, 3.6, 1.2, 1.1],
      rows: lines.map(({ requirement, title, controls, said }) => [
        idOf(requirement),
        title,
        controls.map(({ code }) => code).join(', '),
        said ? SEEN[said.result] : 'not yet',
        said?.note ?? '',
        said?.evidence.join(', ') ?? '',
        said?.findings.join(', ') ?? '',
      ]),
    },
  ];
}

/** What was said and taken back before the report: an auditor who corrects themselves says so. */
function takenBack({ lines }: AuditView): readonly DocumentBlock[] {
  const rows = lines.flatMap(({ requirement, taken_back: back = [] }) =>
    back.map(({ on, result, note, until, by, because }) => [
      idOf(requirement),
      on,
      [SEEN[result], note].filter((each) => each !== '').join(': '),
      `${until}, ${by}`,
      because,
    ]),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: 'Taken back' },
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Said on', 'What was said', 'Taken back', 'Because'],
      widths: [0.9, 1.2, 4, 2, 4],
      rows,
    },
  ];
}

function idOf(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1);
}
