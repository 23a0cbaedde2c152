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

export interface AdviserQuestion {
  readonly described: Described;
  readonly overrides: FigureOverrides;
  readonly given: Circumstances;
}

export interface AdviserOrder extends AdviserQuestion {
  readonly id: number;
}

/** The ground of the costs draws as it is asked, so it stays in its thread: whoever hears makes it again. */
export type Sent = Result<Omit<WholeAdvice, 'ground'>, readonly AdviceFault[]>;

export interface AdviserWord {
  readonly id: number;
  readonly made: Sent;
}

parentPort?.on('message', ({ id, described, overrides, given }: AdviserOrder) => {
  const made = adviseWhole(described, overrides, given);
  const word: AdviserWord = { id, made: made.ok ? ok(withoutGround(made.value)) : made };
  parentPort?.postMessage(word);
});

function withoutGround({ advice, given, costs, marginal }: WholeAdvice): Omit<WholeAdvice, 'ground'> {
  return { advice, given, costs, marginal };
}
