// Risks and the method as the API shows them: steps and levels counted from 1, as people count.
import {
  assessmentOf,
  riskMatrix,
  riskStanding,
  type Assessment,
  type Assessed,
  type PlainDate,
  type RiskMethod,
} from '@assay/core';
import type { MethodRecord, RiskRecord } from './risks.repository.ts';
import { levelName, lintText, registerSentence, riskSentence } from './risks.sentences.ts';
import { methodDocument } from './stored.ts';

export interface Asked {
  readonly method: MethodRecord;
  readonly today: PlainDate;
}

export function presentMethod(record: MethodRecord) {
  const { acceptable, authority, combination, ...rest } = methodDocument(record);
  return {
    ...rest,
    combination:
      combination.kind === 'grid'
        ? { kind: combination.kind, levels: combination.levels.map((row) => row.map((level) => level + 1)) }
        : combination,
    acceptable: acceptable + 1,
    authority: authority.map(({ role, up_to }) => ({ role, up_to: up_to + 1 })),
    revision: record.revision,
    changed_by: record.by ?? null,
    changed_at: record.since ?? null,
  };
}

export function presentRisk(record: RiskRecord, { method: { method, revision }, today }: Asked) {
  const { risk } = record;
  const standing = riskStanding(risk, { method, revision, today });
  const newest = (of: Assessed) => {
    const found = assessmentOf(risk, of);
    return found ? presentAssessment(found, method) : null;
  };
  const acceptances = risk.acceptances.map((each) => ({
    level: each.level + 1,
    name: levelName(method, each.level),
    method: each.method,
    by: each.by,
    role: each.role,
    reason: each.reason,
    conditions: each.conditions,
    on: each.on,
    until: each.until,
    recorded_by: each.recordedBy,
  }));
  const { treatment } = risk;
  return {
    code: risk.code,
    title: risk.title,
    scenario: { ...risk.scenario },
    properties: [...risk.properties],
    category: risk.category,
    owner: risk.owner ?? null,
    custom: { ...risk.custom },
    state: standing.state,
    sentence: riskSentence(risk, standing, method),
    inherent: newest('inherent'),
    current: newest('current'),
    target: newest('target'),
    assessments: risk.assessments.map((each) => presentAssessment(each, method)),
    treatment: treatment
      ? {
          option: treatment.option,
          plan: treatment.plan,
          controls: [...treatment.controls],
          owner: treatment.owner ?? null,
          due: treatment.due ?? null,
          decided_on: treatment.decidedOn,
          by: treatment.by,
        }
      : null,
    acceptance:
      standing.acceptance === undefined
        ? null
        : (acceptances[risk.acceptances.indexOf(standing.acceptance)] ?? null),
    acceptances,
    reviews: risk.reviews.map((each) => ({ ...each })),
    review_due: standing.reviewDue ?? null,
    lints: standing.lints.map((lint) => ({ code: lint.code, day: lint.day ?? null, ...lintText(lint) })),
    closed: risk.closed ? { ...risk.closed } : null,
    revision: record.revision,
    changed_by: record.by,
    changed_at: record.since,
  };
}

function presentAssessment(each: Assessment, method: RiskMethod) {
  return {
    of: each.of,
    likelihood: each.likelihood + 1,
    impact: each.impact + 1,
    level: each.level + 1,
    name: levelName(method, each.level),
    justification: each.justification,
    on: each.on,
    method: each.method,
    by: each.by,
  };
}

export function presentMatrix(
  records: readonly RiskRecord[],
  { method: { method, revision }, today }: Asked,
) {
  const matrix = riskMatrix(
    method,
    records.map(({ risk }) => risk),
  );
  const standings = records
    .map(({ risk }) => riskStanding(risk, { method, revision, today }))
    .filter(({ state }) => state !== 'closed');
  const above = standings.filter(({ level, acceptable }) => level !== undefined && !acceptable);
  const place = (at: { readonly likelihood: number; readonly impact: number }) => ({
    likelihood: at.likelihood + 1,
    impact: at.impact + 1,
  });
  return {
    sentence: registerSentence({
      all: standings.length,
      above: above.length,
      open: above.filter(({ state }) => state === 'open').length,
      lints: standings.reduce((sum, { lints }) => sum + lints.length, 0),
    }),
    rows: matrix.rows.map((row) =>
      row.map((cell) => ({
        ...place(cell),
        level: cell.level + 1,
        name: levelName(method, cell.level),
        risks: [...cell.risks],
      })),
    ),
    moves: matrix.moves.map(({ risk, from, to }) => ({ risk, from: place(from), to: place(to) })),
    placeless: [...matrix.placeless],
  };
}
