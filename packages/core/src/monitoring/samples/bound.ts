// How bad the population may be, after so many deviations in a sample: one-sided upper bounds.
import { binomialCdf, exceeds, hypergeometricCdf } from './distributions.ts';

/**
 * Clopper-Pearson: the highest rate at which `deviations` or fewer among `tested` still have a probability above
 * 1 - confidence. 1 of 25 at 95 % gives 0.176. Nothing tested bounds nothing: 1. Relative error below 1e-9.
 */
export function upperRate(deviations: number, tested: number, confidence: number): number {
  if (tested === 0 || deviations >= tested) return 1;
  const risk = 1 - confidence / 100;
  if (deviations === 0) return -Math.expm1(Math.log(risk) / tested);
  let [low, high] = [deviations / tested, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (binomialCdf(deviations, tested, middle) > risk) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The same for a population of which every row is counted: the largest number of deviating rows at which `deviations`
 * or fewer among `tested` (drawn without replacement) still have a probability above 1 - confidence.
 */
export function upperCount(
  of: { readonly deviations: number; readonly tested: number; readonly population: number },
  confidence: number,
): number {
  const { deviations, tested, population } = of;
  const risk = 1 - confidence / 100;
  // What was tested and held is known not to deviate.
  let [low, high] = [deviations, population - (tested - deviations) + 1];
  while (high - low > 1) {
    const marked = Math.floor((low + high) / 2);
    if (exceeds(hypergeometricCdf(deviations, tested, { size: population, marked }), risk)) low = marked;
    else high = marked;
  }
  return low;
}
