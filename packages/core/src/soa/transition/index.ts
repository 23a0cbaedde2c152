// From a statement of 2013 to one of 2022.
export { ancestryOf, type Ancestry, type Origin } from './edition.ts';
export {
  countDraft,
  draftTransition,
  type Conflict,
  type DraftCounts,
  type DraftRow,
  type Parent,
} from './draft.ts';
export { CLAUSE_CHANGES, type ClauseChange } from './clauses.ts';
export { editionStanding, LAST_DAY_OF_2013, type EditionStanding } from './deadline.ts';
export {
  TRANSITION_LINTS,
  TRANSITION_STATES,
  transitionOf,
  transitionSentence,
  wordsOf as wordsOfLine,
  type Transition,
  type TransitionInput,
  type TransitionLint,
  type TransitionLintCode,
  type TransitionProgress,
  type TransitionRow,
  type TransitionState,
} from './state.ts';
