// The frameworks slice's only door.
export * from './framework.ts';
