// Whether what was said by one version of the method compares with what is said by another.
import type { RiskMethod } from './method.ts';

/** The method in force, its version, and the versions before it. */
export interface Methods {
  readonly method: RiskMethod;
  readonly revision: number;
  readonly earlier?: ReadonlyMap<number, RiskMethod> | undefined;
}

/** The method of a version; undefined where nobody kept it. */
export function methodOfVersion(
  { method, revision, earlier }: Methods,
  asked: number,
): RiskMethod | undefined {
  return asked === revision ? method : earlier?.get(asked);
}

/**
 * Two versions measure alike when their scales, levels and combination are the same to the letter: a step that means
 * something else is another step. Who may accept and what is acceptable are judgements, not the measure.
 */
export function measuresAlike(methods: Methods, one: number, other: number): boolean {
  if (one === other) return true;
  const [a, b] = [methodOfVersion(methods, one), methodOfVersion(methods, other)];
  return a !== undefined && b !== undefined && measureOf(a) === measureOf(b);
}

function measureOf({ likelihood, impact, levels, combination }: RiskMethod): string {
  const scale = (steps: RiskMethod['levels']): readonly (readonly [string, string])[] =>
    steps.map(({ name, meaning }) => [name, meaning]);
  return JSON.stringify([
    scale(likelihood),
    scale(impact),
    scale(levels),
    combination.kind === 'grid' ? combination.levels : ['product', ...combination.upTo],
  ]);
}
