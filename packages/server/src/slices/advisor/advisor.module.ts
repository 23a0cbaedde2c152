// The advisor slice's only door.
export { advisorHistory } from './advisor.history.ts';
export { servesOf } from './counted.readmodel.ts';
export { situationOf, type Asked, type Known } from './situation.readmodel.ts';
export { adviceOf } from './advice.readmodel.ts';
