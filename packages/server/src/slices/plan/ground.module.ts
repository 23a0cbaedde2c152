// The door of what a plan is made from, for the advice: it dates its ways by what is done, booked or agreed already.
export { circumstancesOf, planGiven } from './ground.readmodel.ts';
