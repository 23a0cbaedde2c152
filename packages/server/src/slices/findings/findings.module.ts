// The findings slice's only door for other slices.
export { recordFinding } from './findings.usecases.ts';
export { listFindings } from './findings.repository.ts';
export { findingsHistory } from './findings.history.ts';
