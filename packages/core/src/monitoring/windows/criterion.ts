// What the controls of a criterion say together. A status of operation, never an auditor's opinion.
import type { ControlCode } from '../../kernel/index.ts';
import type { Standing } from './evaluate.ts';

/** met: all key controls clear. met_with_exceptions: each weak one is compensated. See `criterionStatus`. */
export type CriterionStatus = 'met' | 'met_with_exceptions' | 'at_risk' | 'unmet';

/** A key control of a criterion, how it stands, and which controls would make up for it. */
export interface KeyControl {
  readonly control: ControlCode;
  readonly standing: Standing;
  readonly compensatedBy: readonly { readonly control: ControlCode; readonly standing: Standing }[];
}

export interface CriterionResult {
  readonly status: CriterionStatus;
  /** Controls that decide the status, worst first in the order given. */
  readonly because: readonly ControlCode[];
  /** Weak control -> the clear control that makes up for it. */
  readonly compensated: readonly { readonly control: ControlCode; readonly by: ControlCode }[];
}

/** Worst of a key control by its standing; unknown is never a pass, and nothing due is not operation. */
const WEAKNESS: Readonly<Record<Standing, CriterionStatus>> = {
  clear: 'met',
  excluded: 'at_risk',
  not_due: 'at_risk',
  no_occurrence: 'at_risk',
  unknown: 'at_risk',
  exceptions: 'at_risk',
  failed: 'unmet',
};

const WORSE: Readonly<Record<CriterionStatus, number>> = {
  met: 0,
  met_with_exceptions: 1,
  at_risk: 2,
  unmet: 3,
};

/** Worst of the key controls; a clear compensating control turns a weakness into an exception. */
export function criterionStatus(controls: readonly KeyControl[]): CriterionResult {
  if (controls.length === 0) return { status: 'unmet', because: [], compensated: [] };
  const judged = controls.map((key) => {
    const by = key.compensatedBy.find(({ standing }) => standing === 'clear')?.control;
    const alone = WEAKNESS[key.standing];
    const status: CriterionStatus = alone !== 'met' && by !== undefined ? 'met_with_exceptions' : alone;
    return { control: key.control, by, status, weak: alone !== 'met' };
  });
  const status = judged.reduce<CriterionStatus>(
    (worst, each) => (WORSE[each.status] > WORSE[worst] ? each.status : worst),
    'met',
  );
  return {
    status,
    because:
      status === 'met' ? [] : judged.filter((each) => each.status === status).map((each) => each.control),
    compensated: judged.flatMap(({ control, by, weak }) =>
      weak && by !== undefined ? [{ control, by }] : [],
    ),
  };
}
