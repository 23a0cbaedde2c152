// The door of windows for other slices.
export { windowWork } from './work.readmodel.ts';
