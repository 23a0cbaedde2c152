// The answer as a whole: what is advised, why, what speaks against it, what would change it and how sure it is.
import { err, ok, type Result } from '../kernel/index.ts';
import type { AdviceOption } from '../plan/index.ts';
import { checkSituation, type AdviceFault } from './check.ts';
import { confidenceOf, type Confidence } from './confidence.ts';
import { counterOf, type Counter } from './counter.ts';
import { WEIGHTS, type Weights } from './criteria.ts';
import { decide, type Decision } from './decide.ts';
import { ordered } from './describe.ts';
import type { OptionFacts } from './facts.ts';
import { flipsOf, type Flip } from './flips/flip.ts';
import { headline } from './headline.ts';
import { reasonsOf, type AdviceReason } from './reasons.ts';
import type { Described, Situation } from './situation.ts';

/** What the options give in a situation; the same situation gives the same facts. */
export type FactsFor = (situation: Situation) => Result<readonly OptionFacts[], readonly AdviceFault[]>;

export interface Advice {
  readonly described: Described;
  readonly weights: Weights;
  readonly decision: Decision;
  readonly recommended: AdviceOption;
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly reasons: readonly AdviceReason[];
  readonly counter: Counter | undefined;
  /** The smallest changes that would change the advice, nearest first. */
  readonly flips: readonly Flip[];
  readonly confidence: Confidence;
}

export function advise(
  asGiven: Described,
  factsFor: FactsFor,
  weights: Weights = WEIGHTS,
): Result<Advice, readonly AdviceFault[]> {
  const checked = checkSituation(asGiven.situation);
  if (!checked.ok) return checked;
  const described = { ...asGiven, situation: ordered(asGiven.situation) };
  const found = factsFor(described.situation);
  if (!found.ok) return err(found.error);
  const decision = decide(described.situation, found.value, weights);
  const advised = (situation: Situation): AdviceOption | undefined => {
    const facts = factsFor(situation);
    return facts.ok ? decide(situation, facts.value, weights).recommended : undefined;
  };
  return ok({
    described,
    weights,
    decision,
    recommended: decision.recommended,
    sentence: headline(decision, described.situation),
    reasons: reasonsOf(decision, described),
    counter: counterOf(decision, described.situation),
    flips: flipsOf(described.situation, decision, advised),
    confidence: confidenceOf(described, decision, advised),
  });
}
