// The controls slice's only door for other slices.
export { insertControlSet, listControls, listMappings, listStates } from './controls.repository.ts';
export { decideControl } from './controls.usecases.ts';
export { knowledge, NothingKnown, type Knowledge } from './posture.readmodel.ts';
