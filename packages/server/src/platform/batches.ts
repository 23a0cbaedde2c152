// Group commit: what arrives while one batch is being written is written together in the next.

/** Largest batch: one transaction stays short. */
const MOST = 256;

interface Waiting<In, Out> {
  readonly item: In;
  readonly settle: (out: Out) => void;
  readonly fail: (cause: unknown) => void;
}

/** One batch at a time for each place; nothing waits for a clock, a lone item is written at once. */
export class Batches<In, Out> {
  readonly #write: (place: string, items: readonly In[]) => Promise<readonly Out[]>;
  readonly #waiting = new Map<string, Waiting<In, Out>[]>();

  /** `write` answers every item in order; when it throws, every item of the batch fails. */
  constructor(write: (place: string, items: readonly In[]) => Promise<readonly Out[]>) {
    this.#write = write;
  }

  add(place: string, item: In): Promise<Out> {
    return new Promise((settle, fail) => {
      const waiting = this.#waiting.get(place);
      if (waiting) {
        waiting.push({ item, settle, fail });
        return;
      }
      this.#waiting.set(place, []);
      void this.#run(place, [{ item, settle, fail }]);
    });
  }

  async #run(place: string, first: readonly Waiting<In, Out>[]): Promise<void> {
    let batch = first;
    while (batch.length > 0) {
      await this.#one(place, batch);
      batch = this.#waiting.get(place)?.splice(0, MOST) ?? [];
    }
    this.#waiting.delete(place);
  }

  async #one(place: string, batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.#write(
        place,
        batch.map((each) => each.item),
      );
      batch.forEach(({ settle, fail }, i) => {
        const out = outs[i];
        if (out === undefined) fail(new Error('a batch left an item without an answer'));
        else settle(out);
      });
    } catch (cause) {
      for (const { fail } of batch) fail(cause);
    }
  }
}
