// The policies slice's only door.
export * from './acknowledgement.ts';
export * from './difference.ts';
export * from './fill.ts';
export * from './sameness.ts';
export * from './standing.ts';
export * from './template.ts';
