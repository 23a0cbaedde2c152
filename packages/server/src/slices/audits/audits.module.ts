// The audits slice's only door for other slices.
export { planOne, reportOne, sayOne } from './audits.usecases.ts';
export { setProgramme } from './programme.usecases.ts';
export { listAudits } from './audits.repository.ts';
export { auditsDocuments } from './audits.document.ts';
export { auditsHistories } from './audits.history.ts';
