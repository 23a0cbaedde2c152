// The rooms slice's only door.
export * from './room.ts';
export { freeProvider } from './business.ts';
