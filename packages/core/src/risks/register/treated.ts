// What the statement of applicability asks of the register: each risk with its treatment.
import type { ControlCode } from '../../kernel/index.ts';
import { riskStanding, type StandingAsked } from './standing.ts';
import type { Risk, TreatmentOption } from './risk.ts';

export interface RiskTreated {
  readonly code: string;
  readonly title: string;
  readonly level: number | undefined;
  readonly acceptable: boolean;
  readonly option: TreatmentOption | undefined;
  readonly controls: readonly ControlCode[];
  readonly accepted: boolean;
}

/** All risks that are not closed. */
export function risksTreated(risks: readonly Risk[], asked: StandingAsked): readonly RiskTreated[] {
  return risks
    .filter(({ closed }) => closed === undefined)
    .map((risk) => {
      const { level, acceptable, state } = riskStanding(risk, asked);
      return {
        code: risk.code,
        title: risk.title,
        level,
        acceptable,
        option: risk.treatment?.option,
        controls: risk.treatment?.controls ?? [],
        accepted: state === 'accepted',
      };
    });
}
