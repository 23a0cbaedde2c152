// Which credential first, for this company, and why.
export * from './check.ts';
export * from './criteria.ts';
export * from './currency.ts';
export * from './decide.ts';
export * from './defaults.ts';
export * from './demand.ts';
export * from './describe.ts';
export * from './cost/index.ts';
export * from './facts.ts';
export * from './limits.ts';
export * from './meeting.ts';
export * from './rules.ts';
export * from './situation.ts';
export {
  CREDENTIAL_WORDS,
  FIELD_WORDS,
  NEED_WORDS,
  OPTION_WORDS,
  REGION_WORDS,
  SEGMENT_WORDS,
} from './words.ts';
export { isoAnchor, type Score } from './score.ts';
