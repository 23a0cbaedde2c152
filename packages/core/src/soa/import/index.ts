// Recognising a statement of applicability that somebody keeps as a spreadsheet.
export { readControlId, type AnnexEdition } from './controlId.ts';
export { fieldOf, type StatementField } from './headings.ts';
export { appliesOf, type Said } from './applies.ts';
export {
  readStatement,
  type LeftRow,
  type StatementColumn,
  type StatementReading,
  type StatementRow,
} from './readStatement.ts';
export type { GridCell, GridSheet } from './grid.ts';
