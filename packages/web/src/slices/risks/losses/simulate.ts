// A run in workers of the browser: it says how far it is, and ends when it is told to.
import { simulateByHands, type Hand } from '@assay/contract';
import type { LossAnswer, LossCase, SimulatorWord } from '@assay/core';

const WORKERS = 2;

export interface Run {
  /** Undefined where the run was stopped. */
  readonly answer: Promise<LossAnswer | undefined>;
  readonly stop: () => void;
}

export function startRun(given: LossCase, progress: (done: number, of: number) => void): Run {
  const workers: Worker[] = [];
  const stopped = new AbortController();
  const stop = (): void => {
    stopped.abort();
    for (const worker of workers) worker.terminate();
  };
  const open = (count: number): readonly Hand[] => {
    for (let i = 0; i < count; i += 1)
      workers.push(new Worker(new URL('./simulator.worker.ts', import.meta.url), { type: 'module' }));
    return workers.map((worker) => handOf(worker, stopped.signal));
  };
  const most = Math.min(WORKERS, navigator.hardwareConcurrency);
  const answer = simulateByHands(given, { most, open }, progress).finally(stop);
  return { answer, stop };
}

function handOf(worker: Worker, stopped: AbortSignal): Hand {
  return (order, hear) =>
    new Promise((resolve, reject) => {
      stopped.addEventListener('abort', () => resolve(undefined), { once: true });
      worker.addEventListener('error', () => reject(new Error('The simulation could not be started.')));
      worker.addEventListener('message', ({ data: word }: MessageEvent<SimulatorWord>) => {
        if (word.said === 'scenario') hear(word.losses);
        else resolve(word);
      });
      worker.postMessage(order);
    });
}
