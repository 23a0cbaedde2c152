// The door of windows for other slices.
export { windowWork } from './windows/work.readmodel.ts';
