// Which controls a criterion stands or falls with, and which make up for a weak one.
import type { RequirementRef } from '../frameworks/index.ts';
import { groupBy, type ControlCode } from '../kernel/index.ts';
import type { CriterionControls } from '../monitoring/index.ts';
import type { Mapping } from './control.ts';

/** What is asked: mappings, the criteria in scope, and who runs today for a control (a successor, or nobody). */
export interface KeyQuestion {
  readonly mappings: readonly Mapping[];
  readonly criteria: readonly RequirementRef[];
  readonly runsFor: (control: ControlCode) => ControlCode | undefined;
}

/**
 * Key are the controls in force that answer a criterion in full or in part: a part is needed, with others. A
 * supporting one never decides. A control that answers it in full makes up for any other that is weak.
 */
export function keyControls({ mappings, criteria, runsFor }: KeyQuestion): readonly CriterionControls[] {
  const byCriterion = groupBy(mappings, (mapping) => mapping.to);
  return criteria.map((criterion) => {
    const answers = (byCriterion.get(criterion) ?? []).flatMap((mapping) => {
      const control = runsFor(mapping.control);
      return control === undefined || mapping.strength === 'supporting'
        ? []
        : [{ control, full: mapping.strength === 'full' }];
    });
    const full = once(answers.filter((answer) => answer.full));
    return {
      criterion,
      keyControls: once(answers).map((control) => ({
        control,
        compensatedBy: full.filter((other) => other !== control),
      })),
    };
  });
}

function once(answers: readonly { readonly control: ControlCode }[]): readonly ControlCode[] {
  return [...new Set(answers.map(({ control }) => control))];
}
