// Reads a workbook or a CSV file as grids, apart from the program that asks.
import { err, type GridSheet, type Result } from '@assay/core';
import type { Problem } from '../read/reader.ts';
import { DEFAULT_LIMITS, type StoredRequest } from '../read/summary.ts';
import { readApart, type WorkerOptions } from './reading.ts';

/** A grid is held in memory, so its file is small: what people keep by hand has less than a mebibyte. */
export const GRID_LIMITS = {
  ...DEFAULT_LIMITS,
  cpuMs: 30_000,
  totalMs: 60_000,
  maxBytes: 128 * 1024 * 1024,
} as const;

/** All sheets of a file; the problem says what is wrong with one that is no table, or that is hostile. */
export function readGridInWorker(
  request: StoredRequest,
  options: WorkerOptions = {},
): Promise<Result<readonly GridSheet[], Problem>> {
  return readApart({
    ask: { kind: 'grid', request },
    limits: request.limits,
    give: () => Promise.resolve(),
    options,
    ended: (word) => {
      if (word.kind === 'grid') return word.found;
      throw new Error('the reader answered what it was not asked');
    },
    refused: (problem) => err(problem),
  });
}
