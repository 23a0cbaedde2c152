// The statement, its versions and obligations as the API shows them.
import { reachOf, SOA_LINTS, statementCounts, statementSentence, type Line, type SoaLint } from '@assay/core';
import type { ObligationRecord } from './obligations.repository.ts';
import { tagOf, type Statement } from './soa.readmodel.ts';
import type { SoaVersion } from './versions.repository.ts';

/** What a version freezes, and what an answer shows: the same. */
export function presentFrozen({ framework, lines, lints }: Pick<Statement, 'framework' | 'lines' | 'lints'>) {
  return { framework, rows: lines.map(presentLine), lints: lints.map(presentLint) };
}

export function presentStatement(statement: Statement) {
  const { blocking, ...counts } = statementCounts(statement.lines, statement.lints);
  const frozen = presentFrozen(statement);
  return {
    ...frozen,
    sentence: statementSentence({ ...counts, blocking }),
    rows: frozen.rows.map((row) => ({ ...row, tag: tagOf(row.id, statement) })),
    counts,
    reach: reachOf(statement.lines).map((each) => ({ ...each })),
    blocking,
  };
}

/** One row as it is, or as it would be. */
export function presentRow(statement: Statement, id: string) {
  const line = statement.lines.find((each) => each.id === id);
  return {
    row: line ? presentLine(line) : null,
    tag: tagOf(id, statement),
    lints: statement.lints.filter(({ row }) => row === id).map(presentLint),
  };
}

function presentLine(line: Line) {
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

function presentLint(lint: SoaLint) {
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
