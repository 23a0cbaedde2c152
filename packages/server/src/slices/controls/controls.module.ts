// The controls slice's only door for other slices.
export { insertControlSet, listControls } from './controls.repository.ts';
export { decideControl } from './controls.usecases.ts';
export { knowledge, type Knowledge } from './posture.readmodel.ts';
