// Simulates a plan on threads of its own, so that the server goes on answering; what was simulated is kept by its content.
import {
  BLOCK,
  compile,
  sumBlocks,
  type PlanBlock,
  type PlanFault,
  type PlanNetwork,
  type PlanRun,
  type PlanSimulation,
  type Result,
} from '@assay/core';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { sha256Hex } from '../../platform/crypto.ts';
import { Answers } from '../../platform/threads/answers.ts';
import type { SimulatorOrder } from './planSimulator.ts';

const LONGEST_MS = 30_000;
/** Threads of one run, and runs at a time; further runs wait. */
const THREADS = 2;
const limit = pLimit(1);
const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './planSimulator.ts' : './planSimulator.js',
  import.meta.url,
);

type Simulated = Result<PlanSimulation, PlanFault>;

/** Plans that were asked last, by a hash of what they are made from; equal plans give equal courses. */
const kept = new Answers<Simulated>(40);

/** What comes of a plan in so many courses; undefined where it was cancelled or took too long. */
export function simulateApart(
  network: PlanNetwork,
  run: PlanRun,
  cancel?: AbortSignal,
): Promise<Simulated | undefined> {
  return kept.of(
    sha256Hex(JSON.stringify({ network, run })),
    (stop) => simulated(network, run, stop),
    cancel,
  );
}

async function simulated(
  network: PlanNetwork,
  run: PlanRun,
  cancel: AbortSignal,
): Promise<Simulated | undefined> {
  const compiled = compile(network);
  if (!compiled.ok) return compiled;
  const blocks = await limit(() => blocksApart(network, run, cancel));
  return blocks && sumBlocks(compiled.value, run, blocks);
}

async function blocksApart(
  network: PlanNetwork,
  run: PlanRun,
  cancel: AbortSignal,
): Promise<readonly PlanBlock[] | undefined> {
  const stop = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), cancel]);
  if (stop.aborted) return undefined;
  const hands = Math.min(THREADS, availableParallelism(), Math.ceil(run.runs / BLOCK));
  const threads = Array.from({ length: hands }, () => new Worker(besideThisFile));
  const end = (): void => threads.forEach((thread) => void thread.terminate());
  stop.addEventListener('abort', end);
  try {
    const dealt = await Promise.all(
      threads.map((thread, hand) => answerOf(thread, { network, run, of: { hand, hands } }, stop)),
    );
    // Hands took blocks as cards are dealt: laid back, they are in their order again.
    const count = Math.ceil(run.runs / BLOCK);
    const blocks = Array.from({ length: count }, (_, i) => dealt[i % hands]?.[Math.floor(i / hands)]);
    const found = blocks.flatMap((block) => block ?? []);
    return found.length === count ? found : undefined;
  } finally {
    stop.removeEventListener('abort', end);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function answerOf(
  thread: Worker,
  order: SimulatorOrder,
  stop: AbortSignal,
): Promise<readonly PlanBlock[] | undefined> {
  return new Promise((resolve, reject) => {
    thread.once('message', (blocks: readonly PlanBlock[]) => resolve(blocks));
    thread.once('error', reject);
    thread.once('messageerror', reject);
    thread.once('exit', () => {
      if (stop.aborted) resolve(undefined);
      else reject(new Error('the simulating thread ended before it answered'));
    });
    thread.postMessage(order);
  });
}
