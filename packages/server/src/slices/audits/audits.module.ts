// The audits slice's only door for other slices.
export { listAudits } from './audits.repository.ts';
export { auditsHistories } from './audits.history.ts';
