// What is wrong with a request, each fault at its JSON Pointer (RFC 6901).
import type { z } from 'zod';

export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** The faults of one issue; each unknown key is a fault of its own. */
export function faultsOf(issue: z.core.$ZodIssue, base: string): readonly Fault[] {
  const at = issue.path.reduce<string>((pointer, step) => `${pointer}/${escaped(String(step))}`, base);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: `${at}/${escaped(key)}`, message: issue.message }));
  return [{ pointer: at, message: issue.message }];
}

/**
 * Pointer to the first text, or key, that PostgreSQL cannot hold: one with a NUL or with half a surrogate pair.
 * The body's depth is limited before, so the walk ends.
 */
export function firstUnstorable(value: unknown, at: string): string | undefined {
  if (typeof value === 'string') return storable(value) ? undefined : at;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!storable(key)) return at;
    const found = firstUnstorable(inner, `${at}/${escaped(key)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function storable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function escaped(step: string): string {
  return step.toWellFormed().replaceAll('\0', '').replaceAll('~', '~0').replaceAll('/', '~1');
}
