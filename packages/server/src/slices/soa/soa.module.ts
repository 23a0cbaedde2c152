// The soa slice's only door.
export { soaHistories } from './soa.history.ts';
