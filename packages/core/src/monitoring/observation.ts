// An automated check asks a source; an observation is its result for one subject at one instant.
import type { ControlCode, Instant } from '../kernel/index.ts';

/** Unknown is a state of its own and never a pass. */
export const OBSERVATION_STATUSES = ['pass', 'fail', 'error', 'not_applicable', 'unknown'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A check's name with its scanner: `prowler:iam_root_mfa_enabled`. */
export type CheckKey = `${string}:${string}`;

/** What one check found for one subject at one instant. */
export interface Observation {
  readonly check: CheckKey;
  /** Stable name of what was looked at: ARN, package URL, host, file path. */
  readonly subject: string;
  readonly status: ObservationStatus;
  /** When it was true; undefined when the source does not say. */
  readonly observedAt: Instant | undefined;
  readonly severity?: Severity;
  /** One line in the source's words, at most 500 characters. */
  readonly message?: string;
}

/** A check of the catalogue and the controls that it speaks for. */
export interface Check {
  readonly key: CheckKey;
  readonly title: string;
  readonly provider?: string;
  readonly service?: string;
  readonly severity?: Severity;
  readonly controls: readonly ControlCode[];
}
