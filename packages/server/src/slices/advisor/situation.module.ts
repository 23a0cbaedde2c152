// The door of the situation: what was answered and counted of a company, below the plan, which the advice stands above.
export { servesOf } from './counted.readmodel.ts';
export { situationOf, type Asked, type Known, type Otherwise } from './situation.readmodel.ts';
