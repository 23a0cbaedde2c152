// The simulating worker of a browser: the same words as the server's thread, from the same core.
import { followOrder, type SimulatorOrder } from '@assay/core';

addEventListener('message', ({ data }: MessageEvent<SimulatorOrder>) => {
  for (const word of followOrder(data)) postMessage(word);
});
