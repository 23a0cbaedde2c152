// The chance that a Type II period is begun again.
import type { OptionFacts } from './facts.ts';
import type { Situation } from './situation.ts';

/**
 * That a Type II period has to be begun again, because a control was found not to have run in it. Assumptions, until an
 * organisation has periods of its own to count: a Type I finds what is not designed; who has run longer finds less.
 */
export const WINDOW_RISK = { directly: 0.25, afterType1: 0.15, least: 0.05, provenDays: 180 } as const;

/** A Type I that is held has found what is not designed as well as one on the way. */
export function windowRisk(
  credentials: OptionFacts['credentials'],
  { existing }: Pick<Situation, 'existing'>,
): number {
  const brings = credentials.map(({ credential }) => credential);
  if (!brings.includes('soc2_type2')) return 0;
  const designed = [...brings, ...existing.held].includes('soc2_type1');
  const start = designed ? WINDOW_RISK.afterType1 : WINDOW_RISK.directly;
  const left = Math.max(0, 1 - existing.evidenceDays / WINDOW_RISK.provenDays);
  return WINDOW_RISK.least + (start - WINDOW_RISK.least) * left;
}
