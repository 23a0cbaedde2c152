// The findings slice's only door for other slices.
export { endFinding, find as findOne, goOnWithFinding, recordFinding } from './findings.usecases.ts';
export { listFindings } from './findings.repository.ts';
export { findingsDocuments } from './findings.document.ts';
export { findingsHistory } from './findings.history.ts';
