// The monitoring slice's only door.
export * from './observation.ts';
export * from './results.ts';
