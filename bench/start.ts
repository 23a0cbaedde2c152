// Cold start to the first page, memory at rest, page weight, the command line's first word.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { serve, stop, temporary } from '../e2e/server.ts';
import { ms } from './measure.ts';
import type { Figure } from './figure.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

export async function startBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const data = join(place.path, 'data');
  await stop(await serve(data, { demo: true }));
  const began = performance.now();
  const served = await serve(data, { demo: true });
  await fetch(served.origin);
  const cold = performance.now() - began;
  const rss =
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${served.child.pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) /
    1024;
  await stop(served);
  place.remove();
  const node = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const bare = performance.now() - node;
  const version = performance.now();
  spawnSync(process.execPath, [join(root, 'packages/cli/src/main.ts'), '--version']);
  const word = performance.now() - version;
  const weight = pageWeight();
  return [
    {
      name: 'cold start to first page',
      value: ms(cold),
      limit: `bare node ${ms(bare)}`,
      ratio: (cold / bare).toFixed(1),
      goal: '1.5 s',
      met: cold <= 1500,
    },
    {
      name: 'memory at rest',
      value: `${rss.toFixed(0)} MiB`,
      limit: '',
      ratio: '',
      goal: '150 MiB',
      met: rss <= 150,
    },
    {
      name: 'assay --version',
      value: ms(word),
      limit: `bare node ${ms(bare)}`,
      ratio: (word / bare).toFixed(1),
      goal: '150 ms',
      met: word <= 150,
    },
    {
      name: 'first page, script and style, gzip',
      value: `${(weight / 1024).toFixed(0)} KB`,
      limit: '',
      ratio: '',
      goal: '220 KB',
      met: weight <= 220 * 1024,
    },
  ];
}

const manifestFile = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

/** Bytes of all script and style that the home page loads, compressed one by one as they are sent. */
function pageWeight(): number {
  const folder = join(root, 'packages/web/dist');
  const manifest = manifestFile.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const files = new Set<string>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...chunk.css]) files.add(file);
    for (const next of chunk.imports) add(next);
  };
  for (const key of ['index.html', 'src/slices/home/HomePage.tsx']) {
    if (!manifest[key]) throw new Error(`the web application has no ${key}; build it first`);
    add(key);
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
