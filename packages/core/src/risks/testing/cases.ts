// The parts of a risk vector as core says them.
import type { Fields } from '../../kernel/testing/fields.ts';
import type { Combination, EventRate, RiskMethod } from '../index.ts';

export function numbers(given: Fields, key: string): readonly number[] {
  return numberList(given.value(key), key);
}

export function texts(given: Fields, key: string): readonly string[] {
  const value = given.value(key);
  if (!Array.isArray(value)) throw new Error(`no list: ${key}`);
  return value.map(String);
}

export function shareIn(given: Fields): { readonly loss: number; readonly share: number } {
  return { loss: given.number('loss'), share: given.number('share') };
}

export function rateIn(given: Fields): EventRate {
  return given.text('kind') === 'bernoulli'
    ? { kind: 'bernoulli', probability: given.number('probability') }
    : { kind: 'poisson', perYear: given.number('per_year') };
}

export function combinationIn(given: Fields): Combination {
  if (given.text('kind') === 'product') return { kind: 'product', upTo: numbers(given, 'up_to') };
  const rows = given.value('levels');
  if (!Array.isArray(rows)) throw new Error('no list: levels');
  return { kind: 'grid', levels: rows.map((row) => numberList(row, 'levels')) };
}

/** A method with unnamed steps; a grid brings its own size. */
export function methodOf(combination: Combination, size: number): RiskMethod {
  const steps = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `step ${i}`, meaning: 'as it is' }));
  const side = combination.kind === 'grid' ? combination.levels.length : size;
  const levels = combination.kind === 'grid' ? 5 : combination.upTo.length + 1;
  return {
    likelihood: steps(side),
    impact: steps(side),
    levels: steps(levels),
    combination,
    acceptable: 1,
    authority: [],
  };
}

function numberList(value: unknown, key: string): readonly number[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${key}`);
  return value.map((each: unknown) => {
    if (typeof each !== 'number') throw new Error(`no number in ${key}`);
    return each;
  });
}
