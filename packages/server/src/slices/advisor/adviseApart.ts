// Advises on a thread of its own that stays for the next question; what was asked last is kept by its content.
import { costGround, ok, type AdviceFault, type Result, type WholeAdvice } from '@assay/core';
import { Worker } from 'node:worker_threads';
import { sha256Hex } from '../../platform/crypto.ts';
import { Answers } from '../../platform/threads/answers.ts';
import { Hand } from '../../platform/threads/hand.ts';
import type { AdviserQuestion, Sent } from './adviser.ts';

type Made = Result<WholeAdvice, readonly AdviceFault[]>;

/** Of one advice; those that wait before it do not count. */
const LONGEST_MS = 60_000;
const besideThisFile = new URL(
  import.meta.url.endsWith('.ts') ? './adviser.ts' : './adviser.js',
  import.meta.url,
);
const adviser = new Hand<AdviserQuestion, Sent>(() => new Worker(besideThisFile), LONGEST_MS);
const kept = new Answers<Made>(40);

/** Undefined where it was cancelled or took too long. */
export function adviseApart(question: AdviserQuestion, cancel?: AbortSignal): Promise<Made | undefined> {
  return kept.of(sha256Hex(JSON.stringify(question)), (stop) => ask(question, stop), cancel);
}

async function ask(question: AdviserQuestion, stop: AbortSignal): Promise<Made | undefined> {
  const made = await adviser.ask(question, stop);
  if (!made?.ok) return made;
  const ground = costGround(question.overrides);
  if (!ground.ok) throw new Error(`an advice stands on figures that are refused: ${ground.error.detail}`);
  return ok({ ...made.value, ground: ground.value });
}
