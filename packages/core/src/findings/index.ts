// The findings slice's only door.
export * from './finding.ts';
export * from './state.ts';
export * from './clocks.ts';
export {
  changeFinding,
  closeFinding,
  findingFaults,
  missingToClose,
  newFinding,
  reopenFinding,
  type FindingFault,
  type FindingRefusal,
} from './refuse.ts';
export * from './lints.ts';
