// The cadence by which a control runs today.
import { dayOfDate, lifetimeOf, type Cadence, type Control } from '@assay/core';
import { schedulesOf, type Material } from './material.readmodel.ts';

/** Cadence of the version in force, of the first one where none is yet; undefined where the control has none. */
export function cadenceToday(known: Material, control: Control): Cadence | undefined {
  const { schedule } = lifetimeOf(control, linesOf(known));
  const today = dayOfDate(known.today);
  return (schedule.findLast(({ from }) => dayOfDate(from) <= today) ?? schedule[0])?.cadence;
}

/** What lines and lifetimes of controls follow from. */
export function linesOf(known: Material) {
  return {
    states: known.known.states,
    implementedOn: known.implementedOn,
    schedules: schedulesOf(known.said),
    today: known.today,
  };
}
