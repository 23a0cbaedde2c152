// The domain: pure decisions, one door per slice.
export * from './kernel/index.ts';
export * from './tables/index.ts';
export * from './frameworks/index.ts';
export * from './controls/index.ts';
export * from './monitoring/index.ts';
export * from './evidence/index.ts';
export * from './risks/index.ts';
export * from './soa/index.ts';
export * from './findings/index.ts';
export * from './audits/index.ts';
export * from './policies/index.ts';
export * from './isms/index.ts';
export * from './access/index.ts';
export * from './work/index.ts';
export * from './documents/index.ts';
export * from './gaps/index.ts';
export * from './path/index.ts';
