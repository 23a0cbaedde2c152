// What costs much to read is kept for as long as what it was read from stands, and for the few who asked last.

export class Kept<T> {
  readonly #most: number;
  readonly #held = new Map<string, { readonly version: string; readonly value: T }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key in this version; made anew for another version, while the key that waited longest leaves. */
  async of(key: string, version: string, make: () => Promise<T>): Promise<T> {
    const held = this.#held.get(key);
    if (held?.version === version) return held.value;
    const value = await make();
    this.#held.delete(key);
    this.#held.set(key, { version, value });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) break;
      this.#held.delete(oldest);
    }
    return value;
  }
}
