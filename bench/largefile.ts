// Files that are far larger than memory, read by the process that reads imports: its own peak, as the operating
// system counts it, and its speed beside the machine's own parser on a block of the same file.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS, readInWorker } from '@assay/sources';
import { temporary } from '../e2e/server.ts';
import type { Figure } from './figure.ts';
import type { Input } from './inputs/shape.ts';
import { INPUTS } from './inputs.ts';
import { mbs } from './measure.ts';
import { PARSE, PARSER } from './parsers.ts';

const MIB = 1024 * 1024;
const SIZE = 1024;
const BLOCK = 8;
const GOAL_MIB = 200;

/** What is repeated, and where in the text it begins and ends. */
const STREAMS: Readonly<Record<string, readonly [from: string, until: string, joint: string]>> = {
  'OCSF findings': ['', '', '\n'],
  'Prowler OCSF': ['{', ']', ','],
  'CSV with a mapping': ['POL-', '', ''],
  XCCDF: ['<rule-result', '</TestResult>', ''],
};

export async function largeFileBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const figures: Figure[] = [];
  try {
    for (const input of INPUTS) {
      const shape = STREAMS[input.name];
      if (shape) figures.push(...(await figuresOf(join(place.path, 'large'), input, shape)));
    }
    return figures;
  } finally {
    place.remove();
  }
}

async function figuresOf(
  path: string,
  input: Input,
  shape: readonly [string, string, string],
): Promise<readonly Figure[]> {
  const block = writeRepeated(path, input.text(BLOCK * MIB), shape);
  const parse = (parseMillis(input, block) * SIZE) / BLOCK;
  let peakMiB = Infinity;
  const began = performance.now();
  const summary = await readInWorker(
    { path, options: input.columns ? { columns: input.columns } : {}, limits: DEFAULT_LIMITS },
    () => Promise.resolve(),
    { used: (use) => (peakMiB = use.peakMiB) },
  );
  const millis = performance.now() - began;
  rmSync(path);
  const parser = PARSER[input.plain];
  return [
    {
      name: `${SIZE} MiB ${input.name}`,
      value: `${peakMiB.toFixed(0)} MiB resident`,
      limit: '',
      ratio: (peakMiB / GOAL_MIB).toFixed(2),
      goal: `${GOAL_MIB} MiB or less`,
      met: peakMiB <= GOAL_MIB && summary.counts.fatal === 0,
    },
    {
      name: `${SIZE} MiB ${input.name}, apart`,
      value: mbs(SIZE * MIB, millis),
      limit: parser === '' ? '' : `${parser} ${mbs(SIZE * MIB, parse)}`,
      ratio: parser === '' ? '' : (parse / millis).toFixed(2),
      goal: 'complete',
      met: summary.counts.fatal === 0 && summary.observations > 0,
    },
  ];
}

/** Writes the text with its middle repeated until the file has its size. */
function writeRepeated(
  path: string,
  text: string,
  [from, until, joint]: readonly [string, string, string],
): Buffer {
  const start = text.indexOf(from);
  const end = until === '' ? text.length : text.lastIndexOf(until);
  const middle = text.slice(start, end);
  const file = openSync(path, 'w');
  writeSync(file, text.slice(0, start) + middle);
  for (let i = 1; i < SIZE / BLOCK; i += 1) writeSync(file, joint + middle);
  writeSync(file, text.slice(end));
  closeSync(file);
  return Buffer.from(text);
}

function parseMillis(input: Input, block: Buffer): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    PARSE[input.plain](block);
    return performance.now() - began;
  });
  return Math.min(...times);
}
