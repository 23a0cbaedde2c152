// What there is to audit: clauses and applicable controls of the ISO frameworks, the controls of the set that answer
// them, and who owns each.
import type { OwnedControl, Requirement, RequirementRef } from '@assay/core';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import type { Work } from './work.ts';

export interface Auditable {
  readonly known: Knowledge;
  /** Every clause with something to ask, and every control that applies. */
  readonly asked: readonly Requirement[];
  readonly controls: readonly OwnedControl[];
}

export async function auditable({ tx, scope, catalogue, now }: Work): Promise<Auditable> {
  const known = await knowledge(tx, scope, { catalogue, now });
  const answers = new Map<string, RequirementRef[]>();
  for (const { control, to } of known.mappings) answers.set(control, [...(answers.get(control) ?? []), to]);
  return {
    known,
    asked: known.posture.frameworks
      .filter(({ framework }) => framework.view === 'iso')
      .flatMap(({ requirements }) => requirements)
      .filter(({ applies }) => applies)
      .map(({ requirement }) => requirement)
      .filter(({ leaf }) => leaf),
    controls: known.controls.map(({ code }) => {
      const state = known.states.get(code);
      return {
        code,
        owner: state?.state === 'adopted' ? state.owner : undefined,
        answers: answers.get(code) ?? [],
      };
    }),
  };
}
