// The controls slice's only door for other slices.
export { controlsDocuments } from './controls.document.ts';
export { controlsHistories } from './controls.history.ts';
export {
  controlCodes,
  implementedSince,
  insertControlSet,
  listControls,
  listMappings,
} from './controls.repository.ts';
export { decideControl } from './controls.usecases.ts';
export { requirementSentence, stepText } from './controls.sentences.ts';
export { supposing } from './supposition.readmodel.ts';
export { knowledge, NothingKnown, outline, type Knowledge, type Outline } from './posture.readmodel.ts';
