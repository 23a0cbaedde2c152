// What happened at Harbourline, one act after the other: each with its instant and the person who did it.
import type { CheckKey, Instant, Result } from '@assay/core';
import type { Deps } from '../app/deps.ts';
import type { Tx } from '../platform/postgres/database.ts';
import type { OrgScope } from '../slices/access/access.module.ts';
import { at, type Calendar } from './calendar.ts';

/** The company while it is being made. */
export interface Place {
  readonly deps: Deps;
  readonly on: Calendar;
  readonly known: ReadonlySet<string>;
  /** The right to act, under the name of one of the company's people. */
  as(person: string): OrgScope;
  /** Hash of what is stored already, by the name of its file. */
  stored(filename: string): string;
}

/** `inside` acts share a transaction with their neighbours; `alone` acts begin their own, as imports do. */
export type Act =
  | { readonly at: Instant; readonly inside: (tx: Tx) => Promise<void> }
  | { readonly at: Instant; readonly alone: () => Promise<void> };

/** One person's act at a time of a day so many days before today. */
export function act(
  place: Place,
  when: { readonly ago: number; readonly time: string; readonly by: string },
  run: (work: Acting) => Promise<Result<unknown, { readonly code: string; readonly detail: string }>>,
): Act {
  const now = at(place.on.ago(when.ago), when.time);
  const { catalogue } = place.deps;
  return {
    at: now,
    inside: async (tx) => {
      must(await run({ tx, scope: place.as(when.by), catalogue, now }));
    },
  };
}

/** What a use case is given. */
interface Acting {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Deps['catalogue'];
  readonly now: Instant;
}

/** The demo's own data is ours: a refusal is a bug, not an expected failure. */
export function must<T>(result: Result<T, { readonly code: string; readonly detail: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`demo: ${result.error.code} ${result.error.detail}`);
}

/** `junit:restore.keys` as a check's key. */
export function checkKey(text: string): CheckKey {
  const cut = text.indexOf(':');
  return `${text.slice(0, cut)}:${text.slice(cut + 1)}`;
}
