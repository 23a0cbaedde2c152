// What the controls of a criterion say together. A status of operation, never an auditor's opinion (1.5, 1.13).
import type { ControlCode } from '../../kernel/index.ts';
import type { Standing } from './standing.ts';

/** A criterion with its key controls, and for each the controls that would make up for it. */
export interface CriterionControls {
  readonly criterion: string;
  readonly keyControls: readonly {
    readonly control: ControlCode;
    readonly compensatedBy: readonly ControlCode[];
  }[];
}

/** Best first. met_with_exceptions: every weak key control is compensated. */
export const CRITERION_STATUSES = ['met', 'met_with_exceptions', 'at_risk', 'unmet'] as const;
export type CriterionStatus = (typeof CRITERION_STATUSES)[number];

export interface CriterionResult {
  readonly criterion: string;
  readonly status: CriterionStatus;
  /** Key controls that decide the status, in the order given; none when all are clear. */
  readonly because: readonly ControlCode[];
  /** Weak control and the clear control that makes up for it. */
  readonly compensated: readonly { readonly control: ControlCode; readonly by: ControlCode }[];
}

/** What a key control alone makes of its criterion: unknown is never a pass, and nothing due is no operation. */
const ALONE: Readonly<Record<Standing, CriterionStatus>> = {
  clear: 'met',
  excluded: 'at_risk',
  not_due: 'at_risk',
  no_occurrence: 'at_risk',
  unknown: 'at_risk',
  exceptions: 'at_risk',
  failed: 'unmet',
};

/** Worst of the key controls; a clear compensating control turns a weakness into an exception. */
export function criterionResult(
  { criterion, keyControls }: CriterionControls,
  standings: ReadonlyMap<ControlCode, Standing>,
): CriterionResult {
  const judged = keyControls.map(({ control, compensatedBy }) => {
    const alone = ALONE[standings.get(control) ?? 'unknown'];
    const by = alone === 'met' ? undefined : compensatedBy.find((code) => standings.get(code) === 'clear');
    const status: CriterionStatus = by === undefined ? alone : 'met_with_exceptions';
    return { control, by, status };
  });
  const rank = (status: CriterionStatus): number => CRITERION_STATUSES.indexOf(status);
  // A criterion without a key control is a gap.
  const status = judged.reduce<CriterionStatus>(
    (worst, each) => (rank(each.status) > rank(worst) ? each.status : worst),
    judged.length === 0 ? 'unmet' : 'met',
  );
  return {
    criterion,
    status,
    because:
      status === 'met' ? [] : judged.filter((each) => each.status === status).map(({ control }) => control),
    compensated: judged.flatMap(({ control, by }) => (by === undefined ? [] : [{ control, by }])),
  };
}
