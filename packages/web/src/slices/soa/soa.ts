// Rows of the statement by the names that its pages use, and how its rules are called.
import type { Output, Routes } from '@assay/contract';

export type Statement = Output<Routes['soa.read']>;
/** A row as it is written down, in the statement of now and in a version alike. */
export type SoaRow = Output<Routes['soa.version']>['frozen']['rows'][number];
export type SoaLint = Statement['lints'][number];
export type SoaVersion = Output<Routes['soa.versions']>['data'][number];
export type Obligation = Output<Routes['obligations.list']>['data'][number];

/** `soa.excluded_without_reason` as "excluded without reason". */
export function ruleTitle(code: string): string {
  return code.slice(code.indexOf('.') + 1).replaceAll('_', ' ');
}

/** Whether a row is one of Annex A, and so has a page as a requirement. */
export function isAnnex(id: string): boolean {
  return id.startsWith('A.');
}
