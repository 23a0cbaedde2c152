// The documents slice's door: how a table becomes a file that no spreadsheet runs.
export { csvText } from './csv.ts';
export { csvOf, workbookOf, type Sheet } from './sheet.ts';
