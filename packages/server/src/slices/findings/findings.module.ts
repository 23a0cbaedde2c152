// The findings slice's only door for other slices.
export { findingsHistory } from './findings.history.ts';
