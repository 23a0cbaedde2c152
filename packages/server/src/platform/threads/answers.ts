// Questions whose answers cost much: equal ones are computed once, also while the first is still being computed, and
// those that were asked last are kept.

interface Held<T> {
  readonly answer: Promise<T | undefined>;
  readonly stop: AbortController;
  waiting: number;
}

export class Answers<T> {
  readonly #most: number;
  readonly #held = new Map<string, Held<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The answer that is kept under a key, or else made. Undefined for who cancels; `make` is told to stop once nobody
   * waits for it any more. What has no answer, or failed, is asked again.
   */
  of(
    key: string,
    make: (stop: AbortSignal) => Promise<T | undefined>,
    cancel?: AbortSignal,
  ): Promise<T | undefined> {
    if (cancel?.aborted) return Promise.resolve(undefined);
    const held = this.#held.get(key) ?? this.#begin(key, make);
    // Who was asked last leaves last.
    this.#held.delete(key);
    this.#held.set(key, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) break;
      this.#held.delete(oldest);
    }
    return this.#wait(key, held, cancel);
  }

  #begin(key: string, make: (stop: AbortSignal) => Promise<T | undefined>): Held<T> {
    const stop = new AbortController();
    const held: Held<T> = { answer: make(stop.signal), stop, waiting: 0 };
    const none = (): void => this.#forget(key, held);
    held.answer.then((found) => (found === undefined ? none() : undefined), none);
    return held;
  }

  #wait(key: string, held: Held<T>, cancel: AbortSignal | undefined): Promise<T | undefined> {
    held.waiting += 1;
    return new Promise((resolve, reject) => {
      const left = (): void => {
        held.waiting -= 1;
        if (held.waiting === 0) {
          this.#forget(key, held);
          held.stop.abort();
        }
        resolve(undefined);
      };
      cancel?.addEventListener('abort', left, { once: true });
      const settled = (): void => cancel?.removeEventListener('abort', left);
      held.answer.finally(settled).then(resolve, reject);
    });
  }

  #forget(key: string, held: Held<T>): void {
    if (this.#held.get(key) === held) this.#held.delete(key);
  }
}
