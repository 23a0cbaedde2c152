// The readings that this server has under way: a few at a time, each can be stopped, all are stopped with the server.
import pLimit from 'p-limit';

/** Each reading is a process with a heap of its own; more at once would only share the same processors. */
const AT_ONCE = 2;

interface Going {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

export class Readings {
  readonly #going = new Map<string, Going>();
  readonly #limit = pLimit(AT_ONCE);

  /** Starts a reading as soon as there is room; `read` must not throw. */
  start(token: string, read: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const ended = this.#limit(() => read(stop.signal)).finally(() => this.#going.delete(token));
    this.#going.set(token, { stop, ended });
    return ended;
  }

  /** Stops a reading, if it is this server's. */
  stop(token: string): void {
    this.#going.get(token)?.stop.abort(new Stopped());
  }

  /** Waits until a reading has ended, but no longer than `millis`; false when it is not this server's. */
  async ended(token: string, millis: number): Promise<boolean> {
    const going = this.#going.get(token);
    if (!going) return false;
    const enough = new AbortController();
    const timer = setTimeout(() => enough.abort(), millis);
    await Promise.race([
      going.ended,
      new Promise((resolve) => enough.signal.addEventListener('abort', resolve)),
    ]);
    clearTimeout(timer);
    return true;
  }

  /** Stops all of them and waits until each has said so in its row. */
  async close(): Promise<void> {
    const all = [...this.#going.values()];
    for (const { stop } of all) stop.abort(new Stopped());
    await Promise.all(all.map((each) => each.ended));
  }
}

/** The reading was stopped by a person or with the server. */
export class Stopped extends Error {
  constructor() {
    super('The reading was stopped.');
  }
}
