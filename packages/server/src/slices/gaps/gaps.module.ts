// The gaps slice's only door.
export { gapsDocuments } from './gaps.document.ts';
