// The controls slice's only door.
export * from './control.ts';
