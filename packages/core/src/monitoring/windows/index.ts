// The window engine: for every day of a period, did each control run?
export * from './schedule.ts';
export * from './zone.ts';
export * from './timeline.ts';
export * from './occurrence.ts';
export * from './evaluate.ts';
export * from './days.ts';
export * from './clean.ts';
export * from './criterion.ts';
export type { Span } from './scoped.ts';
