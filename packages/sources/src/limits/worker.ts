// The worker's side: read ahead of the receipts by a few batches, tell how far it has come.
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../read/readFile.ts';
import type { ReadRequest } from '../read/summary.ts';

import { CREDIT, type FromWorker } from './message.ts';

const PROGRESS_MS = 100;

const port = parentPort;
if (!port) throw new Error('worker.ts runs only as a worker');

let credit = CREDIT;
let wake: () => void = () => {};
port.on('message', () => {
  credit += 1;
  wake();
});

function send(message: FromWorker): void {
  port?.postMessage(message);
}

async function spend(): Promise<void> {
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit -= 1;
}

let told = 0;
const summary = await readFile(
  requestOf(workerData),
  async (batch) => {
    await spend();
    send({ kind: 'batch', batch });
  },
  (progress) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    send({ kind: 'progress', progress });
  },
);
send({ kind: 'done', summary });

/** `readInWorker` is the only one who starts this file; anything else is a bug. */
function requestOf(value: unknown): ReadRequest {
  if (!isRequest(value)) throw new Error('worker.ts was started without a request');
  return value;
}

function isRequest(value: unknown): value is ReadRequest {
  return typeof value === 'object' && value !== null && 'path' in value && 'limits' in value;
}
