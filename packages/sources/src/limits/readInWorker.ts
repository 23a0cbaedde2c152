// Reads a stranger's file in a worker with little memory and a watch on its progress. If the worker
// dies of hunger, loops or crashes, the file is refused by one problem and the server has lost nothing.
import { Worker } from 'node:worker_threads';
import { fatal } from '../read/problem.ts';
import type { Batch, Progress, ReadRequest, Summary } from '../read/summary.ts';
import type { FromWorker } from './message.ts';

export interface WorkerOptions {
  /** Ends the reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Where the worker's code lies when a bundler has moved it. */
  readonly worker?: URL;
}

const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
);

/** Reads a file; `give` is awaited for each batch in turn. A failure of `give` ends the reading and is thrown. */
export function readInWorker(
  request: ReadRequest,
  give: (batch: Batch) => Promise<void>,
  options: WorkerOptions = {},
): Promise<Summary> {
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted === true) return reject(reasonOf(options.signal));
    new Reading(request, { give, options, resolve, reject });
    return undefined;
  });
}

interface Parts {
  readonly give: (batch: Batch) => Promise<void>;
  readonly options: WorkerOptions;
  readonly resolve: (summary: Summary) => void;
  readonly reject: (cause: Error) => void;
}

/** One reading: a worker, its watch, and the batches that wait to be taken. */
class Reading {
  readonly #worker: Worker;
  readonly #parts: Parts;
  readonly #request: ReadRequest;
  readonly #total: NodeJS.Timeout | undefined;
  #stall: NodeJS.Timeout | undefined;
  #taking: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** The worker has said its last word. */
  #done = false;
  #ended = false;

  constructor(request: ReadRequest, parts: Parts) {
    const { heapMiB, totalMs } = request.limits;
    this.#parts = parts;
    this.#request = request;
    this.#worker = new Worker(parts.options.worker ?? besideThisFile, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32 },
      stdout: false,
      stderr: false,
    });
    this.#total =
      totalMs === undefined
        ? undefined
        : setTimeout(
            () => this.#refuse('limit.time', `Reading took longer than ${totalMs / 1000} seconds.`),
            totalMs,
          );
    this.#watch();
    parts.options.signal?.addEventListener('abort', this.#abort);
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (cause) => this.#died(cause));
    this.#worker.on('exit', () => this.#refuse('limit.crash', 'The reader stopped before it had finished.'));
  }

  #receive(message: FromWorker): void {
    if (this.#ended) return;
    this.#watch();
    if (message.kind === 'progress') this.#parts.options.progress?.(message.progress);
    else if (message.kind === 'batch') this.#take(message.batch);
    else {
      // The worker is done; nothing can go wrong in it any more, only in what is still being taken.
      this.#done = true;
      clearTimeout(this.#stall);
      this.#taking = this.#taking.then(() => this.#end(() => this.#parts.resolve(message.summary)));
    }
  }

  #take(batch: Batch): void {
    this.#waiting += 1;
    this.#taking = this.#taking.then(async () => {
      if (this.#ended) return;
      try {
        await this.#parts.give(batch);
      } catch (cause) {
        this.#end(() => this.#parts.reject(cause instanceof Error ? cause : new Error(String(cause))));
        return;
      }
      this.#waiting -= 1;
      this.#worker.postMessage('more');
      this.#watch();
    });
  }

  /** The worker's time runs only while it owes something, not while we are storing what it gave. */
  #watch(): void {
    clearTimeout(this.#stall);
    if (this.#ended || this.#done || this.#waiting > 0) return;
    const { stallMs } = this.#request.limits;
    this.#stall = setTimeout(
      () => this.#refuse('limit.time', `Reading made no progress for ${stallMs / 1000} seconds.`),
      stallMs,
    );
  }

  #died(cause: unknown): void {
    const message = cause instanceof Error ? cause.message : String(cause);
    const hungry = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (hungry)
      this.#refuse('limit.memory', `Reading needed more than ${this.#request.limits.heapMiB} MiB of memory.`);
    else this.#refuse('limit.crash', `The reader stopped: ${message.slice(0, 160)}`);
  }

  #refuse(code: string, message: string): void {
    if (this.#done) return;
    this.#end(() => this.#parts.resolve(refusedSummary(code, message)));
  }

  readonly #abort = (): void => this.#end(() => this.#parts.reject(reasonOf(this.#parts.options.signal)));

  #end(act: () => void): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#stall);
    clearTimeout(this.#total);
    this.#parts.options.signal?.removeEventListener('abort', this.#abort);
    // What is being stored must have ended before the caller goes on: nothing may arrive behind its back.
    void Promise.allSettled([this.#worker.terminate(), this.#taking]).then(act);
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('The reading was cancelled.');
}

function refusedSummary(code: string, message: string): Summary {
  return {
    reader: 'none',
    readerTitle: 'Refused file',
    readerVersion: 0,
    source: undefined,
    observations: 0,
    populationRows: 0,
    problems: [fatal(code, message, { remedy: 'Split the export, or keep the file as a plain artefact.' })],
    counts: { fatal: 1, error: 0, warning: 0 },
  };
}
