// What simulated years say: mean, percentiles, expected shortfall, and how often a loss is exceeded.

/** Losses in whole hundredths. */
export interface LossSummary {
  readonly years: number;
  /** Annual loss expectancy: the mean year. */
  readonly mean: number;
  /** The least loss that is not exceeded in this share of the years (nearest rank). */
  readonly percentiles: Readonly<Record<'p50' | 'p90' | 'p95' | 'p99' | 'p999', number>>;
  /** Mean of the worst hundredth of the years, at least one. */
  readonly shortfall99: number;
  /** Share of years without a loss. */
  readonly quiet: number;
}

/** Years in ascending order, without those that cost nothing. */
export interface Ranked {
  readonly years: number;
  readonly losses: Float64Array;
}

/** Sorts what there is to sort: most years of most scenarios cost nothing. */
export function rank(years: Float64Array): Ranked {
  const losses = new Float64Array(years.length);
  let count = 0;
  for (let year = 0; year < years.length; year += 1) {
    const loss = years[year] ?? 0;
    if (loss > 0) {
      losses[count] = loss;
      count += 1;
    }
  }
  return { years: years.length, losses: losses.slice(0, count).sort() };
}

export function summarise(ranked: Ranked): LossSummary {
  const { years, losses } = ranked;
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const worst = Math.max(1, years - Math.floor(0.99 * years));
  const tail = losses.subarray(Math.max(0, losses.length - worst)).reduce((sum, loss) => sum + loss, 0);
  return {
    years,
    mean: total / years,
    percentiles: {
      p50: percentile(ranked, 0.5),
      p90: percentile(ranked, 0.9),
      p95: percentile(ranked, 0.95),
      p99: percentile(ranked, 0.99),
      p999: percentile(ranked, 0.999),
    },
    shortfall99: tail / worst,
    quiet: (years - losses.length) / years,
  };
}

/** The loss of the year at rank ceil(p · years), from the best year on. */
export function percentile({ years, losses }: Ranked, p: number): number {
  const place = Math.min(years, Math.max(1, Math.ceil(p * years))) - 1 - (years - losses.length);
  return place < 0 ? 0 : (losses[place] ?? 0);
}

/** Share of years whose loss is at least `loss` (which is more than nothing). */
export function exceedance({ years, losses }: Ranked, loss: number): number {
  let low = 0;
  let high = losses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((losses[middle] ?? 0) < loss) low = middle + 1;
    else high = middle;
  }
  return (losses.length - low) / years;
}
