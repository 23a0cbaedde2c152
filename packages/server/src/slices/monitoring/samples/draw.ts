// A draw of core with the words of this house: sizes by profile or by one's own reason, refusals that say what to do.
import {
  drawSample,
  err,
  ok,
  sampleSize,
  type DrawnItem,
  type DrawRule,
  type FrequencyClass,
  type OrderedRows,
  type Period,
  type Result,
  type SizeProfile,
  type SizeQuestion,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { StoredSample } from './stored.ts';

/** A frozen population, its rows in canonical JSON sorted by their bytes. */
export interface Population extends OrderedRows {
  readonly id: string;
  readonly title: string;
  /** Time that its rows cover, half-open; null where nobody said it. */
  readonly range: Period | null;
}

export type SizeChoice =
  | {
      readonly by: 'profile';
      readonly profile: string;
      readonly frequency?: FrequencyClass | undefined;
      readonly configurations?: number | undefined;
    }
  | { readonly by: 'own'; readonly size: number; readonly because: string };

/** The size by a profile, with the reason that is kept. */
export function sizeBy(
  profile: SizeProfile,
  question: SizeQuestion,
): Result<{ readonly size: number; readonly reason: string }, Refusal> {
  const size = sampleSize(profile, question);
  return size.ok
    ? size
    : undrawable(
        `The profile ${profile.name} needs to know how often the control runs, and its schedule does not say.`,
      );
}

export function drawBy(
  population: OrderedRows,
  rule: DrawRule,
): Result<{ readonly items: readonly DrawnItem[]; readonly parts: StoredSample['parts'] }, Refusal> {
  const drawn = drawSample(population, rule, sha256);
  if (drawn.ok) {
    const { items, strata } = drawn.value;
    return ok({ items, parts: strata.map((part) => ({ ...part, taken: [...part.taken] })) });
  }
  return undrawable(
    drawn.error.code === 'seed.malformed'
      ? 'The seed is none: 1 to 256 bytes of text, or hex: and an even number of digits.'
      : `From ${population.rows.length} rows no sample of ${rule.sizes.at(-1) ?? 0} can be drawn.`,
  );
}

export function undrawable(detail: string): { readonly ok: false; readonly error: Refusal } {
  return err({ code: 'sample.not_drawable', detail });
}
