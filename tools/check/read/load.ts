// Loads a module of the looked-at tree at run time, as unknown values by name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

export type Loaded =
  | { readonly there: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly there: false; readonly why: string };

const namesSchema = z.record(z.string(), z.unknown());
const callable = z.custom<(input?: unknown) => unknown>((value) => typeof value === 'function');

/** Imports `path` of `root`; a module that is missing or that throws while loading is not there. */
export async function load(root: string, path: string): Promise<Loaded> {
  const file = join(root, path);
  if (!existsSync(file)) return { there: false, why: 'not there yet' };
  try {
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return { there: true, values: namesSchema.parse({ ...namesOf(loaded) }) };
  } catch (cause) {
    return {
      there: false,
      why: `cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
}

/** Calls an exported function; undefined when it is no function. */
export function callOf(loaded: Loaded, name: string, input?: unknown): unknown {
  const found = callable.safeParse(loaded.there ? loaded.values[name] : undefined);
  return found.success ? found.data(input) : undefined;
}

function namesOf(loaded: unknown): object {
  return typeof loaded === 'object' && loaded !== null ? loaded : {};
}
