// Policies as the pages of this place read them.
import { variablesIn } from '@assay/core';
import { api, useOrg } from '../../data/api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Policy = Answer<'policies.read'>;
export type PolicyRow = Answer<'policies.list'>['data'][number];
export type Template = Answer<'policies.templates'>['data'][number];
export type DifferenceRow = Answer<'policies.difference'>['lines'][number];

/** In the order of their legend: what is in force first, what ended last. */
export const POLICY_MARKS = [
  'policy_published',
  'policy_review_due',
  'policy_approved',
  'policy_draft',
  'policy_retired',
] as const;

export function usePolicies(org: string) {
  return useOrg(org, ['policies'], () => api['policies.list']({ params: { org } }));
}

export function usePolicy(org: string, policy: string, version?: number) {
  return useOrg(org, ['policy', policy, version ?? 0], () =>
    api['policies.read']({
      params: { org, policy },
      query: { version: version === undefined ? undefined : String(version) },
    }),
  );
}

/** The tag of the newest version, which a change is made against; undefined while an older one is shown. */
export function tagOf({ version, revision, versions }: Policy): string | undefined {
  return versions.at(-1)?.version === version ? `"${version}.${revision}"` : undefined;
}

/** How many of how many have confirmed; without a version in force nothing is asked. */
export function confirmedText({ acknowledged }: Pick<PolicyRow, 'acknowledged'>): string {
  if (acknowledged === null) return '';
  return acknowledged.denominator === 0
    ? 'nobody named'
    : `${acknowledged.numerator} / ${acknowledged.denominator}`;
}

/** Names whom the version in force binds, for the next one. */
export function peopleOf({ acknowledged, confirmations }: Policy): readonly string[] {
  if (acknowledged === null) return [];
  const beyond = new Set(acknowledged.beyond);
  const confirmed = confirmations.map(({ person }) => person).filter((name) => !beyond.has(name));
  return [...confirmed, ...acknowledged.missing].toSorted((a, b) => a.localeCompare(b));
}

/** Values of the places that a text has; what is empty is left out. */
export function valuesOf(text: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(variablesIn(text).map((name) => [name, values[name] ?? '']));
}
