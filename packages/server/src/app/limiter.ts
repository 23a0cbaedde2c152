// Requests per minute and caller, told in headers before it hurts (RateLimit fields of the IETF draft).

export interface Verdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** A fixed window for each caller; windows that are over are forgotten. */
export class Limiter {
  readonly #limit: number;
  readonly #windows = new Map<string, { minute: number; used: number }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(caller: string, millis: number): Verdict {
    const minute = Math.floor(millis / 60_000);
    const held = this.#windows.get(caller);
    const window = held?.minute === minute ? held : { minute, used: 0 };
    window.used += 1;
    this.#windows.set(caller, window);
    if (this.#windows.size > 10_000) this.#forget(minute);
    const left = Math.max(0, this.#limit - window.used);
    const reset = 60 - (Math.floor(millis / 1000) % 60);
    return {
      allowed: window.used <= this.#limit,
      headers: {
        'ratelimit-policy': `"minute";q=${this.#limit};w=60`,
        ratelimit: `"minute";r=${left};t=${reset}`,
        ...(left === 0 && window.used > this.#limit ? { 'retry-after': String(reset) } : {}),
      },
    };
  }

  #forget(minute: number): void {
    for (const [caller, window] of this.#windows) if (window.minute < minute) this.#windows.delete(caller);
  }
}
