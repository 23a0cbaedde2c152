// Posture as the API shows it: three numbers with denominators and reasons, then every requirement.
import {
  scopeSentence,
  type FrameworkPosture,
  type PlainDate,
  type RequirementPosture,
  type Stage,
} from '@assay/core';
import type { ScopeHeld } from '../isms/isms.module.ts';
import { presentChange } from './systems.presenter.ts';
import { postureSentence, requirementSentence } from './controls.sentences.ts';

/** A framework's posture with the scope that it speaks of: the approved one in force on that day. */
export function presentFramework(
  posture: FrameworkPosture,
  names: ReadonlyMap<string, string>,
  { held, today }: { readonly held: ScopeHeld | undefined; readonly today: PlainDate },
) {
  return {
    framework: posture.framework.id,
    title: posture.framework.title,
    view: posture.framework.view,
    sentence: postureSentence(posture, today),
    scope: held
      ? {
          record: held.record,
          version: held.revision,
          from: held.scope.from,
          statement: held.scope.statement,
          systems: (posture.scope?.systems ?? []).map(({ system, since, waits }) => ({
            system,
            since: since ?? null,
            waits: [...waits],
          })),
          change: posture.scope?.change ? presentChange(posture.scope.change) : null,
          said: scopeSentence(posture.scope, today),
        }
      : null,
    decided: presentStage(posture.decided),
    in_place: presentStage(posture.inPlace),
    proved: presentStage(posture.proved),
    requirements: posture.requirements.map((each) => presentRequirement(each, names)),
  };
}

function presentRequirement(each: RequirementPosture, names: ReadonlyMap<string, string>) {
  const { requirement, decision } = each;
  return {
    ref: requirement.ref,
    id: requirement.id,
    title: requirement.title,
    group: requirement.group,
    kind: requirement.kind,
    decided: each.decided,
    applies: each.applies,
    in_place: each.inPlace,
    proved: each.proved,
    state: each.state,
    reason: requirementSentence(each),
    decision: decision === undefined ? null : decision.applies ? decision.because : decision.why,
    controls: each.answers.map((answer) => ({
      code: answer.control,
      name: names.get(answer.control) ?? answer.control,
      strength: answer.strength,
      adopted: answer.adopted,
      implemented: answer.implemented,
      state: answer.state,
      lacking: [...answer.lacking],
    })),
  };
}

function presentStage(stage: Stage) {
  return {
    numerator: stage.numerator,
    denominator: stage.denominator,
    excluded: stage.excluded,
    reasons: stage.reasons.map((reason) => ({ ...reason })),
  };
}
