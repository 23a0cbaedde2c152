// The least number first: a binary heap in an array that is kept from pass to pass.

export class Queue {
  readonly #items: Float64Array;
  #size = 0;

  constructor(most: number) {
    this.#items = new Float64Array(most + 1);
  }

  get size(): number {
    return this.#size;
  }

  /** The least number; Infinity where there is none. */
  get least(): number {
    return this.#size === 0 ? Infinity : (this.#items[0] ?? 0);
  }

  push(item: number): void {
    const items = this.#items;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = items[parent] ?? 0;
      if (above <= item) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): number {
    const items = this.#items;
    const least = items[0] ?? 0;
    this.#size -= 1;
    const size = this.#size;
    const last = items[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let below = items[child] ?? 0;
      if (child + 1 < size && (items[child + 1] ?? 0) < below) {
        child += 1;
        below = items[child] ?? 0;
      }
      if (below >= last) break;
      items[at] = below;
      at = child;
    }
    items[at] = last;
    return least;
  }
}
