// The matrix: which risks stand in which cell, and where each came from.
import { levelOf, type RiskMethod } from '../method.ts';
import { assessmentOf, standingAssessment, type Assessment, type Risk } from './risk.ts';

export interface MatrixCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly level: number;
  /** Codes of the risks that stand there now. */
  readonly risks: readonly string[];
}

/** From the inherent to the current assessment; none where they are the same, or one is missing. */
export interface MatrixMove {
  readonly risk: string;
  readonly from: { readonly likelihood: number; readonly impact: number };
  readonly to: { readonly likelihood: number; readonly impact: number };
}

export interface RiskMatrix {
  /** Rows from the highest likelihood to the lowest, as matrices are drawn. */
  readonly rows: readonly (readonly MatrixCell[])[];
  readonly moves: readonly MatrixMove[];
  /** Risks without a place: not assessed, or assessed by scales of another shape. */
  readonly placeless: readonly string[];
}

export function riskMatrix(method: RiskMethod, risks: readonly Risk[]): RiskMatrix {
  const levelAt = (likelihood: number, impact: number): number => {
    const level = levelOf(method, { likelihood, impact });
    return level.ok ? level.value : 0;
  };
  const open = risks.filter(({ closed }) => closed === undefined);
  const fits = (at: Assessment | undefined): at is Assessment =>
    at !== undefined && at.likelihood < method.likelihood.length && at.impact < method.impact.length;
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
  const moves = open.flatMap((risk): readonly MatrixMove[] => {
    const from = assessmentOf(risk, 'inherent');
    const to = assessmentOf(risk, 'current');
    if (!fits(from) || !fits(to) || (from.likelihood === to.likelihood && from.impact === to.impact))
      return [];
    return [
      {
        risk: risk.code,
        from: { likelihood: from.likelihood, impact: from.impact },
        to: { likelihood: to.likelihood, impact: to.impact },
      },
    ];
  });
  return { rows, moves, placeless: standing.filter(({ now }) => !fits(now)).map(({ risk }) => risk.code) };
}
