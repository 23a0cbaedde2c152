// The audits slice's only door for other slices.
export { auditsHistories } from './audits.history.ts';
