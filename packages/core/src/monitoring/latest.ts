// Of all that was observed, the newest word on each check and subject of each system, as it was known at an instant.
import type { CheckKey, Observation, ObservationStatus } from './observation.ts';
import type { Instant } from '../kernel/index.ts';

/** Latest observation of one check for one subject, as the store keeps it. */
export type LatestObservation = Pick<Observation, 'check' | 'subject' | 'status'> & {
  readonly observedAt: Instant;
  /** What the system is called that was looked at; without one it speaks for all. */
  readonly system?: string;
};

/** An observation with the instant at which it became known. */
export type KnownObservation = Pick<Observation, 'check' | 'subject' | 'status' | 'observedAt'> & {
  readonly receivedAt: Instant;
  readonly system?: string;
};

/** Worst first: which word counts when a source says two things of one subject at one instant. */
const WORSE: Readonly<Record<ObservationStatus, number>> = {
  fail: 4,
  error: 3,
  unknown: 2,
  pass: 1,
  not_applicable: 0,
};

/**
 * The latest observation of each (check, subject, system) at an instant, in that order: the look of another system, or one
 * that names none, takes the place of nothing. What was
 * received, or was true, only later does not count. An observation without a time is dated by its
 * receipt, and a pass without a time is unknown: nothing says when it was true.
 */
export function latestAt(
  observations: Iterable<KnownObservation>,
  at: Instant,
): readonly LatestObservation[] {
  const latest = new Map<CheckKey, Map<string, LatestObservation>>();
  for (const each of observations) {
    const observedAt = each.observedAt ?? each.receivedAt;
    if (each.receivedAt > at || observedAt > at) continue;
    const status = each.observedAt === undefined && each.status === 'pass' ? 'unknown' : each.status;
    const subjects = latest.get(each.check) ?? new Map<string, LatestObservation>();
    latest.set(each.check, subjects);
    const key = JSON.stringify([each.subject, each.system]);
    const held = subjects.get(key);
    if (
      !held ||
      observedAt > held.observedAt ||
      (observedAt === held.observedAt && WORSE[status] > WORSE[held.status])
    ) {
      const { check, subject, system } = each;
      subjects.set(key, {
        check,
        subject,
        status,
        observedAt,
        ...(system === undefined ? {} : { system }),
      });
    }
  }
  return [...latest.values()].flatMap((subjects) => [...subjects.values()]).sort(byCheckSubjectSystem);
}

/**
 * One word for each check, subject and place, of those whose words mean the same place: the newest, at one instant the worst.
 */
export function newestOfPlaces<P>(
  latest: Iterable<LatestObservation>,
  placeOf: (observation: LatestObservation) => P,
): readonly LatestObservation[] {
  const places = new Map<P, Map<string, LatestObservation>>();
  for (const each of latest) {
    const place = placeOf(each);
    const held = places.get(place) ?? new Map<string, LatestObservation>();
    places.set(place, held);
    const key = JSON.stringify([each.check, each.subject]);
    const before = held.get(key);
    if (
      !before ||
      each.observedAt > before.observedAt ||
      (each.observedAt === before.observedAt && WORSE[each.status] > WORSE[before.status])
    )
      held.set(key, each);
  }
  return [...places.values()].flatMap((held) => [...held.values()]);
}

function byCheckSubjectSystem(a: LatestObservation, b: LatestObservation): number {
  if (a.check !== b.check) return a.check < b.check ? -1 : 1;
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return (a.system ?? '') < (b.system ?? '') ? -1 : 1;
}
