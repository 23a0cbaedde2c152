// Laws, regulations and clauses of contracts that ask for controls: a source of inclusion beside risks.
import type { PlainDate } from '../kernel/index.ts';
import type { ReasonKind } from './reason.ts';

export const OBLIGATION_KINDS = ['law', 'regulation', 'contract'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** One obligation of the register. */
export interface Obligation {
  /** `O-3` */
  readonly code: string;
  readonly kind: ObligationKind;
  readonly title: string;
  /** Article, section or clause that asks. */
  readonly clause: string;
  /** What it asks of the company, in the company's words. */
  readonly demand: string;
  readonly owner: string | undefined;
  /** First day on which it no longer binds; undefined while it does. */
  readonly endedOn: PlainDate | undefined;
}

/** Whether an obligation binds on a day. */
export function binds(obligation: Obligation, today: PlainDate): boolean {
  return obligation.endedOn === undefined || today < obligation.endedOn;
}

/** The kind of reason that an obligation gives: a regulation is law. */
export function reasonKindOf(kind: ObligationKind): ReasonKind {
  return kind === 'contract' ? 'contract' : 'law';
}
