// The soa slice's only door.
export * from './import/index.ts';
