// The gaps slice's only door.
export { gapsDocuments } from './gaps.document.ts';
export { actionTitles } from './gaps.presenter.ts';
export { gapAnalysis, type GapAnalysis } from './gaps.readmodel.ts';
