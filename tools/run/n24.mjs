// Runs a program on the Node that the house is built for, whatever Node started npm.
// Plain JavaScript without dependencies: it must work on the outer Node (20.19 or newer).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Path of the pinned Node, or undefined when its install script has not run. */
export function innerNode() {
  for (const name of ['node', 'node.exe']) {
    const path = `${root}node_modules/node/bin/${name}`;
    if (existsSync(path)) return path;
  }
  return undefined;
}

/**
 * Where Node keeps what it made of the sources (types taken off, code compiled): of a thousand files that is half of a
 * command's time. It keeps them by content, so that it never answers with an older one.
 */
export function compiled() {
  return { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${root}.stamp/compiled` };
}

/** How the program itself is run: nobody reaches a prototype through `__proto__`, neither we nor what we use. */
export const GUARDED = ['--disable-proto=throw'];

/** Runs `args` on the pinned Node, passes signals on, resolves with the exit code. */
export function runInner(args, options = {}) {
  const node = innerNode();
  if (!node) {
    console.error('Node 24 is not unpacked. Run: npm install-scripts approve node && npm rebuild node');
    return Promise.resolve(1);
  }
  const bin = fileURLToPath(new URL('.', `file://${node}`));
  const child = spawn(node, args, {
    stdio: 'inherit',
    cwd: options.cwd ?? process.cwd(),
    env: {
      ...process.env,
      ...compiled(),
      ...options.env,
      PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runInner(process.argv.slice(2));
}
