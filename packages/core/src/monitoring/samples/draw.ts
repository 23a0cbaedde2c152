// assay-sample-v1: the draw that a stranger can do again (docs/reference/sampling.md).
import { canonicalText, fromHex, type Sha256 } from '../../evidence/index.ts';
import { err, ok, type Result } from '../../kernel/index.ts';
import { seedBytes } from './seed.ts';
import { allocate, strataOf, stratumOf, type StrataRule, type Stratum } from './strata.ts';
import { below, streamWords } from './stream.ts';
import { rowOf, type OrderedRows } from './rows.ts';

export const SAMPLE_ALGORITHM = 'assay-sample-v1';

/** What a draw hangs on beside the population. */
export interface DrawRule {
  readonly seed: string;
  readonly strata: StrataRule;
  /** Size of the sample after the draw and after each extension, growing. */
  readonly sizes: readonly number[];
}

/** A drawn row: its place in the ordered population (from 0), its stratum, and with which size it came (from 1). */
export interface DrawnItem {
  readonly rank: number;
  readonly stratum: string;
  readonly step: number;
}

/** A stratum and what it gives: `taken[k]` items with size k. */
export interface DrawnStratum {
  readonly name: string;
  readonly size: number;
  readonly taken: readonly number[];
}

export interface Drawn {
  readonly strata: readonly DrawnStratum[];
  /** By step, then stratum, then the order in which the stream chose them. */
  readonly items: readonly DrawnItem[];
}

export type DrawError =
  | { readonly code: 'seed.malformed' }
  | { readonly code: 'digest.malformed' }
  /** Sizes must be whole numbers from 0 that grow and end at most at the population's. */
  | { readonly code: 'sizes.malformed' };

/**
 * Draws. Within a stratum the stream shuffles the rows (Fisher-Yates) only as far as it must; an extension goes on where
 * the draw before stopped, so what was drawn stays drawn. Each step shares what it adds among what is left.
 */
export function drawSample(
  population: OrderedRows,
  rule: DrawRule,
  sha256: Sha256,
): Result<Drawn, DrawError> {
  const seed = seedBytes(rule.seed);
  if (!seed) return err({ code: 'seed.malformed' });
  const digest = fromHex(population.digest);
  if (digest?.length !== 32) return err({ code: 'digest.malformed' });
  if (!grows(rule.sizes, population.rows.length)) return err({ code: 'sizes.malformed' });
  const strata = strataOf(population.rows.map((text) => nameOf(text, rule.strata)));
  const taken = shares(rule.sizes, strata);
  const items: DrawnItem[][] = rule.sizes.map(() => []);
  for (const [at, { name, ranks }] of strata.entries()) {
    const words = streamWords({ seed, digest, stratum: name }, sha256);
    const chosen = shuffled(ranks, words);
    for (const [step, share] of (taken[at] ?? []).entries())
      for (let i = 0; i < share; i += 1)
        items[step]?.push({ rank: chosen.next().value ?? 0, stratum: name, step: step + 1 });
  }
  return ok({
    strata: strata.map(({ name, ranks }, at) => ({ name, size: ranks.length, taken: taken[at] ?? [] })),
    items: items.flat(),
  });
}

/** Items of each stratum with each step: a step shares what it adds in proportion to the rows not drawn yet. */
function shares(sizes: readonly number[], strata: readonly Stratum[]): readonly (readonly number[])[] {
  const taken: number[][] = strata.map(() => []);
  const left = strata.map(({ ranks }) => ranks.length);
  let before = 0;
  for (const size of sizes) {
    for (const [at, share] of allocate(size - before, left).entries()) {
      taken[at]?.push(share);
      left[at] = (left[at] ?? 0) - share;
    }
    before = size;
  }
  return taken;
}

/** Partial Fisher-Yates from the front: place i changes with a place from i on. Only what moved is kept. */
function* shuffled(ranks: readonly number[], words: Generator<bigint, never>): Generator<number, void> {
  const moved = new Map<number, number>();
  const at = (place: number): number => moved.get(place) ?? ranks[place] ?? 0;
  for (let i = 0; i < ranks.length; i += 1) {
    const chosen = i + below(ranks.length - i, words);
    const rank = at(chosen);
    moved.set(chosen, at(i));
    yield rank;
  }
}

function grows(sizes: readonly number[], rows: number): boolean {
  return (
    sizes.length > 0 &&
    sizes.every((size, i) => Number.isSafeInteger(size) && size >= (i === 0 ? 0 : (sizes[i - 1] ?? 0) + 1)) &&
    (sizes.at(-1) ?? 0) <= rows
  );
}

function nameOf(text: string, rule: StrataRule): string {
  if (rule.by === 'none') return '';
  return stratumOf(rowOf(text), rule, (value) => {
    const name = canonicalText(value);
    return name.ok ? name.value : '';
  });
}
