// The plan slice's only door.
export { frozenText } from './frozen.ts';
export { planHistories } from './plan.history.ts';
export { PLAN_RUN, planOf } from './plan.readmodel.ts';
