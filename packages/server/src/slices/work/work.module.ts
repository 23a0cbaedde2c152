// The door of work for other slices.
export { plannedDays } from './planned.readmodel.ts';
