// zod schemas as OpenAPI schemas: named ones move to components, so that each is told once.
import { z } from 'zod';

export type Json = Readonly<Record<string, unknown>>;

/** Collects the named schemas that operations use. */
export class Schemas {
  readonly #named = new Map<string, unknown>();

  /** Schema of what is sent. */
  input(schema: z.ZodType): Json {
    return this.#take(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
  }

  /** Schema of what is answered. */
  output(schema: z.ZodType): Json {
    return this.#take(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }));
  }

  /** Everything named so far, in order of names. */
  named(): Json {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #take(schema: object): Json {
    const { $schema: _, $defs, id, ...rest } = record(schema);
    for (const [name, inner] of Object.entries(record($defs))) this.#named.set(publicName(name), tidy(inner));
    const own = record(tidy(rest));
    if (typeof id !== 'string') return own;
    this.#named.set(id, own);
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** A value as a record; anything else is an empty one. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Rewrites references and drops ids, which mean something else in OpenAPI. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  // A schema that holds itself stands for any JSON: its own root is not there to point at.
  if ('$ref' in value && value.$ref === '#') return {};
  const pairs = Object.entries(value).filter(([key, inner]) => !(key === 'id' && typeof inner === 'string'));
  return Object.fromEntries(
    pairs.map(([key, inner]: [string, unknown]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? `#/components/schemas/${publicName(inner.slice(inner.lastIndexOf('/') + 1))}`
        : tidy(inner),
    ]),
  );
}

/** The library's own names of recursive schemas (`__schema0`) say nothing to a reader. */
function publicName(name: string): string {
  return name.startsWith('__') ? 'AnyJson' : name;
}
