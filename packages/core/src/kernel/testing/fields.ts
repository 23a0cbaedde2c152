// Reads the fields of a vector's JSON: a field that is missing or of another kind fails the test that
// reads it, with its name.

/** One JSON object, read field by field. */
export class Fields {
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(value: unknown, base?: Fields) {
    if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
    this.#fields = new Map<string, unknown>([...(base ? base.#fields : []), ...Object.entries(value)]);
  }

  has(key: string): boolean {
    return this.#fields.has(key);
  }

  keys(): readonly string[] {
    return [...this.#fields.keys()];
  }

  value(key: string): unknown {
    if (!this.has(key)) throw new Error(`no field ${key} in ${this.keys().join(', ')}`);
    return this.#fields.get(key);
  }

  text(key: string, otherwise?: string): string {
    const value = otherwise === undefined || this.has(key) ? this.value(key) : otherwise;
    if (typeof value !== 'string') throw new Error(`no text: ${key}`);
    return value;
  }

  /** A text, where the field is there and not null. */
  maybe(key: string): string | undefined {
    return this.has(key) && this.value(key) !== null ? this.text(key) : undefined;
  }

  number(key: string, otherwise?: number): number {
    const value = otherwise === undefined || this.has(key) ? this.value(key) : otherwise;
    if (typeof value !== 'number') throw new Error(`no number: ${key}`);
    return value;
  }

  flag(key: string, otherwise: boolean): boolean {
    return this.has(key) ? this.value(key) === true : otherwise;
  }

  /** A word of a closed list; the first of the list where the field is missing. */
  one<T extends string>(key: string, words: readonly [T, ...(readonly T[])]): T {
    const text = this.text(key, words[0]);
    const found = words.find((word) => word === text);
    if (found === undefined) throw new Error(`${key} is none of ${words.join(', ')}: ${text}`);
    return found;
  }

  object(key: string): Fields {
    return new Fields(this.has(key) ? this.value(key) : {});
  }

  list(key: string): readonly Fields[] {
    return this.items(key).map((item) => new Fields(item));
  }

  texts(key: string): readonly string[] {
    return this.items(key).map(String);
  }

  private items(key: string): readonly unknown[] {
    const value = this.has(key) ? this.value(key) : [];
    if (!Array.isArray(value)) throw new Error(`no list: ${key}`);
    return value;
  }
}

/** The cases of a file of vectors, each laid over what the file gives to all. */
export function casesIn(json: string): readonly Fields[] {
  const file = new Fields(JSON.parse(json));
  const given = file.object('given');
  return file
    .list('cases')
    .map((each) => new Fields(Object.fromEntries(each.keys().map((key) => [key, each.value(key)])), given));
}
