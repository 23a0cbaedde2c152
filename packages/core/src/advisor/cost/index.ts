// What a way to credentials costs, with every figure open.
export { ANCHOR_LABEL, anchorOf, PUBLISHED_OVERLAP, PUBLISHED_RANGES, type Anchor } from './anchors.ts';
export { COMPONENT_GROUPS, GROUP_NAMES, type ComponentGroup } from './component.ts';
export {
  costOf,
  costOfRoute,
  quickCost,
  type Cost,
  type CostAsked,
  type CostLine,
  type CostTotals,
  type QuickCost,
} from './cost.ts';
export * from './figure.ts';
export {
  DERIVED_FIGURES,
  FIGURES,
  isDerivedKey,
  isFigureKey,
  type DerivedKey,
  type FigureKey,
} from './figures/index.ts';
export { costGround, overrideFault, type CostGround } from './ground.ts';
export {
  marginalOf,
  SEQUENCES,
  SEQUENCE_WORDS,
  type Marginal,
  type SecondCost,
  type Sequence,
} from './marginal.ts';
export {
  asPlanned,
  routeOf,
  type AsPlanned,
  type CostRoute,
  type CostStep,
  type ReadyMonths,
} from './path.ts';
export { moneyText, rangeText, valueText } from './words.ts';
export { budgetVariant, type BudgetAsked, type BudgetVariant, type Fit, type Taken } from './budget.ts';
export { FALSE_ECONOMIES, MEASURE_KINDS, MEASURES, type Measure, type MeasureKind } from './measures.ts';
export { figuresPage } from './page.ts';
