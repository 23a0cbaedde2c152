// A row as it is being edited, and what of it is sent.
import type { CallInput, Routes } from '@assay/contract';
import type { SoaRow } from './soa.ts';

export type DecisionBody = CallInput<Routes['soa.decide']>['body'];
type ReasonIn = Extract<DecisionBody, { decision: 'in' }>['reasons'][number];

export interface Draft {
  readonly decision: SoaRow['decision'];
  readonly risks: readonly string[];
  readonly obligations: readonly string[];
  /** One baseline a line. */
  readonly baselines: string;
  /** Reasons that were only told in words; they cannot be followed, and can only be taken out. */
  readonly told: readonly { readonly kind: 'risk' | 'law' | 'contract'; readonly text: string }[];
  readonly justification: string;
  readonly how: string;
  readonly owner: string;
  readonly due: string;
}

export function draftOf(row: SoaRow): Draft {
  const refs = (test: (ref: string) => boolean): readonly string[] =>
    row.reasons.flatMap(({ ref }) => (ref !== null && test(ref) ? [ref] : []));
  return {
    decision: row.decision,
    risks: refs((ref) => ref.startsWith('R-')),
    obligations: refs((ref) => ref.startsWith('O-')),
    baselines: row.reasons
      .flatMap(({ kind, text }) => (kind === 'baseline' && text !== null ? [text] : []))
      .join('\n'),
    told: row.reasons.flatMap(({ kind, text }) =>
      kind !== 'baseline' && text !== null ? [{ kind, text }] : [],
    ),
    justification: row.decision === 'out' ? row.justification : '',
    how: row.how,
    owner: row.owner ?? '',
    due: row.due ?? '',
  };
}

/**
 * What is sent; nothing while a row that is in has no reason. Owner and day are sent only when they were changed: what the
 * row shows may follow from its controls, and would not follow any more once it is written down.
 */
export function bodyOf(
  draft: Draft,
  row: SoaRow,
  kindOf: (obligation: string) => 'law' | 'contract',
): DecisionBody | undefined {
  const before = draftOf(row);
  const notes = {
    ...(draft.how.trim() === before.how ? {} : { how: draft.how.trim() }),
    ...(draft.owner.trim() === before.owner ? {} : { owner: draft.owner.trim() || null }),
    ...(draft.due === before.due ? {} : { due: draft.due || null }),
  };
  if (draft.decision === 'undecided') return { decision: 'undecided', ...notes };
  if (draft.decision === 'out')
    return { decision: 'out', justification: draft.justification.trim(), ...notes };
  const [first, ...rest] = reasonsOf(draft, kindOf);
  return first ? { decision: 'in', reasons: [first, ...rest], ...notes } : undefined;
}

function reasonsOf(draft: Draft, kindOf: (obligation: string) => 'law' | 'contract'): readonly ReasonIn[] {
  return [
    ...draft.risks.map((ref) => ({ kind: 'risk' as const, ref })),
    ...draft.obligations.map((ref) => ({ kind: kindOf(ref), ref })),
    ...draft.told,
    ...draft.baselines
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'baseline' as const, text })),
  ];
}
