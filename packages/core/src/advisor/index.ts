// Which credential first, for this company, and why.
export * from './advise.ts';
export { ADVICE_ASSUMPTIONS, type Assumption } from './assumptions.ts';
export { boardBrief } from './brief.ts';
export * from './check.ts';
export * from './confidence.ts';
export { valueWords, type Counter } from './counter.ts';
export * from './criteria.ts';
export * from './currency.ts';
export * from './decide.ts';
export * from './defaults.ts';
export * from './demand.ts';
export * from './describe.ts';
export * from './cost/index.ts';
export * from './facts.ts';
export { probesOf, type Advised } from './flips/search.ts';
export type { Flip } from './flips/flip.ts';
export type { Probe } from './flips/probe.ts';
export { meetingSentence } from './headline.ts';
export * from './limits.ts';
export { adviceMarkdown } from './markdown.ts';
export type { Meeting } from './meeting.ts';
export { promisesOf } from './promises.ts';
export {
  ADVICE_RUNS,
  factsFrom,
  NO_CIRCUMSTANCES,
  planGround,
  windowDaysFor,
  type Circumstances,
} from './optionFacts.ts';
export { limitSentence, type AdviceReason } from './reasons.ts';
export { advicePage } from './page.ts';
export * from './rules.ts';
export * from './situation.ts';
export { answersAtStart, heldAtStart } from './started.ts';
export {
  CREDENTIAL_WORDS,
  FIELD_WORDS,
  NEED_WORDS,
  OPTION_WORDS,
  REGION_WORDS,
  SEGMENT_WORDS,
} from './words.ts';
export { isoAnchor, type Score } from './score.ts';
export { optionSentence } from './optionSentence.ts';
export { adviseWhole, variantOf, type WholeAdvice } from './whole.ts';
