// What goes from the worker to the one who started it.
import type { Batch, Progress, Summary } from '../read/summary.ts';

export type FromWorker =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly summary: Summary };

/** Batches that may be under way: while one is stored the next two are read. */
export const CREDIT = 3;
