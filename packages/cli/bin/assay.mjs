#!/usr/bin/env node
// Starts the command line on the Node that it is built for, whatever Node the shell has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The package holds the program in one piece; a checkout runs from its sources.
const packed = new URL('../lib/main.js', import.meta.url);
const entry = fileURLToPath(existsSync(packed) ? packed : new URL('../src/main.ts', import.meta.url));
/** Nobody reaches a prototype through `__proto__`, neither we nor what we use; only a start can say so. */
const GUARD = '--disable-proto=throw';
const major = Number(process.versions.node.split('.')[0]);

function pinnedNode() {
  try {
    const path = createRequire(import.meta.url).resolve('node/bin/node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

const guarded = process.execArgv.includes(GUARD);
const [first, second] = process.argv.slice(2);
const asksVersion = second === undefined && ['--version', '-V', 'version'].includes(first);

if (major >= 24 && (guarded || asksVersion)) {
  await import(pathToFileURL(entry).href);
} else {
  const node = major >= 24 ? process.execPath : pinnedNode();
  if (!node) {
    console.error('Assay needs Node 24; its package "node" is not unpacked. Run: npm rebuild node');
    process.exitCode = 1;
  } else {
    const child = spawn(node, [GUARD, entry, ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
    });
  }
}
