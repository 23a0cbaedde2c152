// Runs a case on threads of its own, so that the server goes on answering; threads stop when they are told or too late.
import {
  answerLosses,
  dealScenarios,
  marksOf,
  type LossAnswer,
  type LossCase,
  type LossPart,
  type LossWhole,
  type ScenarioLosses,
} from '@assay/core';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { SimulatorOrder, SimulatorWord } from './order.ts';

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
    const run = { seed: given.seed, years: given.years, scenarios: given.scenarios };
    const hands = dealScenarios(run, Math.min(THREADS, availableParallelism()));
    const threads = hands.map(() => new Worker(besideThisFile));
    const end = (): void => threads.forEach((thread) => void thread.terminate());
    stop.addEventListener('abort', end);
    try {
      if (stop.aborted) return undefined;
      return await gather({ given, hands, threads, watching, stop });
    } finally {
      stop.removeEventListener('abort', end);
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  });
}

async function gather(of: {
  readonly given: LossCase;
  readonly hands: ReturnType<typeof dealScenarios>;
  readonly threads: readonly Worker[];
  readonly watching: Watching;
  readonly stop: AbortSignal;
}): Promise<LossAnswer | undefined> {
  const { given, hands, threads, watching, stop } = of;
  const lines: ScenarioLosses[] = [];
  const hear = (word: SimulatorWord): void => {
    if (word.said !== 'scenario') return;
    lines.push(word.losses);
    watching.progress?.(lines.length, given.scenarios.length);
  };
  const words = await Promise.all(
    threads.flatMap((thread, i) => {
      const hand = hands[i];
      return hand ? [ask(thread, { do: 'part', run: hand }, { hear, stop })] : [];
    }),
  );
  const parts = words.flatMap((word): LossPart[] => (word?.said === 'part' ? [word.part] : []));
  const [first] = threads;
  if (!first || parts.length < threads.length) return undefined;
  const order: SimulatorOrder = { do: 'sum', parts, marks: marksOf(given.tolerance) };
  const last = await ask(first, order, { hear, stop });
  const whole: LossWhole | undefined = last?.said === 'whole' ? last.whole : undefined;
  return whole && answerLosses(given, lines, whole);
}

/** The last word of an order; undefined where the thread was stopped before it. */
function ask(
  thread: Worker,
  order: SimulatorOrder,
  { hear, stop }: { readonly hear: (word: SimulatorWord) => void; readonly stop: AbortSignal },
): Promise<SimulatorWord | undefined> {
  return new Promise((resolve, reject) => {
    thread.on('message', (word: SimulatorWord) => {
      if (word.said === 'scenario') hear(word);
      else resolve(word);
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      if (stop.aborted) resolve(undefined);
      else reject(new Error('the simulating thread ended before it answered'));
    });
    thread.postMessage(order);
  });
}
