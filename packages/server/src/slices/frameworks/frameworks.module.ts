// The frameworks slice's only door.
export { frameworksHistories } from './frameworks.history.ts';
export { readCatalogue, type Catalogue } from './catalogue.ts';
export { decisions } from './frameworks.repository.ts';
export { allFrameworks } from './frameworks.usecases.ts';
export { recordWords, type NextWord } from './words.usecases.ts';
