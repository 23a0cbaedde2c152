// What is said of losses as the API shows it.
import { lossModelSaid } from '@assay/contract';
import type { EstimatedModel, LossAnswer } from '@assay/core';
import type { Losses } from './losses.readmodel.ts';
import type { LossRecord } from './losses.repository.ts';

export function presentLosses({ tolerance, risks, controls }: Losses) {
  const { currency, line, justification } = tolerance.said;
  return {
    currency,
    tolerance: { line: line ?? null, justification, ...versionOf(tolerance.record) },
    risks: risks.map(({ risk, estimate: { said, record } }) => ({
      code: risk.code,
      title: risk.title,
      option: risk.treatment?.option ?? null,
      controls: [...(risk.treatment?.controls ?? [])],
      inherent: halfOf(said.inherent),
      residual: halfOf(said.residual),
      ...versionOf(record),
    })),
    controls: controls.map(({ control, cost: { said, record } }) => ({
      control: control.code,
      name: control.name,
      cost: said.cost ?? null,
      note: said.note,
      ...versionOf(record),
    })),
  };
}

export function presentAnswer({ scenarios, curve, controls, ...rest }: LossAnswer) {
  return {
    ...rest,
    scenarios: [...scenarios],
    curve: [...curve],
    controls: controls.map((each) => ({ ...each, risks: [...each.risks], together: [...each.together] })),
  };
}

function halfOf(model: EstimatedModel | undefined) {
  if (!model) return null;
  const { justification, on, by } = model;
  return { ...lossModelSaid(model), justification, on, by };
}

function versionOf(record: LossRecord | undefined) {
  return {
    revision: record?.revision ?? 0,
    changed_by: record?.by ?? null,
    changed_at: record?.since ?? null,
  };
}
