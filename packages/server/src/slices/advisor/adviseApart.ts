// Advises on a thread of its own that stays for the next question; what was asked last is kept by its content.
import { costGround, ok, type AdviceFault, type Result, type WholeAdvice } from '@assay/core';
import { Worker } from 'node:worker_threads';
import { sha256Hex } from '../../platform/crypto.ts';
import type { AdviserQuestion, AdviserWord, Sent } from './adviser.ts';

type Made = Result<WholeAdvice, readonly AdviceFault[]>;

interface Waiting {
  readonly resolve: (made: Sent) => void;
  readonly reject: (cause: Error) => void;
}

const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './adviser.ts' : './adviser.js',
  import.meta.url,
);
const waiting = new Map<number, Waiting>();
const kept = new Map<string, Promise<Made>>();
const KEPT = 40;
let thread: Worker | undefined;
let asked = 0;

export function adviseApart(question: AdviserQuestion): Promise<Made> {
  const key = sha256Hex(JSON.stringify(question));
  const before = kept.get(key);
  if (before) return before;
  const made = ask(question);
  kept.set(key, made);
  // What failed is not kept: it is asked again.
  made.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return made;
}

async function ask(question: AdviserQuestion): Promise<Made> {
  const made = await heard(question);
  if (!made.ok) return made;
  const ground = costGround(question.overrides);
  if (!ground.ok) throw new Error(`an advice stands on figures that are refused: ${ground.error.detail}`);
  return ok({ ...made.value, ground: ground.value });
}

function heard(question: AdviserQuestion): Promise<Sent> {
  const worker = (thread ??= open());
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // While somebody waits the process stays; an idle thread holds nothing up.
    worker.ref();
    worker.postMessage({ ...question, id });
  });
}

function open(): Worker {
  const worker = new Worker(besideThisFile);
  const fail = (cause: Error): void => {
    if (thread === worker) thread = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', ({ id, made }: AdviserWord) => {
    waiting.get(id)?.resolve(made);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the advising thread ended before it answered')));
  worker.unref();
  return worker;
}
