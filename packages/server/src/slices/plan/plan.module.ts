// The plan slice's only door.
export { planHistories } from './plan.history.ts';
