// The monitoring slice's only door.
export * from './observation.ts';
