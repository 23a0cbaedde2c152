// Reads a stranger's file in a worker with little memory and a watch on its progress. If the worker
// dies of hunger, loops or crashes, the file is refused by one problem and the server has lost nothing.
import { Worker } from 'node:worker_threads';
import { fatal } from '../read/problem.ts';
import type { Batch, ReadRequest, Summary } from '../read/summary.ts';

/** What the worker sends; a batch waits for its receipt, so no more than one is under way. */
export type FromWorker = { readonly kind: 'batch'; readonly batch: Batch } | { readonly kind: 'done'; readonly summary: Summary };

const workerAddress = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Reads a file; `give` is awaited for each batch. A failure of `give` ends the reading and is thrown. */
export function readInWorker(request: ReadRequest, give: (batch: Batch) => Promise<void>): Promise<Summary> {
  const worker = new Worker(workerAddress, { workerData: request, resourceLimits: { maxOldGenerationSizeMb: request.limits.heapMiB }, stdout: false, stderr: false });
  return new Promise((resolve, reject) => {
    let stalled: NodeJS.Timeout | undefined;
    const end = (act: () => void): void => {
      clearTimeout(stalled);
      void worker.terminate().then(act, act);
    };
    const watch = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(() => end(() => resolve(refusedSummary('limit.time', `Reading made no progress for ${request.limits.stallMs / 1000} seconds.`))), request.limits.stallMs);
    };
    watch();
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'done') return end(() => resolve(message.summary));
      clearTimeout(stalled);
      give(message.batch).then(() => {
        watch();
        worker.postMessage('more');
      }, (cause: unknown) => end(() => reject(cause instanceof Error ? cause : new Error(String(cause)))));
      return undefined;
    });
    worker.on('error', (cause) => {
      const hungry = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => resolve(hungry ? refusedSummary('limit.memory', `Reading needed more than ${request.limits.heapMiB} MiB of memory.`) : refusedSummary('limit.crash', `The reader stopped: ${cause.message.slice(0, 160)}`)));
    });
  });
}

function refusedSummary(code: string, message: string): Summary {
  return {
    reader: 'none', readerTitle: 'Refused file', readerVersion: 0, source: undefined, observations: 0, populationRows: 0,
    problems: [fatal(code, message, { remedy: 'Split the export, or keep the file as a plain artefact.' })], counts: { fatal: 1, error: 0, warning: 0 },
  };
}
