// Filters of SCIM (RFC 7644 3.4.2.2): read into a tree, and asked of a resource.
import { err, ok, type Result } from '../../kernel/result.ts';

const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof COMPARISONS)[number];
type Literal = string | number | boolean | null;

export type Filter =
  | { readonly is: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly is: 'not'; readonly of: Filter }
  | { readonly is: 'present'; readonly path: string }
  | { readonly is: 'compare'; readonly path: string; readonly by: Comparison; readonly to: Literal }
  | { readonly is: 'within'; readonly path: string; readonly of: Filter };

/** Deepest nesting and longest text; nobody's directory asks more. */
const DEEPEST = 20;
const LONGEST = 2000;

const TOKEN = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y;

/** Reads a filter; the error is one sentence for whoever wrote it. */
export function parseFilter(text: string): Result<Filter, string> {
  if (text.length > LONGEST) return err(`A filter has at most ${LONGEST} characters.`);
  const tokens = tokensOf(text);
  if (!tokens) return err('The filter holds a text without its closing quotation mark.');
  const reader = new Reader(tokens);
  const filter = reader.either(0);
  if (!filter.ok) return filter;
  return reader.done ? filter : err(`The filter has ${reader.next} where it should end.`);
}

/** Whether a resource is as a filter asks; names of attributes and texts are compared without capitals. */
export function fits(filter: Filter, resource: unknown): boolean {
  switch (filter.is) {
    case 'and':
      return fits(filter.left, resource) && fits(filter.right, resource);
    case 'or':
      return fits(filter.left, resource) || fits(filter.right, resource);
    case 'not':
      return !fits(filter.of, resource);
    case 'present':
      return valuesAt(resource, filter.path).some((value) => value !== null && value !== '');
    case 'within':
      return valuesAt(resource, filter.path).some((value) => fits(filter.of, value));
    case 'compare': {
      const values = valuesAt(resource, filter.path);
      const equal = values.some((value) => compare(value, 'eq', filter));
      return filter.by === 'ne' ? !equal : values.some((value) => compare(value, filter.by, filter));
    }
  }
}

/** Every value at a path such as `name.familyName`; of several values, each. A value that is a thing counts by its `value`. */
function valuesAt(resource: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [resource];
  for (const step of withoutSchema(path).split('.'))
    found = found.flatMap((value) => {
      const inner = attributeOf(value, step);
      return listOf(inner);
    });
  return found;
}

/** Several values are a list, one is a list of one, none is empty. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.map((each: unknown) => each);
  return value === undefined || value === null ? [] : [value];
}

/** An attribute of a thing, whatever its capitals. */
export function attributeOf(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(of).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** A path without the name of the core schema before it. */
export function withoutSchema(path: string): string {
  return path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i, '');
}

/** Of these two capitals count (RFC 7643 3.1). */
const EXACT = /^(id|externalId)$/i;

function compare(
  value: unknown,
  by: Comparison,
  { path, to }: { readonly path: string; readonly to: Literal },
): boolean {
  const plain = typeof value === 'object' && value !== null ? attributeOf(value, 'value') : value;
  if (by === 'eq' && typeof to !== 'string') return plain === to;
  if (typeof plain !== 'string' || typeof to !== 'string') return false;
  const exact = EXACT.test(withoutSchema(path));
  const [a, b] = exact ? [plain, to] : [plain.toLowerCase(), to.toLowerCase()];
  return TEXTS[by](a, b);
}

const TEXTS: Readonly<Record<Comparison, (a: string, b: string) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  co: (a, b) => a.includes(b),
  sw: (a, b) => a.startsWith(b),
  ew: (a, b) => a.endsWith(b),
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    tokens.push(found[1] ?? found[2] ?? found[3] ?? '');
    at = TOKEN.lastIndex;
  }
  return text.slice(at).trim() === '' ? tokens : undefined;
}

/** Descends: `or` binds least, then `and`, then `not`. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  get next(): string {
    return this.#tokens[this.#at] ?? 'nothing';
  }

  either(depth: number): Result<Filter, string> {
    return this.#chain('or', () => this.#chain('and', () => this.#one(depth)));
  }

  #chain(word: 'and' | 'or', part: () => Result<Filter, string>): Result<Filter, string> {
    let left = part();
    while (left.ok && this.#takes(word)) {
      const right = part();
      if (!right.ok) return right;
      left = ok({ is: word, left: left.value, right: right.value });
    }
    return left;
  }

  #one(depth: number): Result<Filter, string> {
    if (depth > DEEPEST) return err(`The filter nests deeper than ${DEEPEST} levels.`);
    if (this.#takes('not')) {
      const of = this.next === '(' ? this.#one(depth + 1) : err('After not comes a bracket.');
      return of.ok ? ok({ is: 'not', of: of.value }) : of;
    }
    if (this.#takes('(')) return this.#closed(')', this.either(depth + 1));
    const path = this.#take();
    if (path === undefined || !/^[A-Za-z][\w:.$-]*$/.test(path))
      return err(`The filter has ${path ?? 'nothing'} where an attribute should stand.`);
    if (this.#takes('[')) {
      const of = this.#closed(']', this.either(depth + 1));
      return of.ok ? ok({ is: 'within', path, of: of.value }) : of;
    }
    return this.#asked(path);
  }

  #asked(path: string): Result<Filter, string> {
    const word = this.#take()?.toLowerCase();
    if (word === 'pr') return ok({ is: 'present', path });
    const by = COMPARISONS.find((each) => each === word);
    if (!by) return err(`${word ?? 'nothing'} compares nothing; ${COMPARISONS.join(', ')} and pr do.`);
    const to = literalOf(this.#take());
    return to === undefined
      ? err(`${path} ${by} lacks a value in quotation marks.`)
      : ok({ is: 'compare', path, by, to });
  }

  #closed(bracket: string, inner: Result<Filter, string>): Result<Filter, string> {
    if (!inner.ok || this.#takes(bracket)) return inner;
    return err(`The filter lacks a ${bracket}.`);
  }

  #take(): string | undefined {
    this.#at += 1;
    return this.#tokens[this.#at - 1];
  }

  #takes(word: string): boolean {
    if (this.#tokens[this.#at]?.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }
}

function literalOf(token: string | undefined): Literal | undefined {
  if (token === undefined) return undefined;
  const wanted = /^(true|false|null)$/i.test(token) ? token.toLowerCase() : token;
  if (!/^(".*"|true|false|null|-?\d+(\.\d+)?)$/s.test(wanted)) return undefined;
  try {
    const value: unknown = JSON.parse(wanted);
    return typeof value === 'object' && value !== null ? undefined : literal(value);
  } catch {
    return undefined;
  }
}

function literal(value: unknown): Literal | undefined {
  const fitsIn = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return fitsIn || value === null ? value : undefined;
}
