// What a window asks of populations: the events of a control and the acts that answer them, where they are known.
import {
  dateOfInstant,
  groupBy,
  type ControlCode,
  type Instant,
  type Period,
  type PlainDate,
} from '../../kernel/index.ts';
import type { EventItem, Performance } from '../windows/index.ts';
import type { PopulationKind } from './kind.ts';
import type { DayWriter } from './provenance.ts';
import type { PopulationRow } from './row.ts';

/** A frozen population that nothing has taken the place of. */
export interface StandingPopulation {
  /** `P-1`. */
  readonly code: string;
  readonly kind: PopulationKind;
  readonly controls: readonly ControlCode[];
  /** The scope of the controls that it speaks for; all of them when undefined. */
  readonly scope: string | undefined;
  readonly range: Period;
  readonly generatedAt: Instant;
  readonly daysWrittenBy: DayWriter;
  /** A second source tells the same. */
  readonly reconciled: boolean;
  readonly rows: readonly Pick<PopulationRow, 'key' | 'day' | 'done'>[];
}

export interface EventsQuestion {
  readonly control: ControlCode;
  readonly period: Period;
  /** The day of asking; its own events cannot be known before it has ended. */
  readonly today: PlainDate;
  /** Scopes of the control; with none a list without a scope is asked for, or lists of every scope that is named. */
  readonly scopes: readonly string[];
}

/** Events with the acts that their own lists name; both empty when there were none. */
export interface KnownEvents {
  readonly events: readonly EventItem[];
  readonly acts: readonly Performance[];
}

/**
 * Events of a control in a period, or undefined when not all of them are known: for each scope the lists must cover
 * every day of the period that has ended, without a hole. A list makes known the days of its range that had ended
 * when it was made.
 */
export function knownEvents(
  populations: readonly StandingPopulation[],
  { control, period, today, scopes }: EventsQuestion,
): KnownEvents | undefined {
  const own = populations.filter((each) => each.controls.includes(control));
  const end = period.until < today ? period.until : today;
  const named =
    scopes.length > 0 ? scopes : own.flatMap((each) => (each.scope === undefined ? [] : [each.scope]));
  const asked: readonly (string | undefined)[] = named.length > 0 ? [...new Set(named)] : [undefined];
  const complete = asked.every(
    (scope) =>
      knownUntil(
        own.filter((each) => each.scope === undefined || each.scope === scope),
        period.from,
      ) >= end,
  );
  return own.length > 0 && complete ? gathered(own, period) : undefined;
}

/** The first day from `from` on whose events nobody knows. */
export function knownUntil(populations: readonly StandingPopulation[], from: PlainDate): PlainDate {
  const stretches = populations
    .map(({ range, generatedAt }) => ({
      from: range.from,
      until: earlier(range.until, dateOfInstant(generatedAt)),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return stretches.reduce(
    (known, next) => (next.from <= known && next.until > known ? next.until : known),
    from,
  );
}

/** The id under which a window knows an event, and by which evidence names it: `leavers/E-102`. */
export function eventId(kind: PopulationKind, key: string): string {
  return `${kind}/${key}`;
}

function gathered(own: readonly StandingPopulation[], period: Period): KnownEvents {
  const all = own.flatMap((list) => list.rows.map((row) => ({ list, row })));
  const inside = all.filter(({ row }) => row.day >= period.from && row.day < period.until);
  const events: EventItem[] = [];
  const acts: Performance[] = [];
  for (const [id, same] of groupBy(inside, ({ list, row }) => eventId(list.kind, row.key))) {
    // Lists may overlap: the same key on the same day in the same scope is one event.
    const distinct = [...groupBy(same, ({ list, row }) => `${row.day} ${list.scope ?? ''}`)].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    );
    for (const [i, [, group]] of distinct.entries()) {
      const [first] = group;
      if (!first) continue;
      const event = {
        id: i === 0 ? id : `${id}@${first.row.day}`,
        scope: first.list.scope,
        at: first.row.day,
      };
      events.push(event);
      for (const { list, row } of group)
        if (row.done !== undefined) acts.push(actOf(list, { event, done: row.done }));
    }
  }
  return { events, acts };
}

/** The row's own word on its act counts as evidence that was captured when the list was made. */
function actOf(
  list: StandingPopulation,
  { event, done }: { readonly event: EventItem; readonly done: PlainDate },
): Performance {
  return {
    evidence: `${list.code} ${event.id}`,
    scope: list.scope,
    performedAt: done,
    capturedAt: dateOfInstant(list.generatedAt),
    review: 'accepted',
    supported: list.daysWrittenBy === 'system' || list.reconciled,
    event: event.id,
  };
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
