// Progress on a terminal: what is done, how fast, how long still. Anywhere else it is silent.
import { paceOf } from '@assay/core';
import { isQuiet } from './output.ts';

const EVERY_MS = 200;
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Whether a person is watching. */
export function watched(): boolean {
  return process.stderr.isTTY && !isQuiet();
}

/** Bytes on their way, counted as they pass. */
export function counted(bytes: Blob, label: string): ReadableStream<Uint8Array> {
  const began = performance.now();
  let sent = 0;
  let shown = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      sent += chunk.byteLength;
      const now = performance.now();
      if (now - shown >= EVERY_MS) {
        shown = now;
        show(line(label, { done: sent, of: bytes.size, seconds: (now - began) / 1000 }));
      }
      controller.enqueue(chunk);
    },
    flush: () => clear(),
  });
  return bytes.stream().pipeThrough(count);
}

/** Waits for an answer and says how long it has taken so far. */
export async function waiting<T>(label: string, answer: Promise<T>): Promise<T> {
  if (!watched()) return answer;
  const began = performance.now();
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    show(`${SPINNER[turn % SPINNER.length] ?? ''} ${label}  ${seconds((performance.now() - began) / 1000)}`);
  }, EVERY_MS);
  try {
    return await answer;
  } finally {
    clearInterval(timer);
    clear();
  }
}

/** Shows how far somebody else is; `undefined` clears the line. */
export function showCourse(
  label: string,
  at:
    | { readonly done: number; readonly of: number; readonly seconds: number; readonly rows: number }
    | undefined,
): void {
  if (!watched()) return;
  if (at === undefined) clear();
  else show(line(`${label}  ${at.rows} rows`, at));
}

/** `scan.json  41.2 / 512.0 MiB  8 %  38.1 MiB/s  12 s left` */
function line(
  label: string,
  at: { readonly done: number; readonly of: number; readonly seconds: number },
): string {
  const mebi = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
  const pace = paceOf(at);
  const speed = pace ? `  ${mebi(pace.rate)} MiB/s  ${seconds(pace.left)} left` : '';
  const share = at.of > 0 ? `  ${Math.floor((at.done / at.of) * 100)} %` : '';
  return `${label}  ${mebi(at.done)} / ${mebi(at.of)} MiB${share}${speed}`;
}

function seconds(count: number): string {
  return count < 90 ? `${Math.ceil(count)} s` : `${Math.floor(count / 60)} min ${Math.ceil(count % 60)} s`;
}

function show(text: string): void {
  // Some terminals say that they are 0 wide.
  const width = process.stderr.columns || 100;
  process.stderr.write(`\r\u001b[2K${text.slice(0, width - 1)}`);
}

function clear(): void {
  process.stderr.write('\r\u001b[2K');
}
