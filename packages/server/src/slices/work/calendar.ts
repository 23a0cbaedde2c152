// Tasks and the examined period as a calendar (RFC 5545): all-day events, the same UID for the same thing, and no
// confidential text: calendars are shown on walls and synced to strangers.
import {
  addDays,
  type Examination,
  type Instant,
  type PlainDate,
  type Task,
  type TaskKind,
} from '@assay/core';
import ical, { ICalEventTransparency, type ICalEventData } from 'ical-generator';

const WORDS: Readonly<Record<TaskKind, string>> = {
  make_up: 'Missed',
  fix_failing: 'Mend',
  perform: 'Due',
  planned: 'Planned',
  typed: 'Task',
  respond: 'Finding',
  audit: 'Audit',
  review_policy: 'Review',
  confirm_policy: 'Confirm',
  decide_policy: 'Decide',
  manage: 'Management system',
  review_evidence: 'Review',
  renew_evidence: 'Renew',
  expiring: 'Decide',
  commit_import: 'Import',
  map_checks: 'Map checks',
  give_evidence: 'Show',
};

export interface CalendarOf {
  readonly org: string;
  readonly origin: string;
  readonly slug: string;
  readonly tasks: readonly Task[];
  /** Of the organisation’s calendar; a person’s has none. */
  readonly examination: Examination | undefined;
  /** Size of the ledger: it only grows, so that a later answer always has a later revision. */
  readonly sequence: number;
  readonly now: Instant;
}

export function calendarOf(given: CalendarOf): string {
  const calendar = ical({
    name: 'Assay',
    prodId: { company: 'Assay', product: 'Assay', language: 'EN' },
    ttl: 3600,
  });
  for (const event of [...given.tasks.flatMap((task) => taskEvent(task, given)), ...edges(given)])
    calendar.createEvent(event);
  return calendar.toString();
}

function taskEvent(task: Task, given: CalendarOf): ICalEventData[] {
  if (task.until === undefined) return [];
  const what = task.kind === 'typed' ? task.id : (task.control ?? task.id.split(':')[1] ?? '');
  return [
    allDay(given, {
      id: task.id,
      summary: `${WORDS[task.kind]} ${what}`,
      day: task.until,
      url: `${given.origin}/o/${given.slug}/work`,
    }),
  ];
}

function edges(given: CalendarOf): ICalEventData[] {
  const { examination } = given;
  const url = `${given.origin}/o/${given.slug}/settings`;
  const edge = (id: string, summary: string, day: PlainDate): ICalEventData =>
    allDay(given, { id, summary, day, url });
  if (examination?.type === 'type1') return [edge('examined-on', 'SOC 2 date', examination.on)];
  if (examination?.type === 'type2')
    return [
      edge('period-begins', 'SOC 2 period begins', examination.period.from),
      edge('period-ends', 'SOC 2 period: last day', addDays(examination.period.until, -1)),
    ];
  return [];
}

function allDay(
  given: CalendarOf,
  event: { readonly id: string; readonly summary: string; readonly day: PlainDate; readonly url: string },
): ICalEventData {
  const { id, summary, day, url } = event;
  return {
    id: `${id}@${given.org}.assay`,
    summary,
    url,
    allDay: true,
    start: `${day}T00:00:00.000Z`,
    end: `${addDays(day, 1)}T00:00:00.000Z`,
    timezone: 'UTC',
    stamp: given.now,
    sequence: given.sequence,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}
