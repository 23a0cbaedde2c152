// Reads a written document apart from the server, which a person waits for.
import { err, type Result } from '@assay/core';
import type { Problem } from '../read/reader.ts';
import { DEFAULT_LIMITS, type StoredRequest } from '../read/summary.ts';
import type { TextFile } from '../texts/readText.ts';
import { readApart, type WorkerOptions } from './reading.ts';

/** What people write by hand is small; a PDF with pictures is the largest of it. */
export const TEXT_LIMITS = {
  ...DEFAULT_LIMITS,
  cpuMs: 10_000,
  totalMs: 20_000,
  maxBytes: 32 * 1024 * 1024,
} as const;

/** The text of a document; the problem says what is wrong with one that is none, or that is hostile. */
export function readTextInWorker(
  request: StoredRequest,
  options: WorkerOptions = {},
): Promise<Result<TextFile, Problem>> {
  return readApart({
    ask: { kind: 'text', request },
    limits: request.limits,
    give: () => Promise.resolve(),
    options,
    ended: (word) => {
      if (word.kind === 'text') return word.found;
      throw new Error('the reader answered what it was not asked');
    },
    refused: (problem) => err(problem),
  });
}
