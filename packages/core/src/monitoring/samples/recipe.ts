// The recipe: all that a stranger needs, beside the rows, to draw the same sample again.
import type { JsonValue, Sha256 } from '../../evidence/index.ts';
import { err, ok, type Result } from '../../kernel/index.ts';
import { drawSample, SAMPLE_ALGORITHM, type DrawError, type DrawnItem, type DrawRule } from './draw.ts';
import { orderRows, type OrderedRows, type RowNotCanonical } from './rows.ts';

export interface Recipe extends DrawRule {
  readonly algorithm: typeof SAMPLE_ALGORITHM;
  readonly population: { readonly rows: number; readonly digest: string };
  readonly items: readonly DrawnItem[];
}

/** What does not fit; `item` is the first place in the list where the redraw differs. */
export type RecipeFault =
  | { readonly code: 'population.rows'; readonly found: number }
  | { readonly code: 'population.digest'; readonly found: string }
  | { readonly code: 'items.differ'; readonly item: number };

/** Draws again from rows in any order and says what differs; no faults means that the recipe holds. */
export function recipeFaults(
  recipe: Recipe,
  rows: readonly JsonValue[],
  sha256: Sha256,
): Result<readonly RecipeFault[], DrawError | RowNotCanonical> {
  const population = orderRows(rows, sha256);
  if (!population.ok) return population;
  const { digest } = population.value;
  const faults: RecipeFault[] = [];
  if (rows.length !== recipe.population.rows) faults.push({ code: 'population.rows', found: rows.length });
  if (digest !== recipe.population.digest) faults.push({ code: 'population.digest', found: digest });
  // Another population gives another sample; saying so once is enough.
  if (faults.length > 0) return ok(faults);
  const drawn = drawSample(population.value, recipe, sha256);
  if (!drawn.ok) return err(drawn.error);
  const item = firstDifference(recipe.items, drawn.value.items);
  return ok(item === undefined ? [] : [{ code: 'items.differ', item }]);
}

/** The recipe of a draw. */
export function recipeOf(population: OrderedRows, rule: DrawRule, items: readonly DrawnItem[]): Recipe {
  const { seed, strata, sizes } = rule;
  return {
    algorithm: SAMPLE_ALGORITHM,
    population: { rows: population.rows.length, digest: population.digest },
    seed,
    strata,
    sizes,
    items,
  };
}

function firstDifference(a: readonly DrawnItem[], b: readonly DrawnItem[]): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    if (!x || !y || x.rank !== y.rank || x.stratum !== y.stratum || x.step !== y.step) return i;
  }
  return undefined;
}
