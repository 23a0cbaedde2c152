// Sets a document in a process of its own: a page compiler takes memory and time that the server needs for others.
import { fork } from 'node:child_process';
import pLimit from 'p-limit';
import type { Typeset, TypesetOrder } from './message.ts';

/** Processes at a time; further documents wait. */
const AT_A_TIME = 2;
const LONGEST_MS = 60_000;
const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './typesetter.ts' : './typesetter.js',
  import.meta.url,
);
const limit = pLimit(AT_A_TIME);

/** The file's bytes; throws when the document cannot be set, which is a fault of ours and not of the asker. */
export async function typeset(order: TypesetOrder): Promise<Uint8Array> {
  const said = await limit(() => orderFrom(order));
  if (said.ok) return said.bytes;
  throw new Error(`a document could not be set: ${said.why}`);
}

function orderFrom(order: TypesetOrder): Promise<Typeset> {
  return new Promise((resolve) => {
    const child = fork(besideThisFile, {
      // No secret of the server is in the reach of what sets a stranger's words.
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      execArgv: ['--disable-proto=throw', '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
    }, LONGEST_MS);
    const end = (said: Typeset): void => {
      clearTimeout(late);
      resolve(said);
    };
    child.on('message', (said: Typeset) => end(said));
    child.on('error', (cause) => end({ ok: false, why: cause.message }));
    child.on('exit', (code, signal) =>
      end({ ok: false, why: `the process ended with ${signal ?? String(code)}` }),
    );
    child.send(order);
  });
}
