// Reads a stranger's file apart from the server, batch by batch.
import type { Problem } from '../read/reader.ts';
import type { Batch, ReadRequest, Summary } from '../read/summary.ts';
import { readApart, type WorkerOptions } from './reading.ts';

/** Reads a file; `give` is awaited for each batch in turn. A failure of `give` ends the reading and is thrown. */
export function readInWorker(
  request: ReadRequest,
  give: (batch: Batch) => Promise<void>,
  options: WorkerOptions = {},
): Promise<Summary> {
  return readApart({
    ask: { kind: 'read', request },
    limits: request.limits,
    give,
    options,
    ended: (word) => {
      if (word.kind === 'done') return word.summary;
      throw new Error('the reader answered what it was not asked');
    },
    refused: refusedSummary,
  });
}

function refusedSummary(problem: Problem): Summary {
  return {
    reader: 'none',
    readerTitle: 'Refused file',
    readerVersion: 0,
    source: undefined,
    observations: 0,
    populationRows: 0,
    problems: [problem],
    counts: { fatal: 1, error: 0, warning: 0 },
  };
}
