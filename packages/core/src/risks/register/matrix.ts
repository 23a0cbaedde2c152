// The matrix: which risks stand in which cell, and where each came from.
import { measuresAlike, type Methods } from '../measure.ts';
import { levelOf } from '../method.ts';
import { assessmentOf, standingAssessment, type Assessment, type Risk } from './risk.ts';

export interface MatrixCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly level: number;
  /** Codes of the risks that stand there now. */
  readonly risks: readonly string[];
}

/** From one assessment to another; none where they are the same, or one is missing. */
export interface MatrixMove {
  readonly risk: string;
  readonly from: { readonly likelihood: number; readonly impact: number };
  readonly to: { readonly likelihood: number; readonly impact: number };
}

export interface RiskMatrix {
  /** Rows from the highest likelihood to the lowest, as matrices are drawn. */
  readonly rows: readonly (readonly MatrixCell[])[];
  /** From the inherent to the current assessment: what was done so far. */
  readonly moves: readonly MatrixMove[];
  /** From where each stands to its target: what is still to be done. */
  readonly aims: readonly MatrixMove[];
  /** Risks without a place: not assessed, or assessed by a version of the method that measured otherwise. */
  readonly placeless: readonly string[];
}

export function riskMatrix(methods: Methods, risks: readonly Risk[]): RiskMatrix {
  const { method, revision } = methods;
  const levelAt = (likelihood: number, impact: number): number => {
    const level = levelOf(method, { likelihood, impact });
    return level.ok ? level.value : 0;
  };
  const open = risks.filter(({ closed }) => closed === undefined);
  const fits = (at: Assessment | undefined): at is Assessment =>
    at !== undefined && measuresAlike(methods, at.method, revision);
  const standing = open.map((risk) => ({ risk, now: standingAssessment(risk) }));
  const rows = method.likelihood
    .map((_, likelihood) =>
      method.impact.map((__, impact) => ({
        likelihood,
        impact,
        level: levelAt(likelihood, impact),
        risks: standing
          .filter(({ now }) => fits(now) && now.likelihood === likelihood && now.impact === impact)
          .map(({ risk }) => risk.code),
      })),
    )
    .toReversed();
  const moves = (pick: (risk: Risk) => readonly [Assessment | undefined, Assessment | undefined]) =>
    open.flatMap((risk): readonly MatrixMove[] => {
      const [from, to] = pick(risk);
      if (!fits(from) || !fits(to) || (from.likelihood === to.likelihood && from.impact === to.impact))
        return [];
      return [{ risk: risk.code, from: placeOf(from), to: placeOf(to) }];
    });
  return {
    rows,
    moves: moves((risk) => [assessmentOf(risk, 'inherent'), assessmentOf(risk, 'current')]),
    aims: moves((risk) => [standingAssessment(risk), assessmentOf(risk, 'target')]),
    placeless: standing.filter(({ now }) => !fits(now)).map(({ risk }) => risk.code),
  };
}

function placeOf({ likelihood, impact }: Assessment) {
  return { likelihood, impact };
}
