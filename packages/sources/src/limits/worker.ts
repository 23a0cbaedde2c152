// The worker's side: read, send a batch, wait for its receipt.
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../read/readFile.ts';
import type { ReadRequest } from '../read/summary.ts';
import type { FromWorker } from './readInWorker.ts';

const port = parentPort;
if (!port) throw new Error('worker.ts runs only as a worker');

function send(message: FromWorker): void {
  port?.postMessage(message);
}

function receipt(): Promise<void> {
  return new Promise((resolve) => port?.once('message', () => resolve()));
}

const request: ReadRequest = workerData;
const summary = await readFile(request, async (batch) => {
  send({ kind: 'batch', batch });
  await receipt();
});
send({ kind: 'done', summary });
