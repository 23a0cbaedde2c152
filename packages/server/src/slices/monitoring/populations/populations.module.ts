// The populations' door for windows, samples and work.
export { populationsStanding } from './events.readmodel.ts';
