// The evidence slice's only door.
export * from './evidence.ts';
