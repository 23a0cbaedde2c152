// Prints figures beside the machine's own limit of the same run, with a goal; exits 1 when a goal is missed.
// Machines are shared and noisy: read the ratio, not the figure.
import { apiBench } from './api.ts';
import { coreBench } from './core.ts';
import { ledgerBench } from './ledger.ts';
import { largeFileBench } from './largefile.ts';
import { planBench } from './plan.ts';
import { readersBench } from './readers.ts';
import { risksBench } from './risks.ts';
import { sealedBench } from './sealed.ts';
import { scaleBench } from './scale.ts';
import { startBench } from './start.ts';
import { stripBench } from './strip.ts';
import { windowsBench } from './windows.ts';
import { storeBench } from './store.ts';
import type { Figure } from './figure.ts';

const benches: Readonly<Record<string, (size?: number) => Promise<readonly Figure[]>>> = {
  core: coreBench,
  ledger: ledgerBench,
  windows: windowsBench,
  readers: readersBench,
  largefile: largeFileBench,
  start: startBench,
  strip: stripBench,
  store: storeBench,
  sealed: sealedBench,
  api: apiBench,
  scale: scaleBench,
  risks: risksBench,
  plan: planBench,
};
// `scale=10000000` gives a bench its size.
const wanted = new Map(process.argv.slice(2).map((word) => [word.split('=')[0] ?? word, word.split('=')[1]]));
let missed = 0;
console.log(
  ['bench', 'figure', 'machine’s limit', 'ratio', 'goal', '']
    .map((cell, i) => cell.padEnd([34, 22, 30, 9, 22, 4][i] ?? 0))
    .join(''),
);
for (const [name, run] of Object.entries(benches)) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  for (const figure of await run(sizeOf(wanted.get(name)))) {
    if (!figure.met) missed += 1;
    console.log(
      [figure.name, figure.value, figure.limit, figure.ratio, figure.goal, figure.met ? 'met' : 'MISSED']
        .map((cell, i) => cell.padEnd([34, 22, 30, 9, 22, 4][i] ?? 0))
        .join(''),
    );
  }
}
process.exit(missed > 0 ? 1 : 0);

function sizeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replaceAll('_', ''));
}
