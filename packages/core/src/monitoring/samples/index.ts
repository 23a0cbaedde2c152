// Samples: how many, which ones (so that a stranger finds the same), and what they say about the population.
export {
  classInPopulation,
  classOfCadence,
  classOfObserved,
  FREQUENCY_CLASSES,
  type CadenceRhythm,
  type FrequencyClass,
  type Observed,
} from './frequency.ts';
export {
  isReservedProfile,
  SIZE_PROFILES,
  type SizeBand,
  type SizeProfile,
  type SizeRule,
  type UsedProfile,
} from './profiles.ts';
export { ruleFault, type RuleFault } from './ruleFault.ts';
export { ruleSentence } from './say.ts';
export { sampleSize, type SizeAnswer, type SizeError, type SizeQuestion } from './sizes.ts';
export { compareUtf8, orderRows, orderTexts, type OrderedRows, type RowNotCanonical } from './rows.ts';
export { allocate, type StrataRule } from './strata.ts';
export { seedBytes, seedText } from './seed.ts';
export {
  drawSample,
  SAMPLE_ALGORITHM,
  type DrawError,
  type Drawn,
  type DrawnItem,
  type DrawnStratum,
  type DrawRule,
} from './draw.ts';
export { recipeFaults, recipeOf, type Recipe, type RecipeFault } from './recipe.ts';
export { upperCount, upperRate } from './bound.ts';
export {
  extendedSize,
  itemResult,
  sheetAnswer,
  SHEET_OUTCOMES,
  TEST_METHODS,
  TEST_RESULTS,
  type SheetAnswer,
  type SheetOutcome,
  type SheetQuestion,
  type TestMethod,
  type TestResult,
} from './sheet.ts';
