// Reads fields of foreign JSON without trusting it: a wrong type is simply not there.

export type JsonObject = Readonly<Record<string, unknown>>;

/** Own field at a path of names; undefined when any step is missing. Never follows prototypes. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here: unknown = value;
  for (const name of path) {
    if (!hasFields(here)) return undefined;
    const next = here[name];
    // JSON has no functions, so a function is inherited; `__proto__` is the one inherited object.
    here =
      typeof next === 'function' || (name === '__proto__' && !Object.hasOwn(here, name)) ? undefined : next;
  }
  return here;
}

function hasFields(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

/** Text at a path; undefined for anything else and for the empty text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** Items at a path; empty when there is no array. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
