// The monitoring slice's only door.
export * from './observation.ts';
export * from './latest.ts';
export * from './runs.ts';
export * from './results.ts';
export * from './collectors/index.ts';
export * from './windows/index.ts';
export * from './days/index.ts';
export * from './strip/index.ts';
export * from './populations/index.ts';
export * from './samples/index.ts';
