// What somebody is writing, kept in this browser until it is saved, so that nothing is lost by a closed page.
import { OWNER_ROLES, type OwnerRole } from '@assay/core';
import { valuesOf, type Policy } from './policies.ts';

export interface Draft {
  readonly title: string;
  readonly owner: OwnerRole;
  readonly reviewMonths: number;
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Kept {
  readonly draft: Draft;
  /** Tag of the version that it was written over. */
  readonly over: string;
}

export function draftOf(
  policy: Pick<Policy, 'title' | 'owner' | 'review_months' | 'text' | 'variables'>,
): Draft {
  const { title, owner, review_months, text, variables } = policy;
  return { title, owner, reviewMonths: review_months, text, variables: valuesOf(text, variables) };
}

export function isSame(a: Draft, b: Draft): boolean {
  const valueOf = (draft: Draft): string => JSON.stringify(valuesOf(draft.text, draft.variables));
  return (
    a.title === b.title &&
    a.owner === b.owner &&
    a.reviewMonths === b.reviewMonths &&
    a.text === b.text &&
    valueOf(a) === valueOf(b)
  );
}

/** What the API is told: only what differs. */
export function changesOf(held: Draft, now: Draft) {
  return {
    ...(now.title === held.title ? {} : { title: now.title.trim() }),
    ...(now.owner === held.owner ? {} : { owner: now.owner }),
    ...(now.reviewMonths === held.reviewMonths ? {} : { review_months: now.reviewMonths }),
    ...(now.text === held.text ? {} : { text: now.text }),
    variables: valuesOf(now.text, now.variables),
  };
}

export function keyOf(org: string, policy: string): string {
  return `assay.policy.${org}.${policy}`;
}

export function readKept(stored: string | null): Kept | undefined {
  if (stored === null) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (!isObject(value) || typeof value['over'] !== 'string' || !isObject(value['draft'])) return false;
  const { title, owner, reviewMonths, text, variables } = value['draft'];
  return (
    typeof title === 'string' &&
    OWNER_ROLES.some((role) => role === owner) &&
    typeof reviewMonths === 'number' &&
    typeof text === 'string' &&
    isObject(variables) &&
    Object.values(variables).every((each) => typeof each === 'string')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
