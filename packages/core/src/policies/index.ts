// The policies slice's only door.
export * from './acknowledgement.ts';
export * from './difference.ts';
export * from './fill.ts';
export { plainOf, type InlinePart } from './inline.ts';
export * from './markdown.ts';
export * from './overview.ts';
export * from './sameness.ts';
export * from './standing.ts';
export * from './template.ts';
