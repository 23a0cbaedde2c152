// The simulating thread: scenarios come in, a word for each goes out as it is done, then their years together.
import { simulatePart, sumParts } from '@assay/core';
import { parentPort } from 'node:worker_threads';
import type { SimulatorOrder, SimulatorWord } from './order.ts';

parentPort?.on('message', (order: SimulatorOrder) => {
  if (order.do === 'sum') {
    say({ said: 'whole', whole: sumParts(order.parts, order.marks) });
    return;
  }
  const steps = simulatePart(order.run);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      say({ said: 'part', part: step.value });
      return;
    }
    say({ said: 'scenario', losses: step.value });
  }
});

function say(word: SimulatorWord): void {
  parentPort?.postMessage(word);
}
