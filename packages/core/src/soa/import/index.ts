// Recognising a statement of applicability that somebody keeps as a spreadsheet.
export { readControlId, type AnnexEdition } from './controlId.ts';
export { STATEMENT_FIELDS, type StatementField } from './headings.ts';
export { appliesOf, type Said } from './applies.ts';
export { statusOf, type StatusSaid } from './status.ts';
export type { StatementOverride } from './place.ts';
export {
  readStatement,
  type NoStatement,
  type StatementReading,
  type StatementTable,
} from './readStatement.ts';
export type { LeftRow, ReasonSaid, StatementRow } from './rows.ts';
export type { StatementReferences } from './proposal.ts';
export {
  IMPORT_OUTCOMES,
  planStatement,
  type FieldChange,
  type ImportOutcome,
  type StandingRow,
  type StatementPlanInput,
  type StatementPlanRow,
} from './plan.ts';
