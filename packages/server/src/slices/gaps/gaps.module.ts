// The gaps slice's only door.
export { gapsDocuments } from './gaps.document.ts';
export { gapAnalysis } from './gaps.readmodel.ts';
