// The statement, its versions and obligations as the API shows them.
import { blockingLints, SOA_LINTS, type Line, type SoaLint } from '@assay/core';
import type { ObligationRecord } from './obligations.repository.ts';
import type { Statement } from './soa.readmodel.ts';
import type { SoaVersion } from './versions.repository.ts';

/** What a version freezes, and what an answer shows: the same. */
export function presentFrozen({ framework, lines, lints }: Pick<Statement, 'framework' | 'lines' | 'lints'>) {
  return { framework, rows: lines.map(presentLine), lints: lints.map(presentLint) };
}

export function presentStatement(statement: Statement) {
  const count = (decision: Line['decision']): number =>
    statement.lines.filter((line) => line.decision === decision).length;
  return {
    ...presentFrozen(statement),
    counts: {
      in: count('in'),
      out: count('out'),
      undecided: count('undecided'),
      rows: statement.lines.length,
    },
    blocking: blockingLints(statement.lints).length,
  };
}

export function presentLine(line: Line) {
  return {
    ...line,
    reasons: line.reasons.map((reason) => ({ ...reason })),
    custom: { ...line.custom },
    controls: [...line.controls],
    risks: [...line.risks],
    evidence: [...line.evidence],
    trace: line.trace.map((step) => ({
      ...step,
      treatment: step.treatment ?? null,
      evidence: [...step.evidence],
    })),
  };
}

export function presentLint(lint: SoaLint) {
  return { ...lint, ...SOA_LINTS[lint.code] };
}

export function presentVersion(version: SoaVersion) {
  return {
    id: version.id,
    framework: version.framework,
    rows: version.rows,
    digest: version.digest,
    approver: version.approver,
    role: version.role,
    note: version.note,
    approved_at: version.approvedAt,
    recorded_by: version.recordedBy,
    entry: version.entry,
  };
}

export function presentObligation(of: ObligationRecord, lines: readonly Line[]) {
  return {
    id: of.code,
    kind: of.kind,
    title: of.title,
    clause: of.clause,
    demand: of.demand,
    owner: of.owner ?? null,
    ended_on: of.endedOn ?? null,
    rows: lines.filter(({ reasons }) => reasons.some(({ ref }) => ref === of.code)).map(({ id }) => id),
    revision: of.revision,
  };
}
