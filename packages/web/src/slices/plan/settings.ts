// What is said of the plan, and each change of it. Pure: what a form does not ask stays as it stands when it is sent.
import { parsePlainDate, type PlainDate } from '@assay/core';
import type { Plan, PlanSettings } from './plan.ts';

export type SettingsDraft = Omit<PlanSettings, 'revision' | 'changed_by' | 'changed_at'>;

/** Fields that the form asks for; those that nobody touched are left out. */
export type Touched = Partial<Pick<SettingsDraft, 'option' | 'start' | 'capacity' | 'holidays'>>;

/** What was said, without who said it when. */
export function saidOf(held: PlanSettings): SettingsDraft {
  const { revision: _, changed_by: __, changed_at: ___, ...said } = held;
  return said;
}

/** Whether what is shown is the plan, and not another way that is only looked at. */
export function isThePlan({ option, advised, settings }: Pick<Plan, 'option' | 'advised' | 'settings'>) {
  return option === (settings.option ?? advised);
}

interface TaskDay {
  /** On this very day, or not before it. */
  readonly kind: 'fixed' | 'not_before';
  readonly on: string;
}

/** One day of a task in the place of any other that it had; undefined lets it begin as early as it can. */
export function withDay(held: SettingsDraft, task: string, day: TaskDay | undefined): SettingsDraft {
  const { fixed, not_before } = held;
  const note = [...fixed, ...not_before].find((each) => each.task === task)?.note ?? '';
  const others = {
    fixed: fixed.filter((each) => each.task !== task),
    not_before: not_before.filter((each) => each.task !== task),
  };
  if (day === undefined) return { ...held, ...others };
  return { ...held, ...others, [day.kind]: [...others[day.kind], { task, on: day.on, note }] };
}

/** One task done already, where no record shows it. */
export function withDone(held: SettingsDraft, task: string): SettingsDraft {
  return { ...held, done: [...held.done.filter((each) => each.task !== task), { task, note: '' }] };
}

/** A role's person-days a month; undefined: what the answers say. */
export function withCapacity(
  capacity: SettingsDraft['capacity'],
  role: keyof SettingsDraft['capacity'],
  days: number | undefined,
): SettingsDraft['capacity'] {
  const { [role]: _, ...others } = capacity;
  return days === undefined ? others : { ...others, [role]: days };
}

/** The earliest day that a field may hold: one that has passed since it was said forbids nothing else. */
export function leastDay(least: string, held: string | null): string {
  return held !== null && held < least ? held : least;
}

/** Days as people list them, each once and in order, and what is none. */
export function daysIn(text: string): {
  readonly good: readonly PlainDate[];
  readonly bad: readonly string[];
} {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const read = words.map((word) => parsePlainDate(word));
  const good = [...new Set(read.flatMap((day) => day ?? []))].toSorted();
  return { good, bad: words.filter((_, i) => read[i] === undefined) };
}
