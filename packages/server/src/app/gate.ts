// How many requests are answered at once: the server sheds what is more, before it has read or computed anything.

/** Counts by name who is inside; a name that has left is forgotten. */
export class Gate {
  readonly #most: number;
  readonly #inside = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Lets one in and gives what lets it out again (once, however often it is called); undefined when it is full. */
  enter(who: string): (() => void) | undefined {
    const inside = this.#inside.get(who) ?? 0;
    if (inside >= this.#most) return undefined;
    this.#inside.set(who, inside + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const now = (this.#inside.get(who) ?? 1) - 1;
      if (now > 0) this.#inside.set(who, now);
      else this.#inside.delete(who);
    };
  }
}
