// Why a control is in the statement of applicability: a risk, a law, a contract or a baseline (ISO/IEC 27001 6.1.3 d).
import type { NonEmpty } from '../kernel/index.ts';

export const REASON_KINDS = ['risk', 'law', 'contract', 'baseline'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/**
 * What a reason rests on: the very risk or obligation (O-3), or a sentence. A sentence alone is enough for a
 * baseline; a risk or an obligation that is only told of cannot be followed, and a lint says so.
 */
export type Reason =
  | { readonly kind: 'risk' | 'law' | 'contract'; readonly ref: string }
  | { readonly kind: ReasonKind; readonly text: string };

/** The reference of a reason, where it has one. */
export function refOfReason(reason: Reason): string | undefined {
  return 'ref' in reason ? reason.ref : undefined;
}

/** The reasons as one sentence: what the record of applicability says, and what documents show. */
export function reasonsInWords(reasons: NonEmpty<Reason>): string {
  return reasons.map(inWords).join('; ');
}

function inWords(reason: Reason): string {
  return 'ref' in reason ? `${reason.kind} ${reason.ref}` : `${reason.kind}: ${reason.text}`;
}
