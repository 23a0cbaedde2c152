// Risks and the method as the API shows them: steps and levels counted from 1, as people count.
import {
  assessmentOf,
  riskMatrix,
  riskStanding,
  methodOfVersion,
  type Assessment,
  type Assessed,
  type PlainDate,
} from '@assay/core';
import type { MethodRecord, MethodsRecord, RiskRecord } from './risks.repository.ts';
import { levelName, lintText, registerSentence, riskSentence } from './risks.sentences.ts';
import { methodDocument } from './stored.ts';

export interface Asked {
  readonly method: MethodsRecord;
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

export function presentRisk(record: RiskRecord, { method: methods, today }: Asked) {
  const { risk } = record;
  const standing = riskStanding(risk, { ...methods, today });
  const newest = (of: Assessed) => {
    const found = assessmentOf(risk, of);
    return found ? presentAssessment(found, methods) : null;
  };
  const acceptances = risk.acceptances.map((each) => ({
    level: each.level + 1,
    name: levelName(methodOfVersion(methods, each.method), each.level),
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
    sentence: riskSentence(risk, standing),
    inherent: newest('inherent'),
    current: newest('current'),
    target: newest('target'),
    assessments: risk.assessments.map((each) => presentAssessment(each, methods)),
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

function presentAssessment(each: Assessment, methods: MethodsRecord) {
  return {
    of: each.of,
    likelihood: each.likelihood + 1,
    impact: each.impact + 1,
    level: each.level + 1,
    name: levelName(methodOfVersion(methods, each.method), each.level),
    justification: each.justification,
    on: each.on,
    method: each.method,
    by: each.by,
  };
}

export function presentMatrix(records: readonly RiskRecord[], { method: methods, today }: Asked) {
  const { method } = methods;
  const matrix = riskMatrix(
    methods,
    records.map(({ risk }) => risk),
  );
  const standings = records
    .map(({ risk }) => riskStanding(risk, { ...methods, today }))
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
    aims: matrix.aims.map(({ risk, from, to }) => ({ risk, from: place(from), to: place(to) })),
    placeless: [...matrix.placeless],
  };
}
