// The simulating thread of a plan: an order comes in, one word for all its blocks goes out.
import {
  compile,
  simulateBlocks,
  type Hand,
  type PlanBlock,
  type PlanNetwork,
  type PlanRun,
} from '@assay/core';
import { parentPort } from 'node:worker_threads';

export interface SimulatorOrder {
  readonly network: PlanNetwork;
  readonly run: PlanRun;
  readonly of: Hand;
}

parentPort?.on('message', ({ network, run, of }: SimulatorOrder) => {
  const compiled = compile(network);
  const blocks: readonly PlanBlock[] = compiled.ok ? [...simulateBlocks(compiled.value, run, of)] : [];
  parentPort?.postMessage(blocks);
});
