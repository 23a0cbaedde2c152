// A file that is far larger than memory: 1 GiB of NDJSON, read in a process whose largest size is measured.
import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS, readInWorker } from '@assay/sources';
import { mbs } from './measure.ts';
import type { Figure } from './figure.ts';

const MIB = 1024 * 1024;
const SIZE = 1024;
const GOAL_MIB = 200;
const run = promisify(execFile);

export async function largeFileBench(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-large-'));
  const path = join(folder, 'large.ndjson');
  try {
    const block = writeFindings(path);
    const { peakMiB, millis } = await readAlone(path);
    const began = performance.now();
    const summary = await readInWorker({ path, options: {}, limits: DEFAULT_LIMITS }, async () => {});
    const whole = performance.now() - began;
    const parse = parseMillis(block) * SIZE;
    return [
      {
        name: `read ${SIZE} MiB of NDJSON, memory`,
        value: `${peakMiB.toFixed(0)} MiB`,
        limit: `goal ${GOAL_MIB} MiB`,
        ratio: (peakMiB / GOAL_MIB).toFixed(2),
        goal: `${GOAL_MIB} MiB or less`,
        met: peakMiB <= GOAL_MIB,
      },
      {
        name: `read ${SIZE} MiB of NDJSON`,
        value: mbs(SIZE * MIB, millis),
        limit: `JSON.parse ${mbs(SIZE * MIB, parse)}`,
        ratio: (parse / millis).toFixed(2),
        goal: '0.5 of JSON.parse',
        met: parse / millis >= 0.5,
      },
      {
        name: `the same in its own process, ${summary.observations} results`,
        value: mbs(SIZE * MIB, whole),
        limit: `JSON.parse ${mbs(SIZE * MIB, parse)}`,
        ratio: (parse / whole).toFixed(2),
        goal: 'complete',
        met: summary.counts.fatal === 0,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Findings of the size that Prowler writes, about 3 KB each. */
function writeFindings(path: string): string {
  const template: unknown = JSON.parse(
    readFileSync(new URL('../packages/sources/fixtures/prowler.ocsf.json', import.meta.url), 'utf8'),
  );
  const findings = Array.isArray(template) ? template : [];
  const line = (i: number): string =>
    JSON.stringify({
      ...findings[i % findings.length],
      risk_details: `Why finding ${i} matters, told at the usual length. `.repeat(20),
      unmapped: {
        compliance: Object.fromEntries(
          Array.from({ length: 12 }, (_, k) => [`Framework-${k}`, [`${i}.${k}.1`, `${i}.${k}.2`]]),
        ),
      },
    });
  const lines: string[] = [];
  for (let i = 0, size = 0; size < MIB; i += 1) {
    const text = `${line(i)}\n`;
    lines.push(text);
    size += text.length;
  }
  const block = lines.join('');
  const file = openSync(path, 'w');
  for (let i = 0; i < SIZE; i += 1) writeSync(file, block);
  closeSync(file);
  return block;
}

async function readAlone(path: string): Promise<{ readonly peakMiB: number; readonly millis: number }> {
  const code = `const { DEFAULT_LIMITS, readFile } = await import(${JSON.stringify(import.meta.resolve('@assay/sources'))});
    const began = performance.now();
    const summary = await readFile({ path: ${JSON.stringify(path)}, options: {}, limits: DEFAULT_LIMITS }, async () => {});
    console.log(process.resourceUsage().maxRSS / 1024, performance.now() - began, summary.counts.fatal);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
  const [peakMiB = Infinity, millis = Infinity] = stdout.trim().split(' ').map(Number);
  return { peakMiB, millis };
}

function parseMillis(block: string): number {
  const once = (): number => {
    const began = performance.now();
    for (const line of block.split('\n')) if (line !== '') JSON.parse(line);
    return performance.now() - began;
  };
  const times = Array.from({ length: 50 }, once).toSorted((a, b) => a - b);
  return times[25] ?? 0;
}
