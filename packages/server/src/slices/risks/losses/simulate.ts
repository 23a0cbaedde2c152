// Runs a case on threads of its own, so that the server goes on answering; threads stop when they are told or too late.
import { simulateByHands, type Hand } from '@assay/contract';
import type { LossAnswer, LossCase, SimulatorWord } from '@assay/core';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';

const LONGEST_MS = 30_000;
/** Threads of one run, and runs at a time; further runs wait. */
const THREADS = 2;
const limit = pLimit(1);
const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './simulator.ts' : './simulator.js',
  import.meta.url,
);

export interface Watching {
  /** How many scenarios of how many are done. */
  readonly progress?: (done: number, of: number) => void;
  /** Ends the run; it then has no answer. */
  readonly cancel?: AbortSignal;
  readonly longestMs?: number;
}

/** The answer, or undefined where the run was cancelled or took too long. */
export function simulateApart(given: LossCase, watching: Watching = {}): Promise<LossAnswer | undefined> {
  return limit(async () => {
    const stop = AbortSignal.any([
      AbortSignal.timeout(watching.longestMs ?? LONGEST_MS),
      ...(watching.cancel ? [watching.cancel] : []),
    ]);
    if (stop.aborted) return undefined;
    const threads: Worker[] = [];
    const end = (): void => threads.forEach((thread) => void thread.terminate());
    const open = (count: number): readonly Hand[] => {
      threads.push(...Array.from({ length: count }, () => new Worker(besideThisFile)));
      return threads.map((thread) => handOf(thread, stop));
    };
    stop.addEventListener('abort', end);
    try {
      const most = Math.min(THREADS, availableParallelism());
      return await simulateByHands(given, { most, open }, watching.progress ?? (() => undefined));
    } finally {
      stop.removeEventListener('abort', end);
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  });
}

function handOf(thread: Worker, stop: AbortSignal): Hand {
  return (order, hear) =>
    new Promise((resolve, reject) => {
      const ended = (): void => {
        if (stop.aborted) resolve(undefined);
        else reject(new Error('the simulating thread ended before it answered'));
      };
      const heard = (word: SimulatorWord): void => {
        if (word.said === 'scenario') {
          hear(word.losses);
          return;
        }
        thread.off('message', heard).off('error', reject).off('exit', ended);
        resolve(word);
      };
      thread.on('message', heard).on('error', reject).on('exit', ended);
      thread.postMessage(order);
    });
}
