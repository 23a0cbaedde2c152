// Days of a control as bits.
export { countYear, foldYear, spellYear, type ControlYear, type YearCounts, type YearGiven } from './year.ts';
export { type DayBits } from './bits.ts';
