// The frameworks slice's only door.
export * from './framework.ts';
export * from './catalogue.ts';
export * from './systems.ts';
