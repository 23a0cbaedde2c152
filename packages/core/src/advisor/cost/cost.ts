// What a way to credentials costs: components and totals as ranges, every figure of it open.
import { err, ok, type Result } from '../../kernel/index.ts';
import type { Range, AdviceOption } from '../../plan/index.ts';
import type { OptionFacts } from '../facts.ts';
import type { Situation } from '../situation.ts';
import { bookOf, rateFault, type Book } from './book.ts';
import type { CostComponent } from './component.ts';
import { componentsOf } from './components.ts';
import { deriveFor } from './derive.ts';
import type { CostFault, CostFigure } from './figure.ts';
import type { CostGround } from './ground.ts';
import { routeOf, stepsOf, type AsPlanned, type CostRoute, type CostStep } from './path.ts';
import { QUARTERS } from './quarters.ts';
import {
  addAmounts,
  amountsOf,
  quantiles,
  rangeOf,
  timesRange,
  wholeShare,
  yearShare,
  type Amounts,
} from './totals.ts';
import { valueText } from './words.ts';

/** What is asked for: an option, or any row of credentials; with the plan's dates where there are some. */
export interface CostAsked extends AsPlanned {
  readonly route: CostRoute;
}

export interface CostLine extends Omit<CostComponent, 'schedule'> {
  /** What it costs once, in words with the numbers put in. */
  readonly formula: string;
  /** Each of the three years. */
  readonly years: readonly [Range, Range, Range];
  readonly threeYears: Range;
}

export interface CostTotals {
  readonly years: readonly [Range, Range, Range];
  readonly firstYear: Range;
  readonly threeYears: Range;
}

export interface Cost {
  readonly currency: string;
  readonly steps: readonly CostStep[];
  readonly lines: readonly CostLine[];
  readonly all: CostTotals;
  /** Money that leaves, without the work of own people. */
  readonly bought: CostTotals;
  readonly own: CostTotals;
  /** Work of own people until the last credential. */
  readonly personDays: Range;
  /** Spent up to the end of each of twelve quarters. */
  readonly fan: readonly Range[];
  readonly figures: readonly CostFigure[];
}

/** What the facts of an option say of money and work. */
export interface QuickCost extends Pick<OptionFacts, 'firstYear' | 'threeYears' | 'personDays'> {
  readonly spentFirstYear: Range;
}

export function costOf(
  option: AdviceOption,
  situation: Situation,
  ground: CostGround,
): Result<Cost, CostFault> {
  return costOfRoute({ route: routeOf(option, situation) }, situation, ground);
}

export function costOfRoute(
  asked: CostAsked,
  situation: Situation,
  ground: CostGround,
): Result<Cost, CostFault> {
  const fault = rateFault(situation, ground);
  if (fault) return err(fault);
  const { book, steps, parts } = partsOf(asked, situation, ground);
  const whole = (paid: 'own' | 'bought' | undefined): CostTotals => totalsOf(parts, paid, ground);
  return ok({
    currency: situation.currency,
    steps,
    lines: parts.map((part) => lineOf(part, book)),
    all: whole(undefined),
    bought: whole('bought'),
    own: whole('own'),
    personDays: personDaysOf(parts, book),
    fan: fanOf(parts, ground),
    figures: book.used(),
  });
}

/** The totals alone, for searches that ask hundreds of times. */
export function quickCost(
  asked: CostAsked,
  situation: Situation,
  ground: CostGround,
): Result<QuickCost, CostFault> {
  const fault = rateFault(situation, ground);
  if (fault) return err(fault);
  const { book, parts } = partsOf(asked, situation, ground);
  const first = sumOf(parts, ground, ({ schedule }) => yearShare(schedule, 0));
  return ok({
    firstYear: rangeOf(first),
    threeYears: rangeOf(threeYearRuns(parts, ground)),
    spentFirstYear: spentFirstYear(parts, ground),
    personDays: personDaysOf(parts, book),
  });
}

/** Money that leaves in the first year, for searches under a ceiling. */
export function spentOf(
  asked: CostAsked,
  situation: Situation,
  ground: CostGround,
): Result<Range, CostFault> {
  const fault = rateFault(situation, ground);
  if (fault) return err(fault);
  const { parts } = partsOf(asked, situation, ground);
  return ok(spentFirstYear(parts, ground));
}

/** What the three years cost in each run, for what is compared run by run. */
export function threeYearsOf(
  asked: CostAsked,
  situation: Situation,
  ground: CostGround,
): Result<Float64Array, CostFault> {
  const fault = rateFault(situation, ground);
  if (fault) return err(fault);
  return ok(threeYearRuns(partsOf(asked, situation, ground).parts, ground));
}

interface Part {
  readonly component: CostComponent;
  readonly amounts: Amounts;
}

function partsOf(
  { route, ...planned }: CostAsked,
  situation: Situation,
  ground: CostGround,
): { readonly book: Book; readonly steps: readonly CostStep[]; readonly parts: readonly Part[] } {
  const book = bookOf(situation, ground);
  const steps = stepsOf(route, book, planned);
  deriveFor(book, route.credentials);
  const parts = componentsOf({ route, steps, planned }, book).map((component) => ({
    component,
    amounts: amountsOf(component, book),
  }));
  return { book, steps, parts };
}

function spentFirstYear(parts: readonly Part[], ground: CostGround): Range {
  const bought = parts.filter(({ component }) => component.paid === 'bought');
  return rangeOf(sumOf(bought, ground, ({ schedule }) => yearShare(schedule, 0)));
}

function sumOf(
  parts: readonly Part[],
  { runs }: CostGround,
  share: (component: CostComponent) => number,
): Float64Array {
  const sum = new Float64Array(runs);
  for (const { component, amounts } of parts) addAmounts(sum, amounts, share(component));
  return sum;
}

function threeYearRuns(parts: readonly Part[], ground: CostGround): Float64Array {
  return sumOf(parts, ground, ({ schedule }) => wholeShare(schedule));
}

function totalsOf(
  parts: readonly Part[],
  paid: 'own' | 'bought' | undefined,
  ground: CostGround,
): CostTotals {
  const counted = parts.filter(({ component }) => paid === undefined || component.paid === paid);
  const year = (index: number): Range =>
    rangeOf(sumOf(counted, ground, ({ schedule }) => yearShare(schedule, index)));
  const years = [year(0), year(1), year(2)] as const;
  return { years, firstYear: years[0], threeYears: rangeOf(threeYearRuns(counted, ground)) };
}

function lineOf({ component, amounts }: Part, book: Book): CostLine {
  const { schedule, ...said } = component;
  // One figure times a share: its percentiles are those of the figure, as often.
  const once = amounts.drawn ? quantiles(amounts.drawn) : { p10: 1, p50: 1, p90: 1 };
  const range = (share: number): Range => timesRange(once, share * amounts.times);
  const words = component.figures.map((key) => {
    const { label, value, unit } = book.figure(key);
    return `${label}: ${valueText(value, unit)}`;
  });
  return {
    ...said,
    formula: [...words, ...(component.by ? [component.by.words] : [])].join(' × '),
    years: [range(yearShare(schedule, 0)), range(yearShare(schedule, 1)), range(yearShare(schedule, 2))],
    threeYears: range(wholeShare(schedule)),
  };
}

/** Days of the work that remains and of the first Type II period: money of those components without their day rates. */
function personDaysOf(parts: readonly Part[], book: Book): Range {
  const sum = new Float64Array(book.ground.runs);
  for (const { component } of parts) {
    if (component.group !== 'effort' && component.id !== 'soc2.operation') continue;
    const figures = component.figures.filter((key) => !key.startsWith('rate.'));
    addAmounts(sum, amountsOf({ ...component, figures }, book), 1);
  }
  return rangeOf(sum);
}

function fanOf(parts: readonly Part[], ground: CostGround): readonly Range[] {
  const sum = new Float64Array(ground.runs);
  return Array.from({ length: QUARTERS }, (_, quarter) => {
    for (const { component, amounts } of parts) addAmounts(sum, amounts, component.schedule[quarter] ?? 0);
    return rangeOf(sum);
  });
}
