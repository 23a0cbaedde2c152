// What a way to credentials costs, with every figure open.
export { ANCHOR_LABEL, PUBLISHED_OVERLAP, anchorOf } from './anchors.ts';
export { type Taken, type BudgetVariant, budgetVariant } from './budget.ts';
export { COMPONENT_GROUPS, GROUP_NAMES } from './component.ts';
export { type CostAsked, type CostTotals, type Cost, costOf, costOfRoute } from './cost.ts';
export { type FigureOverride, type FigureOverrides, type CostFault, isByPeople } from './figure.ts';
export { type CostGround, costGround, overrideFault } from './ground.ts';
export { SEQUENCES, type Marginal, marginalOf } from './marginal.ts';
export { MEASURE_KINDS, FALSE_ECONOMIES } from './measures.ts';
export { asPlanned, routeOf } from './path.ts';
export { moneyText } from './words.ts';
export { DERIVED_FIGURES, FIGURES } from './figures/index.ts';
