// The soa slice's only door.
export { decideRows, type RowChange } from './rows.usecases.ts';
export { notesDocument, notesOf } from './rows.repository.ts';
export { soaDocuments } from './soa.document.ts';
export { soaHistories } from './soa.history.ts';
export { listVersions as statementVersions } from './versions.repository.ts';
export { standingStatement, type StandingStatement } from './standing.readmodel.ts';
