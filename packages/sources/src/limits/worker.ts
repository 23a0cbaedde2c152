// The reading process's side: read ahead of the receipts by a few batches, tell how far it has come.
// It loads the readers and of core only what they speak in (`@assay/core/kernel`): a file waits for all that loads here.
import { readFile } from '../read/readFile.ts';
import type { ReadRequest } from '../read/summary.ts';
import { readGrid } from '../tables/grid/readGrid.ts';
import { readText } from '../texts/readText.ts';
import { CREDIT, isToWorker, type FromWorker, type Use } from './message.ts';

const PROGRESS_MS = 100;

let credit = CREDIT;
let wake: () => void = () => {};
let told = 0;

process.on('message', (message) => {
  if (!isToWorker(message)) return;
  if (message.kind === 'read') {
    credit = CREDIT;
    void read(message.request);
    return;
  }
  if (message.kind === 'grid') {
    void readGrid(message.request).then((found) => send({ kind: 'grid', found, use: useOf() }));
    return;
  }
  if (message.kind === 'text') {
    void readText(message.request).then((found) => send({ kind: 'text', found, use: useOf() }));
    return;
  }
  credit += 1;
  wake();
});
// Without its starter nobody wants the answer.
process.on('disconnect', () => process.exit(0));

async function read(request: ReadRequest): Promise<void> {
  const summary = await readFile(
    request,
    async (batch) => {
      await spend();
      send({ kind: 'batch', batch });
    },
    (progress) => {
      const now = performance.now();
      if (now - told < PROGRESS_MS) return;
      told = now;
      send({ kind: 'progress', progress, use: useOf() });
    },
  );
  send({ kind: 'done', summary, use: useOf() });
}

function useOf(): Use {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { peakMiB: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 };
}

function send(message: FromWorker): void {
  process.send?.(message);
}

async function spend(): Promise<void> {
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit -= 1;
}
