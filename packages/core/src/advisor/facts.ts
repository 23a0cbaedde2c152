// What each option would give, cost and risk in this situation: the ground on which the decision compares them.
import type { AdviceOption, Credential, DayRange } from '../plan/index.ts';

/** A number that nobody knows: what one, five and nine of ten courses stay below. */
export interface Range {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface OptionFacts {
  readonly option: AdviceOption;
  /** When each credential is in hand, in the order in which they come. */
  readonly credentials: readonly { readonly credential: Credential; readonly ready: DayRange }[];
  /** Money of the first twelve months and of three years, whole units of the situation's currency; work of own people included. */
  readonly firstYear: Range;
  readonly threeYears: Range;
  /** Of the first year what leaves the company: a budget is compared with it, since own people are paid anyway. */
  readonly spentFirstYear: Range;
  /** Work of own people until the last credential, person-days. */
  readonly personDays: Range;
  /** Chance that a Type II period has to be begun again, 0 to 1; 0 where the option has none. */
  readonly windowRisk: number;
  /** Share of the work that serves both frameworks, 0 to 1. */
  readonly reuse: number;
}
