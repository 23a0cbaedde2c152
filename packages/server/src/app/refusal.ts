// An expected failure on its way out: a stable code and a sentence for the person.
import type { ErrorCode } from '@assay/contract';

export interface Refusal {
  readonly code: ErrorCode;
  /** What happened and what to do. */
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  /** The record as it stands, for a failed precondition. */
  readonly current?: unknown;
  /** The change that was sent and not made. */
  readonly sent?: unknown;
}
