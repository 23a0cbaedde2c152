// What each option would give, cost and risk in this situation: the ground on which the decision compares them.
import type { AdviceOption, Credential, DayRange, Lead, Range } from '../plan/index.ts';

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
  /** Days of the first Type II period that it brings, and how many of them lie ahead; 0 where it brings none. */
  readonly windowDays: number;
  readonly windowAhead: number;
  /** Groundwork that is still to be done for it. */
  readonly groundwork: readonly Lead[];
  /** Chance that a Type II period has to be begun again, 0 to 1; 0 where the option has none. */
  readonly windowRisk: number;
  /** Share of the work that serves both frameworks, 0 to 1. */
  readonly reuse: number;
}
