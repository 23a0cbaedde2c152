// What options of the command line change of what is said of the plan, or of a copy of it.
import type { SaidPlanSettings } from '@assay/contract';
import { OWNER_ROLES, type AdviceOption, type OwnerRole, type PlainDate } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';
import { didYouMean } from '../words.ts';

/** A name with what is said of it: `stage2=2027-03-01`. */
export type Pair<T> = readonly [string, T];

export interface SettingsOptions {
  readonly option?: AdviceOption;
  readonly advised?: true;
  readonly start?: PlainDate;
  readonly fix?: readonly Pair<PlainDate>[];
  readonly move?: readonly Pair<PlainDate>[];
  readonly done?: readonly string[];
  readonly days?: readonly Pair<readonly number[]>[];
  readonly capacity?: readonly Pair<number>[];
  readonly holiday?: readonly PlainDate[];
  readonly free?: readonly string[];
  readonly because?: string;
}

interface OfTask {
  readonly task: string;
}

/** The fields that the options touch, over what was said before; all others are left out. */
export function changed(held: SaidPlanSettings, options: SettingsOptions): Partial<SaidPlanSettings> {
  const { because: note = '' } = options;
  const free = freed(held, options.free ?? []);
  const dated = (pairs: readonly Pair<PlainDate>[] = []) => pairs.map(([task, on]) => ({ task, on, note }));
  const fixed = listed(held.fixed, dated(options.fix), free);
  const moved = listed(held.not_before, dated(options.move), free);
  const leads = listed(held.lead_days, leadsOf(options), free);
  const over = (options.done ?? []).map((task) => ({ task, note }));
  const done = listed(held.done, over, free);
  const capacity = capacityOf(held.capacity, options.capacity ?? [], free);
  const holidays = holidaysOf(held.holidays, options.holiday ?? [], free);
  return {
    ...(options.option ? { option: options.option } : options.advised ? { option: null } : {}),
    ...(options.start ? { start: options.start } : free.has('start') ? { start: null } : {}),
    ...(fixed ? { fixed } : {}),
    ...(moved ? { not_before: moved } : {}),
    ...(leads ? { lead_days: leads } : {}),
    ...(done ? { done } : {}),
    ...(capacity ? { capacity } : {}),
    ...(holidays ? { holidays } : {}),
  };
}

/** Refuses a command that changes nothing: it would only seem to have done something. */
export function refuseNothing(change: object): void {
  if (Object.keys(change).length > 0) return;
  throw new CommandEnd(
    EXIT.usage,
    'Nothing would change.',
    'Say what is to be otherwise, such as --fix stage2=2027-03-01; --help lists what can be said.',
  );
}

/** What is to be forgotten, if something is said of it. */
function freed(held: SaidPlanSettings, all: readonly string[]): ReadonlySet<string> {
  const tasks = [held.fixed, held.not_before, held.lead_days, held.done].flatMap((list: readonly OfTask[]) =>
    list.map(({ task }) => task),
  );
  const known = [
    ...new Set([...tasks, ...Object.keys(held.capacity), ...held.holidays, ...(held.start ? ['start'] : [])]),
  ];
  const unknown = all.find((each) => !known.includes(each));
  if (unknown === undefined) return new Set(all);
  const near = didYouMean(unknown, known) ?? '';
  throw new CommandEnd(
    EXIT.usage,
    `Nothing is said of ${unknown}. ${near}`.trim(),
    known.length === 0 ? 'Nothing can be forgotten here.' : `Something is said of ${known.join(', ')}.`,
  );
}

/** Undefined where nothing of the list is touched. */
function listed<T extends OfTask>(
  held: readonly T[],
  more: readonly T[],
  free: ReadonlySet<string>,
): T[] | undefined {
  const kept = held.filter(({ task }) => !free.has(task) && !more.some((each) => each.task === task));
  return more.length > 0 || kept.length < held.length ? [...kept, ...more] : undefined;
}

function leadsOf({ days = [], because = '' }: SettingsOptions): SaidPlanSettings['lead_days'] {
  if (days.length > 0 && because.trim().length < 3)
    throw new CommandEnd(
      EXIT.usage,
      '--days needs --because.',
      'Say why it takes so long, such as --because "The offer of May says so".',
    );
  return days.map(([task, [min = 0, mode = min, max = mode]]) => ({
    task,
    days: { min, mode, max },
    because,
  }));
}

function capacityOf(
  held: SaidPlanSettings['capacity'],
  more: readonly Pair<number>[],
  free: ReadonlySet<string>,
): SaidPlanSettings['capacity'] | undefined {
  const said = more.map(([name, days]) => [roleOf(name), days] as const);
  const kept = OWNER_ROLES.flatMap((role) => {
    const days = held[role];
    return days === undefined || free.has(role) ? [] : [[role, days] as const];
  });
  const touched = said.length > 0 || kept.length < Object.keys(held).length;
  return touched ? Object.fromEntries([...kept, ...said]) : undefined;
}

function roleOf(name: string): OwnerRole {
  const role = OWNER_ROLES.find((each) => each === name);
  if (role) return role;
  const near = didYouMean(name, OWNER_ROLES) ?? '';
  throw new CommandEnd(
    EXIT.usage,
    `${name} is no role. ${near}`.trim(),
    `It is one of ${OWNER_ROLES.join(', ')}.`,
  );
}

function holidaysOf(
  held: readonly PlainDate[],
  more: readonly PlainDate[],
  free: ReadonlySet<string>,
): PlainDate[] | undefined {
  const kept = held.filter((each) => !free.has(each));
  return more.length > 0 || kept.length < held.length ? [...new Set([...kept, ...more])] : undefined;
}
