// The simulating thread: scenarios come in, a word for each goes out as it is done, then their years together.
import { followOrder, type SimulatorOrder } from '@assay/core';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (order: SimulatorOrder) => {
  for (const word of followOrder(order)) parentPort?.postMessage(word);
});
