// The path's only door.
export * from './steps.ts';
export * from './standing.ts';
