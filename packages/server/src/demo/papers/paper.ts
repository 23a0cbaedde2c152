// What a paper of the demo is: a short real document, who made it, when, and what a reviewer said.
import type { ControlCode, EvidenceKind } from '@assay/core';
import type { Calendar } from '../calendar.ts';

export interface Paper {
  readonly title: string;
  /** Name without its day, which is put before it. */
  readonly file: string;
  readonly kind: EvidenceKind;
  readonly by: string;
  readonly controls: readonly ControlCode[];
  /** Days before today on which it was done. */
  readonly done: number;
  /** Days later on which it came in; one, unless it says otherwise. */
  readonly came?: number;
  /** Days before today, from and until, that it speaks for. */
  readonly covers?: readonly [number, number];
  /** Accepted two days after it came, unless it says otherwise. */
  readonly review?:
    | { readonly state: 'pending' }
    | { readonly state: 'rejected'; readonly reason: string }
    | { readonly state: 'accepted'; readonly note: string };
  /** A later version of the same document, accepted two days after. */
  readonly revised?: {
    readonly daysAgo: number;
    readonly note: string;
    readonly body: (on: Calendar) => string;
  };
  /** Days before today on which it was taken out again. */
  readonly withdrawn?: number;
  readonly body: (on: Calendar) => string;
}

/** Most papers wait for nobody: this marks those that do. */
export const PENDING = { state: 'pending' } as const;

/** A policy speaks for the year from its approval. */
export function inForce(approved: number): readonly [number, number] {
  return [approved, approved - 365];
}
