// The frameworks slice's only door.
export { readCatalogue, STANDARD_FRAMEWORKS, type Catalogue } from './catalogue.ts';
export { decisions, ownFrameworks } from './frameworks.repository.ts';
export { allFrameworks, decideApplicability } from './frameworks.usecases.ts';
