// Which credential first, for this company, and why.
export type { Advice } from './advise.ts';
export { boardBrief } from './brief.ts';
export { type AdviceFault, checkSituation } from './check.ts';
export { PLAUSIBLE } from './confidence.ts';
export { CRITERIA } from './criteria.ts';
export type { OptionStanding } from './decide.ts';
export { FROM_NOTHING, DEFAULTS } from './defaults.ts';
export { SITUATION_FIELDS, describe, ordered } from './describe.ts';
export { meetingSentence } from './headline.ts';
export { LIMIT_FIELDS } from './limits.ts';
export { adviceMarkdown } from './markdown.ts';
export type { Meeting } from './meeting.ts';
export { type Circumstances, windowDaysFor, planGround } from './optionFacts.ts';
export { optionSentence } from './optionSentence.ts';
export { promisesOf } from './promises.ts';
export { limitSentence } from './reasons.ts';
export type { Score } from './score.ts';
export {
  REGIONS,
  SEGMENTS,
  DATA_KINDS,
  type RemainingWork,
  type Existing,
  type Situation,
  type SituationField,
  type FieldOrigin,
  type Described,
  type Answers,
} from './situation.ts';
export { answersAtStart, heldAtStart } from './started.ts';
export { type WholeAdvice, adviseWhole, variantOf } from './whole.ts';
export { OPTION_WORDS, NEED_WORDS, REGION_WORDS, SEGMENT_WORDS } from './words.ts';
export {
  ANCHOR_LABEL,
  type BudgetVariant,
  COMPONENT_GROUPS,
  type Cost,
  DERIVED_FIGURES,
  FALSE_ECONOMIES,
  FIGURES,
  type FigureOverride,
  type FigureOverrides,
  GROUP_NAMES,
  MEASURE_KINDS,
  PUBLISHED_OVERLAP,
  SEQUENCES,
  type Taken,
  anchorOf,
  budgetVariant,
  costGround,
  overrideFault,
} from './cost/index.ts';
export { figuresPage } from './cost/page.ts';
export { advicePage } from './page.ts';
