// The test sheet: what was tested of each item, what came out, and what that says about the population.
import { upperCount, upperRate } from './bound.ts';

/** Not tested is an answer of its own: it is never a pass. */
export const TEST_RESULTS = ['pass', 'deviation', 'not_tested'] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

/** How a test was made, weakest first; inquiry alone is never enough. */
export const TEST_METHODS = ['inquiry', 'observation', 'inspection', 'reperformance', 'analytics'] as const;
export type TestMethod = (typeof TEST_METHODS)[number];

/** An item's results, one for each attribute. It deviates if one deviates, and is tested when all are. */
export function itemResult(attributes: readonly TestResult[]): TestResult {
  if (attributes.includes('deviation')) return 'deviation';
  return attributes.length === 0 || attributes.includes('not_tested') ? 'not_tested' : 'pass';
}

export interface SheetQuestion {
  /** Result of each sampled item. */
  readonly results: readonly TestResult[];
  readonly population: number;
  /** Percent, such as 95. */
  readonly confidence: number;
}

export interface SheetAnswer {
  readonly items: number;
  readonly tested: number;
  readonly deviations: number;
  readonly untested: number;
  /** Deviations of those tested; undefined when none was. */
  readonly rate: number | undefined;
  readonly confidence: number;
  /** Upper bound of the rate in the population, by the binomial distribution; 1 while nothing is known. */
  readonly upperRate: number;
  /** Upper bound of deviating rows among all rows, by the hypergeometric distribution. */
  readonly upperCount: number;
  readonly population: number;
  readonly outcome: SheetOutcome;
  readonly sentence: string;
}

/** open: items are not tested yet. An empty population has nothing to test. */
export const SHEET_OUTCOMES = ['nothing_to_test', 'open', 'no_deviation', 'deviations'] as const;
export type SheetOutcome = (typeof SHEET_OUTCOMES)[number];

/**
 * What a sheet says. For the bounds an item that is not tested counts as a deviation (an item that cannot be tested is
 * one, AU-C 530 and ISA 530), so an unfinished sheet never looks better than it may end.
 */
export function sheetAnswer({ results, population, confidence }: SheetQuestion): SheetAnswer {
  const items = results.length;
  const deviations = results.filter((result) => result === 'deviation').length;
  const untested = results.filter((result) => result === 'not_tested').length;
  const tested = items - untested;
  const worst = deviations + untested;
  const told = {
    items,
    tested,
    deviations,
    untested,
    rate: tested === 0 ? undefined : deviations / tested,
    confidence,
    upperRate: population === 0 ? 0 : upperRate(worst, items, confidence),
    upperCount: upperCount({ deviations: worst, tested: items, population }, confidence),
    population,
    outcome: outcomeOf({ population, deviations, untested, items }),
  };
  return { ...told, sentence: sentenceOf(told) };
}

function outcomeOf(of: {
  readonly population: number;
  readonly items: number;
  readonly deviations: number;
  readonly untested: number;
}): SheetOutcome {
  if (of.population === 0) return 'nothing_to_test';
  if (of.untested > 0 || of.items === 0) return 'open';
  return of.deviations > 0 ? 'deviations' : 'no_deviation';
}

function sentenceOf(told: Omit<SheetAnswer, 'sentence'>): string {
  const { items, tested, deviations, untested, population } = told;
  if (told.outcome === 'nothing_to_test') return 'The population is empty: nothing was there to test.';
  if (items === 0) return `None of ${population} rows was drawn: nothing is known.`;
  const seen = `${deviations === 0 ? 'None' : deviations} of ${tested} tested items deviate${deviations < 2 ? 's' : ''}`;
  if (untested > 0)
    return `${tested === 0 ? `None of ${items} items is tested yet` : `${seen}, ${untested} of ${items} ${untested === 1 ? 'is' : 'are'} not tested yet`}; until then nothing is concluded.`;
  if (tested === population)
    return `${deviations === 0 ? 'None' : deviations} of all ${population} rows deviate${deviations < 2 ? 's' : ''}.`;
  return `${seen} (${percent(deviations / tested)}). With ${told.confidence} % confidence at most ${percent(told.upperRate)} of such performances do, and at most ${told.upperCount} of these ${population} rows.`;
}

/** Percent with one decimal, half up. */
function percent(rate: number): string {
  return `${(Math.round(rate * 1000) / 10).toFixed(1)} %`;
}

/** A usual size after a deviation: twice the sample, at most the population; undefined when all is drawn. */
export function extendedSize(size: number, population: number): number | undefined {
  return size < population ? Math.min(population, Math.max(size + 1, size * 2)) : undefined;
}
