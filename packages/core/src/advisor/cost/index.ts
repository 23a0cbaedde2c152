// What a way to credentials costs, with every figure open.
export { costGround, overrideFault, type CostGround } from './ground.ts';
export {
  costOf,
  costOfRoute,
  quickCost,
  type Cost,
  type CostAsked,
  type CostLine,
  type QuickCost,
  type CostTotals,
} from './cost.ts';
export { COMPONENT_GROUPS, GROUP_NAMES, type ComponentGroup } from './component.ts';
export * from './figure.ts';
export {
  DERIVED_FIGURES,
  FIGURES,
  isDerivedKey,
  isFigureKey,
  type DerivedKey,
  type FigureKey,
} from './figures/index.ts';
export { routeOf, type ReadyMonths, type CostRoute, type CostStep } from './path.ts';
export { moneyText, rangeText, valueText } from './words.ts';
