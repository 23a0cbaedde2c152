// What every scanner file of the demo is: bytes that a tool would have written, and when and how they came.
import type { ControlCode, EvidenceKind } from '@assay/core';
import type { ColumnMapping } from '@assay/sources';
import { OWNERS } from '../people.ts';

export interface ScanFile {
  readonly filename: string;
  /** Days before today on which the tool ran. */
  readonly daysAgo: number;
  /** Time of day (UTC) at which the file arrived, after the run. */
  readonly arrived: string;
  readonly text: string;
  readonly method: 'ci' | 'upload' | 'scanner' | 'api';
  /** Controls that the file speaks for beside those of its checks. */
  readonly controls?: readonly ControlCode[];
  /** Days before today, from and until, that it speaks for. */
  readonly covers?: readonly [number, number];
  readonly columns?: ColumnMapping;
  /** What a person calls it, where the reader's own title does not tell. */
  readonly called?: { readonly title: string; readonly kind: EvidenceKind };
  /** A person's acceptance, where the controls need one. */
  readonly acceptedBy?: string;
  /** How its import ended: taken back, never committed, refused because the file is broken; else committed. */
  readonly ends?: 'undone' | 'waiting' | 'refused';
}

/** Who looks at what the cloud and the pipeline send. */
export const CLOUD_REVIEWER = OWNERS.platform_engineer;
export const CODE_REVIEWER = OWNERS.engineering_lead;

/** Compact JSON with a final newline, as tools write it to a file. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** The newest files have come in, and nobody has looked at them yet. */
export function waitingForReview(scan: ScanFile): ScanFile {
  const { acceptedBy: _, ...rest } = scan;
  return rest;
}

export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
