#!/usr/bin/env node
// Starts the command line on the Node that it is built for, whatever Node the shell has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The package holds the program in one piece; a checkout runs from its sources.
const packed = new URL('../lib/main.js', import.meta.url);
const entry = fileURLToPath(existsSync(packed) ? packed : new URL('../src/main.ts', import.meta.url));
const major = Number(process.versions.node.split('.')[0]);

function pinnedNode() {
  try {
    const path = createRequire(import.meta.url).resolve('node/bin/node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

if (major >= 24) {
  await import(pathToFileURL(entry).href);
} else {
  const node = pinnedNode();
  if (!node) {
    console.error('Assay needs Node 24; its package "node" is not unpacked. Run: npm rebuild node');
    process.exitCode = 1;
  } else {
    const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
    });
  }
}
