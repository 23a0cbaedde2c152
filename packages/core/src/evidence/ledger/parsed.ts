// JSON text to a value whose kind is known, for verifiers: what strangers hand over is not trusted to have any shape.
import type { JsonValue } from './canonical.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** The value of JSON text; undefined when it is not JSON. */
export function parsedJson(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** What the parser gives is JSON; there is nothing to look at. */
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}
