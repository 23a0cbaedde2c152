// Rows of the contract's lists by the names that pages use.
import type { api } from './api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Control = Answer<'controls.read'>;
export type FrameworkPosture = Answer<'posture.read'>['data'][number];
export type RequirementPosture = FrameworkPosture['requirements'][number];
export type Framework = Answer<'frameworks.list'>['data'][number];
export type CrosswalkPair = Answer<'crosswalk.read'>['data'][number];
export type Overlap = Answer<'overlap.read'>;
export type Gaps = Answer<'gaps.list'>;
export type Readiness = Answer<'readiness.list'>;
export type Organisation = Answer<'organisations.read'>;

type Reference = `${string}/${string}`;

/** Whether a text names a requirement with its framework, as `soc2:2017/CC6.1` does. */
export function isReference(text: string): text is Reference {
  return text.indexOf('/') > 0;
}
