// The evidence slice's only door.
export * from './evidence.ts';
export * from './freshness.ts';
export * from './examination.ts';
export * from './reading.ts';
export * from './verdict.ts';
export * from './ledger/index.ts';
