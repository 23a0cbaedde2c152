// The soa slice's only door.
export { soaHistories } from './soa.history.ts';
export { listVersions as statementVersions } from './versions.repository.ts';
