// Runs a program of node_modules on this same Node and keeps what it printed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The repository that this file belongs to; its programs also look at planted trees elsewhere. */
export const HOUSE = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs `script` (a path below the repository) with `args`, in the folder `cwd`. */
export function runScript(script: string, args: readonly string[], cwd: string): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${HOUSE}${script}`, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** Runs `work` over `items`, `width` at a time, and keeps their order. */
export async function inLanes<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: width }, lane));
  return [...results.entries()].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
