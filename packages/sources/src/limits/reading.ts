// Reads a stranger's file in a process of its own, with a small heap and a watch on its progress. If it
// dies of hunger, loops or crashes, the file is refused by one problem and the server has lost nothing.
// A thread would not do: V8 ends the whole process when JSON.parse outgrows a thread's heap, and nothing
// can stop a thread inside JSON.parse.
import { fork, type ChildProcess } from 'node:child_process';
import { fatal } from '../read/problem.ts';
import type { Problem } from '../read/reader.ts';
import type { Batch, Limits, Progress } from '../read/summary.ts';
import { isFromWorker, type FromWorker, type LastWord, type ToWorker, type Use } from './message.ts';

export interface WorkerOptions {
  /** Ends the reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Told at the end what the worker had used. */
  readonly used?: (use: Use) => void;
  /** Where the worker's code lies when a bundler has moved it. */
  readonly worker?: URL;
  /** The process that read the file before reads this one too. */
  readonly keep?: KeptProcess;
}

/**
 * A process that reads several files, one after the other: half a second less for each. Only for files of one
 * organisation that were read before, each in a process of its own; whatever fails one of them ends the process too.
 */
export class KeptProcess {
  #idle: { readonly process: ChildProcess; readonly heapMiB: number; readonly cpuMs: number } | undefined;
  #closed = false;

  /** The idle process with what it has used so far. */
  take(heapMiB: number): { readonly process: ChildProcess; readonly cpuMs: number } | undefined {
    const held = this.#idle;
    this.#idle = undefined;
    held?.process.off('error', IGNORED);
    if (held?.process.connected && held.heapMiB === heapMiB) return held;
    held?.process.kill('SIGKILL');
    return undefined;
  }

  /** One process is kept; another that is left meanwhile, or after the end, has nobody to wait for. */
  leave(process: ChildProcess, heapMiB: number, cpuMs: number): void {
    if (this.#closed || this.#idle) {
      process.kill('SIGKILL');
      return;
    }
    process.on('error', IGNORED);
    this.#idle = { process, heapMiB, cpuMs };
  }

  close(): void {
    this.#closed = true;
    this.#idle?.process.kill('SIGKILL');
    this.#idle = undefined;
  }
}

const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
);
/** An idle process that fails is found dead by whoever takes it. */
const IGNORED = (): void => undefined;

const LAST_WORDS = 16_384;
/** What a busy machine may need until a process has said its first word; that is not the file's doing. */
const START_MS = 20_000;
/**
 * Each half of the young generation. V8's own choice grows with the stream until a gibibyte of it needs
 * 250 MiB; with this one it needs 150, at the same speed, because findings die young either way.
 */
const YOUNG_MIB = 8;

/** What is asked of the process, and what becomes of its answers. */
export interface Parts<T> {
  readonly ask: ToWorker;
  readonly limits: Limits;
  readonly give: (batch: Batch) => Promise<void>;
  readonly options: WorkerOptions;
  /** The outcome that the process ends with. */
  readonly ended: (word: LastWord) => T;
  /** The outcome of a reading that was stopped or died. */
  readonly refused: (problem: Problem) => T;
}

/** Starts a process for one reading; rejected when `give` fails or the signal aborts. */
export function readApart<T>(parts: Parts<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (parts.options.signal?.aborted === true) reject(reasonOf(parts.options.signal));
    else new Reading(parts, { resolve, reject }).start();
  });
}

interface Settle<T> {
  readonly resolve: (outcome: T) => void;
  readonly reject: (cause: Error) => void;
}

/** One reading: a process, its watch, and the batches that wait to be taken. */
class Reading<T> {
  readonly #worker: ChildProcess;
  readonly #parts: Parts<T>;
  readonly #settle: Settle<T>;
  #total: NodeJS.Timeout | undefined;
  #stall: NodeJS.Timeout | undefined;
  #taking: Promise<void> = Promise.resolve();
  #waiting = 0;
  #lastWords = '';
  /** The worker has said all it had to say. */
  #done = false;
  #ended = false;
  #heard: boolean;
  /** Processor time that the process had used for files before this one, and in all. */
  readonly #before: number;
  #used = 0;

  constructor(parts: Parts<T>, settle: Settle<T>) {
    this.#parts = parts;
    this.#settle = settle;
    const kept = parts.options.keep?.take(parts.limits.heapMiB);
    this.#before = kept?.cpuMs ?? 0;
    this.#heard = kept !== undefined;
    this.#worker = kept?.process ?? startProcess(parts);
  }

  start(): void {
    const { totalMs } = this.#parts.limits;
    if (totalMs !== undefined)
      this.#total = setTimeout(
        () => this.#refuse('limit.time', `Reading took longer than ${totalMs / 1000} seconds.`),
        totalMs,
      );
    this.#parts.options.signal?.addEventListener('abort', this.#abort);
    this.#worker.on('message', (message) => {
      if (isFromWorker(message)) this.#receive(message);
    });
    this.#worker.on('error', (cause) =>
      this.#refuse(
        'limit.crash',
        `The reader could not be started or reached: ${cause.message.slice(0, 160)}`,
      ),
    );
    this.#worker.on('close', () => this.#died());
    this.#worker.stderr?.on('data', (chunk: Buffer) => {
      if (this.#lastWords.length < LAST_WORDS) this.#lastWords += chunk.toString('latin1');
    });
    this.#send(this.#parts.ask);
    this.#watch();
  }

  #receive(message: FromWorker): void {
    if (this.#ended) return;
    this.#heard = true;
    if (message.kind !== 'batch') this.#used = message.use.cpuMs;
    if (message.kind === 'progress') this.#advance(message);
    else if (message.kind === 'batch') this.#take(message.batch);
    else {
      this.#done = true;
      this.#parts.options.used?.(message.use);
      this.#taking = this.#taking.then(() =>
        this.#end(() => this.#settle.resolve(this.#parts.ended(message))),
      );
    }
    this.#watch();
  }

  /** A file may also be refused for the processor time that it takes, although it never stands still. */
  #advance({ progress, use }: { readonly progress: Progress; readonly use: Use }): void {
    const { cpuMs } = this.#parts.limits;
    this.#parts.options.progress?.(progress);
    if (use.cpuMs - this.#before > cpuMs)
      this.#refuse('limit.time', `Reading needed more than ${cpuMs / 1000} seconds of processor time.`);
  }

  #take(batch: Batch): void {
    this.#waiting += 1;
    this.#taking = this.#taking.then(async () => {
      if (this.#ended) return;
      try {
        await this.#parts.give(batch);
      } catch (cause) {
        this.#end(() => this.#settle.reject(cause instanceof Error ? cause : new Error(String(cause))));
        return;
      }
      this.#waiting -= 1;
      this.#send({ kind: 'more' });
      this.#watch();
    });
  }

  #send(message: ToWorker): void {
    if (this.#worker.connected) this.#worker.send(message, () => {});
  }

  /** The worker's time runs only while it owes something, not while we are storing what it gave. */
  #watch(): void {
    clearTimeout(this.#stall);
    if (this.#ended || this.#done || this.#waiting > 0) return;
    const { stallMs } = this.#parts.limits;
    this.#stall = setTimeout(
      () => this.#refuse('limit.time', `Reading made no progress for ${stallMs / 1000} seconds.`),
      this.#heard ? stallMs : Math.max(stallMs, START_MS),
    );
  }

  #died(): void {
    if (this.#done) return;
    const { heapMiB } = this.#parts.limits;
    if (/heap out of memory|Array buffer allocation failed/.test(this.#lastWords))
      this.#refuse('limit.memory', `Reading needed more than ${heapMiB} MiB of memory.`);
    else
      this.#refuse('limit.crash', `The reader stopped before it had finished${reasonIn(this.#lastWords)}.`);
  }

  #refuse(code: string, message: string): void {
    const remedy = 'Split the export, or keep the file as a plain artefact.';
    this.#end(() => this.#settle.resolve(this.#parts.refused(fatal(code, message, { remedy }))));
  }

  /** A process that did its work may be kept for the next; every other end is the process's, too. */
  #release(): void {
    const { options, limits } = this.#parts;
    if (!this.#done || !options.keep) {
      this.#worker.kill('SIGKILL');
      return;
    }
    for (const event of ['message', 'error', 'close']) this.#worker.removeAllListeners(event);
    this.#worker.stderr?.removeAllListeners('data');
    options.keep.leave(this.#worker, limits.heapMiB, this.#used);
  }

  readonly #abort = (): void => this.#end(() => this.#settle.reject(reasonOf(this.#parts.options.signal)));

  #end(act: () => void): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#stall);
    clearTimeout(this.#total);
    this.#parts.options.signal?.removeEventListener('abort', this.#abort);
    this.#release();
    // What is being stored must have ended before the caller goes on: nothing may arrive behind its back.
    void this.#taking.then(act);
  }
}

function startProcess({ options, limits }: Pick<Parts<unknown>, 'options' | 'limits'>): ChildProcess {
  return fork(options.worker ?? besideThisFile, {
    execArgv: [
      `--max-old-space-size=${limits.heapMiB}`,
      `--max-semi-space-size=${YOUNG_MIB}`,
      // It may read files and answer us: no writing, no programs of its own, no workers, no add-ons.
      '--permission',
      '--allow-fs-read=*',
      '--disable-proto=delete',
      '--disable-warning=ExperimentalWarning',
    ],
    // No secret of ours is in the reach of whatever a hostile file may set off.
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function reasonIn(lastWords: string): string {
  const reason = /^\w*Error: .*$/m.exec(lastWords)?.[0];
  return reason === undefined ? '' : `: ${reason.slice(0, 160)}`;
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('The reading was cancelled.');
}
