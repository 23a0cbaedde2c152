export * from './facts.ts';
export * from './situation.ts';
