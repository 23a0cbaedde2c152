// A thread that answers one question after the other and stays for the next: whoever kills it loses only its own answer.
import pLimit from 'p-limit';
import type { Worker } from 'node:worker_threads';

/** What a thread says of a question: its answer, or why it has none. */
export type Word<Answer> = { readonly answer: Answer } | { readonly fault: string };

export class Hand<Question, Answer> {
  readonly #open: () => Worker;
  readonly #longestMs: number;
  readonly #turn = pLimit(1);
  #thread: Worker | undefined;

  constructor(open: () => Worker, longestMs: number) {
    this.#open = open;
    this.#longestMs = longestMs;
  }

  /** The answer; undefined where it was cancelled or took too long. Rejects where the thread fails at this question. */
  ask(question: Question, cancel: AbortSignal): Promise<Answer | undefined> {
    return this.#turn(() => (cancel.aborted ? undefined : this.#answer(question, cancel)));
  }

  async #answer(question: Question, cancel: AbortSignal): Promise<Answer | undefined> {
    const thread = (this.#thread ??= this.#begin());
    const stop = AbortSignal.any([AbortSignal.timeout(this.#longestMs), cancel]);
    // While somebody waits the process stays; an idle thread holds nothing up.
    thread.ref();
    const word = await heard<Question, Answer>(thread, question, stop).catch((cause: unknown) => {
      this.#end(thread);
      throw cause;
    });
    if (word === undefined) this.#end(thread);
    else thread.unref();
    if (word === undefined || 'answer' in word) return word?.answer;
    throw new Error(word.fault);
  }

  #begin(): Worker {
    const thread = this.#open();
    // One that dies while it is idle is replaced by the next question.
    const gone = (): void => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    thread.on('error', gone).on('exit', gone);
    return thread;
  }

  #end(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
    void thread.terminate();
  }
}

/** The next word of the thread; undefined where it is told to stop before. */
function heard<Question, Answer>(
  thread: Worker,
  question: Question,
  stop: AbortSignal,
): Promise<Word<Answer> | undefined> {
  return new Promise((resolve, reject) => {
    const quiet = (): void => {
      thread.off('message', said).off('messageerror', failed).off('error', failed).off('exit', ended);
      stop.removeEventListener('abort', stopped);
    };
    const said = (word: Word<Answer>): void => {
      quiet();
      resolve(word);
    };
    const failed = (cause: Error): void => {
      quiet();
      reject(cause);
    };
    const ended = (): void => failed(new Error('the thread ended before it answered'));
    const stopped = (): void => {
      quiet();
      resolve(undefined);
    };
    thread.on('message', said).on('messageerror', failed).on('error', failed).on('exit', ended);
    stop.addEventListener('abort', stopped);
    thread.postMessage(question);
  });
}
