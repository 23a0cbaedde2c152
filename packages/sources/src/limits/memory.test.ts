import { execFile } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const MIB = 1024 * 1024;
const run = promisify(execFile);

/** Reads a file in a process of its own and gives its largest resident size in MiB. */
async function peakOf(path: string): Promise<{ readonly observations: number; readonly peakMiB: number }> {
  const module = new URL('../read/readFile.ts', import.meta.url).href;
  const limits = new URL('../read/summary.ts', import.meta.url).href;
  const code = `const { readFile } = await import(${JSON.stringify(module)}); const { DEFAULT_LIMITS } = await import(${JSON.stringify(limits)});
    const summary = await readFile({ path: ${JSON.stringify(path)}, options: {}, limits: DEFAULT_LIMITS }, async () => {});
    console.log(summary.observations, process.resourceUsage().maxRSS / 1024, summary.counts.fatal);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
  const [observations = 0, peakMiB = Infinity, fatals] = stdout.trim().split(' ').map(Number);
  expect(fatals).toBe(0);
  return { observations, peakMiB };
}

function fileOf(path: string, mib: number): number {
  const lines = readFileSync(new URL('../../fixtures/compliance.ocsf.ndjson', import.meta.url));
  const block = Buffer.concat(Array.from({ length: Math.ceil(MIB / lines.length) }, () => lines));
  const file = openSync(path, 'w');
  for (let i = 0; i < mib; i += 1) writeSync(file, block);
  closeSync(file);
  return mib * (block.length / lines.length) * 13;
}

test(
  'a file of 64 MiB is read in little more memory than one of 8 MiB, and in less than 300 MiB',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-memory-'));
    try {
      const small = fileOf(join(folder, 'small.ndjson'), 8);
      const large = fileOf(join(folder, 'large.ndjson'), 64);
      const first = await peakOf(join(folder, 'small.ndjson'));
      const second = await peakOf(join(folder, 'large.ndjson'));
      expect([first.observations, second.observations]).toEqual([small, large]);
      expect(second.peakMiB).toBeLessThan(300);
      expect(second.peakMiB - first.peakMiB).toBeLessThan(60);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
