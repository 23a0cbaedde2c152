// A way under a ceiling: the cheapest risks are taken first, until the money that leaves in the first year fits.
import { compareText, countWords, ok, type Result } from '../../kernel/index.ts';
import type { Range, AdviceOption } from '../../plan/index.ts';
import { ANCHOR_CURRENCY } from '../currency.ts';

import type { Situation } from '../situation.ts';
import { bookOf } from './book.ts';
import { costOfRoute, quickCost, spentOf, type Cost } from './cost.ts';
import { FIGURE_UNITS, type CostFault, type FigureOverride } from './figure.ts';
import { FIGURES, isFigureKey } from './figures/index.ts';
import type { CostGround } from './ground.ts';
import { MEASURES, type Budgeted, type Measure, type MeasureKind } from './measures.ts';
import { routeOf, type AsPlanned, type CostRoute } from './path.ts';
import { moneyText, rangeText } from './words.ts';

/** With what a plan knows of the way, where there is one. */
export interface BudgetAsked extends AsPlanned {
  readonly option: AdviceOption;
  /** Money that may leave in the first year, in the situation's currency; undefined: whatever it takes. */
  readonly ceiling: number | undefined;
}

export interface Taken {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly title: string;
  readonly risk: number;
  readonly riskIs: string;
  readonly atTheAudit: string;
  readonly source: string;
  /** Of the first year in the middle course, once what stands above it is taken. */
  readonly saves: number;
  /** More work of own people in the middle course, person-days. */
  readonly ownDays: number;
}

/** Whether a course fits under the ceiling, and how much is left or missing. */
export interface Fit {
  readonly fits: boolean;
  readonly by: number;
}

export interface BudgetVariant {
  readonly option: AdviceOption;
  readonly ceiling: number | undefined;
  readonly before: Range;
  readonly after: Range;
  readonly taken: readonly Taken[];
  /** What would save more, but is not needed. */
  readonly left: readonly Taken[];
  /** Undefined without a ceiling. */
  readonly half: Fit | undefined;
  readonly nine: Fit | undefined;
  readonly cost: Cost;
  readonly sentence: string;
}

interface Stand {
  readonly to: Budgeted;
  readonly spent: Range;
}

/** What every step of the search stands on. */
interface Search {
  readonly ground: CostGround;
  readonly planned: AsPlanned;
}

export function budgetVariant(
  { option, ceiling, ...planned }: BudgetAsked,
  situation: Situation,
  ground: CostGround,
): Result<BudgetVariant, CostFault> {
  const route = routeOf(option, situation);
  const search = { ground, planned };
  const begun = standOf({ route, situation, set: {} }, search);
  if (!begun.ok) return begun;
  let stand = begun.value;
  const taken: Taken[] = [];
  while (ceiling !== undefined && stand.spent.p90 > ceiling) {
    const best = offers(stand, search, taken)[0];
    if (!best) break;
    taken.push(takenOf(best, stand, search));
    stand = best.stand;
  }
  const left = offers(stand, search, taken).map((offer) => takenOf(offer, stand, search));
  const asked = { ...planned, route: stand.to.route };
  const cost = costOfRoute(asked, stand.to.situation, groundOf(stand.to, ground));
  if (!cost.ok) return cost;
  const [before, after] = [begun.value.spent, stand.spent];
  const [half, nine] = [fitOf(after.p50, ceiling), fitOf(after.p90, ceiling)];
  const found = { option, ceiling, before, after, taken, left, half, nine };
  return ok({ ...found, cost: cost.value, sentence: sentenceOf(found, route, situation.currency) });
}

interface Offer {
  readonly measure: Measure;
  readonly saves: number;
  readonly stand: Stand;
}

/** What still saves something, the most saving for each step of risk first. */
function offers(stand: Stand, search: Search, taken: readonly Taken[]): readonly Offer[] {
  return MEASURES.filter(({ id, unless = [] }) => {
    const moot = unless.some((key) => search.ground.overrides[key] !== undefined);
    return !moot && !taken.some((each) => each.id === id);
  })
    .flatMap((measure) => offerOf(measure, stand, search))
    .toSorted(
      (a, b) =>
        b.saves / b.measure.risk - a.saves / a.measure.risk || compareText(a.measure.id, b.measure.id),
    );
}

function offerOf(measure: Measure, stand: Stand, search: Search): readonly Offer[] {
  const book = bookOf(stand.to.situation, groundOf(stand.to, search.ground));
  const next = standOf(measure.apply(stand.to, book.number), search);
  if (!next.ok) return [];
  const saves = stand.spent.p50 - next.value.spent.p50;
  return saves > 0 ? [{ measure, saves, stand: next.value }] : [];
}

function takenOf({ measure, saves, stand }: Offer, before: Stand, search: Search): Taken {
  const { id, kind, title, risk, riskIs, atTheAudit, source } = measure;
  const ownDays = workOf(stand, search) - workOf(before, search);
  return { id, kind, title, risk, riskIs, atTheAudit, source, saves, ownDays };
}

function standOf(to: Budgeted, { ground, planned }: Search): Result<Stand, CostFault> {
  const spent = spentOf({ ...planned, route: to.route }, to.situation, groundOf(to, ground));
  return spent.ok ? ok({ to, spent: spent.value }) : spent;
}

function workOf({ to }: Stand, { ground, planned }: Search): number {
  const cost = quickCost({ ...planned, route: to.route }, to.situation, groundOf(to, ground));
  return cost.ok ? cost.value.personDays.p50 : 0;
}

/** Figures that a measure sets stand in the money of the table, like those of the table. */
function groundOf({ set, situation }: Budgeted, ground: CostGround): CostGround {
  const measured = Object.entries(set).map(([key, value]): [string, FigureOverride] => {
    const money = isFigureKey(key) && FIGURE_UNITS[FIGURES[key].unit].money;
    return [
      key,
      { value, who: WHO, why: WHY, when: situation.today, ...(money ? { currency: ANCHOR_CURRENCY } : {}) },
    ];
  });
  return { ...ground, overrides: { ...ground.overrides, ...Object.fromEntries(measured) } };
}

const WHO = 'the budget variant';
const WHY = 'A measure of the budget variant.';

function fitOf(spent: number, ceiling: number | undefined): Fit | undefined {
  if (ceiling === undefined) return undefined;
  return { fits: spent <= ceiling, by: Math.abs(Math.round(ceiling - spent)) };
}

function sentenceOf(
  { ceiling, after, taken, left, half, nine }: Omit<BudgetVariant, 'cost' | 'sentence'>,
  { credentials }: CostRoute,
  currency: string,
): string {
  if (credentials.length === 0) return 'This option buys nothing, so every ceiling holds.';
  const money = (amount: number): string => moneyText(amount, currency);
  if (ceiling === undefined || !half || !nine)
    return `No ceiling was named: ${rangeText(after, currency)}, leave in the first year; ${countWords(left.length, 'measure')} would save something.`;
  const with_ =
    taken.length === 0
      ? 'as it is'
      : `with ${countWords(taken.length, 'measure')} that ${taken.length === 1 ? 'saves' : 'save'} ${money(taken.reduce((sum, { saves }) => sum + saves, 0))}`;
  if (nine.fits)
    return `The first year fits under ${money(ceiling)} in nine of ten courses ${with_}: ${money(after.p90)} is not exceeded, ${money(nine.by)} are left.`;
  if (half.fits)
    return `The first year fits under ${money(ceiling)} in half of the courses ${with_}, but not in nine of ten: ${money(nine.by)} are missing there.`;
  return `The first year does not fit under ${money(ceiling)} ${with_}: ${money(half.by)} are missing in the middle course, ${money(nine.by)} in one of ten.`;
}
