// The advising thread: a described company comes in, its whole advice goes out. The search for what would change an
// advice asks hundreds of times; meanwhile the server goes on answering.
import {
  adviseWhole,
  ok,
  type AdviceFault,
  type Circumstances,
  type Described,
  type FigureOverrides,
  type Result,
  type WholeAdvice,
} from '@assay/core';
import { parentPort } from 'node:worker_threads';
import type { Word } from '../../platform/threads/hand.ts';

export interface AdviserQuestion {
  readonly described: Described;
  readonly overrides: FigureOverrides;
  readonly given: Circumstances;
}

/** The ground of the costs draws as it is asked, so it stays in its thread: whoever hears makes it again. */
export type Sent = Result<Omit<WholeAdvice, 'ground'>, readonly AdviceFault[]>;

parentPort?.on('message', (question: AdviserQuestion) => {
  parentPort?.postMessage(wordOn(question));
});

/** A company at which the sums fail is told so, and the thread stays for the next. */
function wordOn({ described, overrides, given }: AdviserQuestion): Word<Sent> {
  try {
    const made = adviseWhole(described, overrides, given);
    return { answer: made.ok ? ok(withoutGround(made.value)) : made };
  } catch (cause) {
    return { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
}

function withoutGround({ advice, given, costs, marginal }: WholeAdvice): Omit<WholeAdvice, 'ground'> {
  return { advice, given, costs, marginal };
}
