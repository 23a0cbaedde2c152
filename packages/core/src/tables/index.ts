// Tables of strangers as grids: what statements and registers have in common before their meaning is read.
export { distinctTexts, firstText, textAt, widthOf, type GridCell, type GridSheet } from './grid.ts';
export {
  columnsFrom,
  customOf,
  fieldsIn,
  headingsAt,
  repeatsHeadings,
  type TableColumn,
  type TableOverride,
  type Vocabulary,
} from './heading.ts';
export { isFormula } from './formula.ts';
export { daysOf } from './days.ts';
export { keptFields } from './kept.ts';
export { columnIndex, columnLetters } from './letters.ts';
export { legendOf } from './legend.ts';
export { phrases, says, saysOnly, wordsOf, type Phrases } from './words.ts';
