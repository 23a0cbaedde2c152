// What goes between the process that reads and the one that started it.
import type { GridSheet, Result } from '@assay/core';
import type { Problem } from '../read/reader.ts';
import type { TextFile } from '../texts/readText.ts';
import type { Batch, Progress, ReadRequest, StoredRequest, Summary } from '../read/summary.ts';

export type ToWorker =
  | { readonly kind: 'read'; readonly request: ReadRequest }
  | { readonly kind: 'grid'; readonly request: StoredRequest }
  | { readonly kind: 'text'; readonly request: StoredRequest }
  | { readonly kind: 'more' };

/** What the process that reads has used so far. */
export interface Use {
  /** Its largest resident size. */
  readonly peakMiB: number;
  readonly cpuMs: number;
}

export type FromWorker =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'progress'; readonly progress: Progress; readonly use: Use }
  | LastWord;

/** What the process says when it has read everything. */
export type LastWord =
  | { readonly kind: 'done'; readonly summary: Summary; readonly use: Use }
  | { readonly kind: 'grid'; readonly found: Result<readonly GridSheet[], Problem>; readonly use: Use }
  | { readonly kind: 'text'; readonly found: Result<TextFile, Problem>; readonly use: Use };

/** Batches that may be under way: while one is stored the next two are read. */
export const CREDIT = 3;

export function isFromWorker(message: unknown): message is FromWorker {
  const kind = kindOf(message);
  return kind === 'batch' || kind === 'progress' || kind === 'done' || kind === 'grid' || kind === 'text';
}

export function isToWorker(message: unknown): message is ToWorker {
  const kind = kindOf(message);
  return kind === 'read' || kind === 'grid' || kind === 'text' || kind === 'more';
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
}
