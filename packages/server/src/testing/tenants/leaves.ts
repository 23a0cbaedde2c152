// Every place of a body where a text may stand, found from its schema, and the body with another text there.
import { z } from 'zod';

/** A path into a body: names, and 0 for the first of a list. */
export type Leaf = readonly (string | 0)[];

/** The places of texts in bodies of a schema; a schema that refers to itself is walked once. */
export function leavesOf(schema: z.ZodType, at: Leaf = []): readonly Leaf[] {
  if (at.length > 6) return [];
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return [at];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => deeper(inner, [...at, name]));
  if (schema instanceof z.ZodArray) return deeper(schema.element, [...at, 0]);
  if (schema instanceof z.ZodRecord) return deeper(schema.valueType, [...at, 'canary']);
  if (schema instanceof z.ZodUnion)
    return unique(schema.options.flatMap((option) => [...deeper(option, at)]));
  if (schema instanceof z.ZodPipe) return deeper(schema.in, at);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodExactOptional
  )
    return deeper(schema.unwrap(), at);
  return [];
}

/** The body with `text` at a place; what is missing on the way there is made. */
export function withText(body: unknown, leaf: Leaf, text: string): unknown {
  const [step, ...rest] = leaf;
  if (step === undefined) return text;
  if (step === 0) {
    const [first, ...others] = Array.isArray(body) ? z.array(z.unknown()).parse(body) : [];
    return [withText(first, rest, text), ...others];
  }
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
  return { ...fields, [step]: withText(fields[step], rest, text) };
}

/** Options and elements are typed as the core of zod; what is no schema has no places. */
function deeper(inner: unknown, at: Leaf): readonly Leaf[] {
  return inner instanceof z.ZodType ? leavesOf(inner, at) : [];
}

function unique(leaves: readonly Leaf[]): readonly Leaf[] {
  return [...new Map(leaves.map((leaf) => [leaf.join('/'), leaf])).values()];
}
