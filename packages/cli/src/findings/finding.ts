// A result as files for other tools say it.
import type { ObservationStatus, Severity } from '@assay/core';

export interface Finding {
  /** `scanner:rule`. */
  readonly check: string;
  readonly title: string | null;
  readonly subject: string;
  readonly status: ObservationStatus;
  readonly observed_at: string;
  readonly severity: Severity | null;
  readonly message: string | null;
  readonly controls: readonly string[];
}

/** Findings by the scanner that told them, in the order of their first. */
export function byScanner(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ check }) => check.slice(0, Math.max(0, check.indexOf(':'))) || check);
}

/** What is wrong with it, in a line. */
export function wordOf({ message, title, check, status }: Finding): string {
  return message ?? `${title ?? check}: ${status.replaceAll('_', ' ')}`;
}

/** The scanner's own name of a check; the scanner stands beside it. */
export function ruleOf(check: string): string {
  return check.slice(check.indexOf(':') + 1);
}
