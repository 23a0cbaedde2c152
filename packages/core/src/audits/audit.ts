// Internal audit (ISO/IEC 27001 9.2): a programme over three years, audits with criteria, scope and an auditor who is not
// the owner of what is audited, a checklist with a line for each requirement, a report. Fields are named as the ledger
// and the API name them.
import { addDays, dateOfDay, dayOfDate, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { addMonths } from '../monitoring/index.ts';

/** Years in which every clause and applicable control is audited once at least: those of a certificate. */
export const PROGRAMME_YEARS = 3;

/** What 9.2.2 wants said of the programme. */
export type AuditProgramme = {
  readonly begins: PlainDate;
  readonly frequency: string;
  readonly methods: string;
  readonly responsibilities: string;
  readonly reporting: string;
};

export const LINE_RESULTS = ['conforms', 'finding', 'not_audited'] as const;
export type LineResult = (typeof LINE_RESULTS)[number];

export type LineSaid = {
  readonly result: LineResult;
  readonly note: string;
  readonly evidence: readonly string[];
  /** Findings that came of it. */
  readonly findings: readonly string[];
  readonly on: PlainDate;
};

/** What was said of a line and no longer stands, with the reason, who gave it and when. */
export type TakenBack = LineSaid & {
  readonly because: string;
  readonly by: string;
  readonly until: PlainDate;
};

/** What was seen of one requirement; until somebody looked, nothing is said. */
export type AuditLine = {
  readonly requirement: RequirementRef;
  readonly said: LineSaid | null;
  /** The oldest first; absent where nothing was ever taken back. */
  readonly taken_back?: readonly TakenBack[];
};

export type AuditReport = {
  readonly summary: string;
  /** Management that it went to (9.2.2 c). */
  readonly to: string;
  readonly on: PlainDate;
};

export type Audit = {
  readonly title: string;
  readonly from: PlainDate;
  /** Last day of the audit. */
  readonly to: PlainDate;
  /** What it is held against, beside the requirements of its scope: policies, contracts. */
  readonly criteria: string;
  readonly auditor: string;
  readonly lines: readonly AuditLine[];
  readonly report: AuditReport | null;
};

export type NamedAudit = { readonly id: string; readonly audit: Audit };

export const AUDIT_STATES = ['planned', 'under_way', 'reported'] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

/** How far an audit is: read from its record. */
export function auditState(audit: Audit): AuditState {
  if (audit.report) return 'reported';
  return audit.lines.some(({ said }) => said !== null) ? 'under_way' : 'planned';
}

/** How far a checklist is, each number once. */
export interface LineCounts {
  readonly lines: number;
  /** Lines that say something; the others wait. */
  readonly said: number;
  readonly conforms: number;
  readonly finding: number;
  readonly not_audited: number;
}

export function lineCounts({ lines }: Pick<Audit, 'lines'>): LineCounts {
  const count = (result: LineResult): number => lines.filter(({ said }) => said?.result === result).length;
  return {
    lines: lines.length,
    said: lines.filter(({ said }) => said !== null).length,
    conforms: count('conforms'),
    finding: count('finding'),
    not_audited: count('not_audited'),
  };
}

/** Whether its last day is past and no report is there. */
export function auditOverdue(audit: Audit, today: PlainDate): boolean {
  return audit.report === null && audit.to < today;
}

/** Last day of a programme. */
export function programmeEnds({ begins }: AuditProgramme): PlainDate {
  return addDays(dateOfDay(addMonths(dayOfDate(begins), 12 * PROGRAMME_YEARS)), -1);
}

/** A control, who owns it, and which requirements it answers. */
export interface OwnedControl {
  readonly code: ControlCode;
  readonly owner: string | undefined;
  readonly answers: readonly RequirementRef[];
}

/** Controls within a scope that the auditor owns: nobody audits their own work (9.2.2 b). */
export function ownWork(
  auditor: string,
  scope: readonly RequirementRef[],
  controls: readonly OwnedControl[],
): readonly ControlCode[] {
  const wanted = new Set(scope);
  return controls
    .filter(
      ({ owner, answers }) =>
        owner !== undefined && sameName(owner, auditor) && answers.some((ref) => wanted.has(ref)),
    )
    .map(({ code }) => code);
}

/** Names are texts: case and spaces make no other person. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}
