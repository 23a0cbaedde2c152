// What a schedule may not say: every fault with its place, so that all can be mended at once.
import type { ControlCode, ControlSchedule } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { SaidSchedule } from './schedules.repository.ts';

interface Said {
  readonly code: ControlCode;
  readonly schedule: ControlSchedule;
  readonly codes: ReadonlySet<ControlCode>;
  readonly others: ReadonlyMap<ControlCode, SaidSchedule>;
}

type Fault = NonNullable<Refusal['errors']>[number];

/** Why a schedule cannot be, if anything speaks against it. */
export function refuseSchedule(said: Said): Refusal | undefined {
  const errors = [...versionFaults(said), ...scopeFaults(said), ...lifeFaults(said), ...lineFaults(said)];
  const [first] = errors;
  return first && { code: 'schedule.invalid', detail: `${first.pointer}: ${first.message}.`, errors };
}

function versionFaults({ schedule: { versions } }: Said): readonly Fault[] {
  const days = versions.map(({ from }) => from);
  return versions.flatMap(({ from }, at) =>
    days.indexOf(from) < at
      ? [{ pointer: `/body/versions/${at}/from`, message: `another cadence begins on ${from}` }]
      : [],
  );
}

function scopeFaults({ schedule: { scopes } }: Said): readonly Fault[] {
  const names = scopes.map(({ name }) => name);
  return scopes.flatMap(({ name, from, until }, at) => [
    ...(names.indexOf(name) < at
      ? [{ pointer: `/body/scopes/${at}/name`, message: `another scope is called ${name}` }]
      : []),
    ...(from !== undefined && until !== undefined && until <= from
      ? [{ pointer: `/body/scopes/${at}/until`, message: 'ends before it begins' }]
      : []),
  ]);
}

function lifeFaults({ schedule: { startedOn, retiredOn } }: Said): readonly Fault[] {
  return startedOn !== undefined && retiredOn !== undefined && retiredOn <= startedOn
    ? [{ pointer: '/body/retired_on', message: 'lies before it started' }]
    : [];
}

/** A control takes the place of one other, which no third one took, and never its own. */
function lineFaults({ code, schedule: { replaces }, codes, others }: Said): readonly Fault[] {
  if (replaces === undefined) return [];
  const fault = (message: string): readonly Fault[] => [{ pointer: '/body/replaces', message }];
  if (!codes.has(replaces)) return fault(`there is no control ${replaces}`);
  const taken = [...others].find(([, other]) => other.schedule.replaces === replaces);
  if (taken) return fault(`${taken[0]} took its place already`);
  const line = new Set<ControlCode>();
  for (let before: ControlCode | undefined = replaces; before !== undefined && !line.has(before);) {
    line.add(before);
    before = others.get(before)?.schedule.replaces;
  }
  return line.has(code) ? fault('it would take its own place') : [];
}
