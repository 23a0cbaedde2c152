// The documents slice's door: how a table becomes a file that no spreadsheet runs, and how a slice prints.
export { csvText } from './csv.ts';
export type { DocumentAsked, DocumentKind } from './printed.ts';
export { csvOf, workbookOf, type Sheet } from './sheet.ts';
