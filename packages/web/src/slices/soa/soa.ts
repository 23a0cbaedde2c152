// Rows of the statement by the names that its pages use, and how its rules are called.
import type { Output, Routes } from '@assay/contract';

export type Statement = Output<Routes['soa.read']>;
/** A row as it is written down, in the statement of now and in a version alike. */
export type SoaRow = Output<Routes['soa.version']>['frozen']['rows'][number];
export type SoaLint = Statement['lints'][number];
export type SoaVersion = Output<Routes['soa.versions']>['data'][number];
export type Obligation = Output<Routes['obligations.list']>['data'][number];

const THEMES: Readonly<Record<string, string>> = {
  organizational: 'Annex A, organizational',
  people: 'Annex A, people',
  physical: 'Annex A, physical',
  technological: 'Annex A, technological',
  elsewhere: 'Necessary controls from elsewhere',
};

export function themeTitle(theme: string): string {
  return THEMES[theme] ?? theme;
}

/** `soa.excluded_without_reason` as "excluded without reason". */
export function ruleTitle(code: string): string {
  return code.slice(code.indexOf('.') + 1).replaceAll('_', ' ');
}

/** Whether a row is one of Annex A, and so has a page as a requirement. */
export function isAnnex(id: string): boolean {
  return id.startsWith('A.');
}
