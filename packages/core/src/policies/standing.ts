// Where a policy stands: which version is in force, what is being written, and when somebody has to look again.
import { dateOfDay, dayOfDate, err, ok, type PlainDate, type Result } from '../kernel/index.ts';
import { addMonths } from '../monitoring/index.ts';

export const POLICY_STATES = ['draft', 'approved', 'published', 'review_due', 'retired'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** What has happened to one version; a version is approved once, and published once after that. */
export interface PolicyVersion {
  /** From 1, without a hole. */
  readonly version: number;
  readonly approved: boolean;
  /** The day from which it is in force. */
  readonly publishedOn: PlainDate | undefined;
  /** Calendar months from publishing until it is due for review. */
  readonly reviewMonths: number;
  /** It ended, and every version before it; what is written later begins anew. */
  readonly retired: boolean;
}

export interface PolicyStanding {
  readonly state: PolicyState;
  /** The published version with the highest number; it replaces all before it. */
  readonly inForce: number | undefined;
  /** A version above it that is written or approved, and not published. */
  readonly next: number | undefined;
  /** First day on which the version in force is due for review. */
  readonly reviewOn: PlainDate | undefined;
}

export type PolicyRefusal =
  | { readonly code: 'policy.unfilled'; readonly missing: readonly string[] }
  | { readonly code: 'policy.approved' }
  | { readonly code: 'policy.not_approved' }
  | { readonly code: 'policy.published' }
  | { readonly code: 'policy.retired' };

/** A draft above a published version changes nothing until it is published: the one in force gives the state. */
export function policyStanding(versions: readonly PolicyVersion[], today: PlainDate): PolicyStanding {
  const ended = highest(versions.filter((each) => each.retired))?.version ?? 0;
  const live = versions.filter((each) => each.version > ended);
  const newest = highest(live);
  if (newest === undefined && ended > 0)
    return { state: 'retired', inForce: undefined, next: undefined, reviewOn: undefined };
  const inForce = highest(live.filter((each) => each.publishedOn !== undefined));
  const next = newest && newest.version > (inForce?.version ?? 0) ? newest.version : undefined;
  const reviewOn =
    inForce?.publishedOn && dateOfDay(addMonths(dayOfDate(inForce.publishedOn), inForce.reviewMonths));
  const state =
    reviewOn === undefined
      ? newest?.approved
        ? 'approved'
        : 'draft'
      : reviewOn <= today
        ? 'review_due'
        : 'published';
  return { state, inForce: inForce?.version, next, reviewOn };
}

/** The number under which a change is written: an approved version never changes, so a new draft begins. */
export function versionToWrite(versions: readonly PolicyVersion[]): number {
  const newest = highest(versions);
  if (newest === undefined) return 1;
  return newest.approved || newest.retired ? newest.version + 1 : newest.version;
}

/** Nobody approves a text with open places, or the same version twice. */
export function mayApprove(version: PolicyVersion, missing: readonly string[]): Result<true, PolicyRefusal> {
  if (version.retired) return err({ code: 'policy.retired' });
  if (version.approved) return err({ code: 'policy.approved' });
  return missing.length > 0 ? err({ code: 'policy.unfilled', missing }) : ok(true);
}

/** Only what was approved is published. */
export function mayPublish(version: PolicyVersion): Result<true, PolicyRefusal> {
  if (version.retired) return err({ code: 'policy.retired' });
  if (!version.approved) return err({ code: 'policy.not_approved' });
  return version.publishedOn === undefined ? ok(true) : err({ code: 'policy.published' });
}

/** A policy ends once; writing it again begins it anew. */
export function mayRetire(version: PolicyVersion): Result<true, PolicyRefusal> {
  return version.retired ? err({ code: 'policy.retired' }) : ok(true);
}

function highest(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  return versions.reduce<PolicyVersion | undefined>(
    (best, each) => (best === undefined || each.version > best.version ? each : best),
    undefined,
  );
}
