// The door of windows for other slices.
export { currentWindow } from './windows/current.readmodel.ts';
export { controlsInPeriod, type ControlInPeriod } from './windows/inPeriod.readmodel.ts';
export { remarkSentence } from './windows/windows.sentences.ts';
export { windowWork } from './windows/work.readmodel.ts';
