// Some tools list only what is wrong. What such a list no longer names was not found again: it takes the place of the
// list before it, or a hole that was closed would fail for ever. Only a whole list may do so, and only of the same thing.
import type { Instant } from '../kernel/index.ts';

/** A run as an import brought it. */
export interface WholeList {
  readonly id: string;
  /** What was looked at by what; undefined where the file is no whole list or does not say of what. */
  readonly key: string | undefined;
  readonly at: Instant;
}

/** Tags and digests that name a version rather than a place: 4.12.0, v2, 2026-06-01, a commit, sha256:…. */
const VERSION = /^(?:v?\d[\w.+-]*|[0-9a-f]{7,64})$/;

/**
 * The key under which whole lists replace each other. An image is known by its name: a newer version of it takes the
 * place of the older one, while tags that name a place (prod, staging) stay apart.
 */
export function runKey(of: {
  readonly reader: string;
  readonly tool: string;
  readonly scope: string;
}): string {
  const [name = of.scope] = of.scope.split('@sha256:');
  const colon = name.lastIndexOf(':');
  const tag = colon > name.lastIndexOf('/') ? name.slice(colon + 1) : '';
  return JSON.stringify([of.reader, of.tool, VERSION.test(tag) ? name.slice(0, colon) : name]);
}

/** Ids of the runs that still speak: all without a key, and of each key the newest; at one instant the later id. */
export function standing(runs: readonly WholeList[]): ReadonlySet<string> {
  const newest = new Map<string, WholeList>();
  for (const run of runs) {
    if (run.key === undefined) continue;
    const held = newest.get(run.key);
    if (!held || run.at > held.at || (run.at === held.at && run.id > held.id)) newest.set(run.key, run);
  }
  return new Set(
    runs.filter((run) => run.key === undefined || newest.get(run.key) === run).map((run) => run.id),
  );
}
