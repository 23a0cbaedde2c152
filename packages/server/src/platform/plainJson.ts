// Plain data: what JSON would hold of it, without what is undefined, and nothing that only looks like it.
import { z } from 'zod';

const json = z.record(z.string(), z.json());

/** A value as it would come back from storage or from the wire. */
export function plainJson(value: object): z.output<typeof json> {
  return json.parse(JSON.parse(JSON.stringify(value)));
}
