// The populations' door for windows, samples and work.
export { populationsStanding } from './events.readmodel.ts';
export { asStored } from './history.repository.ts';
export { findPopulation } from './populations.repository.ts';
export { bodiesOf } from './rows.repository.ts';
