// The door of windows for other slices.
export { currentWindow } from './windows/current.readmodel.ts';
export { remarkSentence } from './windows/windows.sentences.ts';
export { windowWork } from './windows/work.readmodel.ts';
