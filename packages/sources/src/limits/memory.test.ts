// Streams are read in constant memory: the reading process's own peak, as the operating system counts it.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../read/summary.ts';
import type { Use } from './message.ts';
import { readInWorker } from './readInWorker.ts';

const MIB = 1024 * 1024;
const GOAL_MIB = 200;
const folder = mkdtempSync(join(tmpdir(), 'assay-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

interface Stream {
  readonly name: string;
  readonly before: string;
  readonly block: string;
  readonly after: string;
}

const checks = fixture('checks.csv').split('\n');
const host = fixture('host.xccdf.xml');
const results = host.indexOf('<rule-result');
const end = host.indexOf('</TestResult>');
const findings = fixture('prowler.ocsf.json').trim().slice(1, -1);
const streams: readonly Stream[] = [
  { name: 'NDJSON', before: '', block: fixture('compliance.ocsf.ndjson'), after: '' },
  { name: 'a JSON array', before: `[${findings}`, block: `,${findings}`, after: ']' },
  { name: 'CSV', before: `${checks[0] ?? ''}\n`, block: checks.slice(1).join('\n'), after: '' },
  { name: 'XCCDF', before: host.slice(0, results), block: host.slice(results, end), after: host.slice(end) },
];

function fileOf(stream: Stream, mib: number): string {
  const path = join(folder, 'stream');
  const block = stream.block.repeat(Math.ceil(MIB / stream.block.length));
  const file = openSync(path, 'w');
  writeSync(file, stream.before);
  for (let i = 0; i < mib; i += 1) writeSync(file, block);
  writeSync(file, stream.after);
  closeSync(file);
  return path;
}

test.each(streams)('64 MiB of $name need 200 MiB at most', { timeout: 120_000 }, async (stream) => {
  let use: Use | undefined;
  const columns = { check: 'Control', subject: 'Asset', status: 'Result' };
  const summary = await readInWorker(
    {
      path: fileOf(stream, 64),
      options: stream.name === 'CSV' ? { columns } : {},
      limits: DEFAULT_LIMITS,
    },
    () => Promise.resolve(),
    { used: (told) => (use = told) },
  );
  expect(summary.counts.fatal).toBe(0);
  expect(summary.observations).toBeGreaterThan(10_000);
  console.log(`64 MiB of ${stream.name}: ${use?.peakMiB.toFixed(0)} MiB, ${summary.observations} results`);
  expect(use?.peakMiB).toBeLessThan(GOAL_MIB);
});
