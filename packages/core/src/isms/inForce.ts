// Which version of a record is in force on a day: what was approved, for a scope from its day on, for a review as closed;
// what a party said needs nobody's approval.
import type { PlainDate } from '../kernel/index.ts';
import type { Objective } from './objective.ts';
import type { IsmsRecord } from './record.ts';
import { scopeInForce } from './scope.ts';

export interface IsmsVersion {
  readonly revision: number;
  readonly record: IsmsRecord;
  readonly approved: boolean;
}

/**
 * The version of one record that is in force on a day; undefined where none is. A measurement changes nothing of what
 * was approved: an objective stays in force through versions that differ from the approved one in measurements alone.
 */
export function versionInForce<V extends IsmsVersion>(
  versions: readonly V[],
  today: PlainDate,
): V | undefined {
  const newest = versions.at(-1);
  switch (newest?.record.kind) {
    case undefined:
      return undefined;
    case 'scope':
      return scopeVersion(versions, today);
    case 'review':
      return versions.findLast(({ record }) => record.kind === 'review' && record.closed !== null);
    case 'feedback':
      return newest.record.withdrawn ? undefined : newest;
    case 'objective':
      return objectiveVersion(versions);
    default:
      return versions.findLast(({ approved }) => approved);
  }
}

function scopeVersion<V extends IsmsVersion>(versions: readonly V[], today: PlainDate): V | undefined {
  const scopes = versions.flatMap((version) =>
    version.record.kind === 'scope' ? [{ scope: version.record, approved: version.approved, version }] : [],
  );
  const framework = scopes.at(-1)?.scope.framework;
  const held = framework && scopeInForce(scopes, framework, today);
  return scopes.find(({ scope }) => scope === held)?.version;
}

function objectiveVersion<V extends IsmsVersion>(versions: readonly V[]): V | undefined {
  let held: V | undefined;
  for (const version of versions) {
    if (version.approved || (held && sameButMeasured(held.record, version.record))) held = version;
  }
  return held;
}

function sameButMeasured(before: IsmsRecord, after: IsmsRecord): boolean {
  if (before.kind !== 'objective' || after.kind !== 'objective') return false;
  return decided(before) === decided(after);
}

/** What an approval of an objective is about, as one text. */
function decided({
  title,
  measure,
  unit,
  target,
  direction,
  due,
  plan,
  owner,
  every_days,
}: Objective): string {
  return JSON.stringify([title, measure, unit, target, direction, due, plan, owner, every_days]);
}
