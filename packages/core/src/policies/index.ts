// The policies slice's only door.
export * from './template.ts';
export * from './fill.ts';
