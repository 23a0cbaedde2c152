// The isms slice's only door for other slices.
export { ismsHistories } from './isms.history.ts';
export { rolesOf, scopeOn } from './inForce.repository.ts';
