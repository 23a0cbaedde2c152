// What a window is asked about one control: its lifetime, schedule, scopes, evidence, events, runs.
import type { ControlCode, Instant, Period, PlainDate } from '../../kernel/index.ts';
import type { ScheduleVersion, WorkCalendar } from './schedule.ts';
import type { Zone } from './zone.ts';

/** A stretch of days that does not count, decided by a named person for a reason; it ends by itself. */
export interface Exclusion {
  /** The scope it holds for; all scopes when undefined. */
  readonly scope: string | undefined;
  readonly period: Period;
  readonly reason: string;
  readonly owner: string;
}

/** Where a control runs, and since when: the same control on two systems has two scopes. */
export interface ControlScope {
  readonly name: string;
  /** First day on which it counts; undefined when it always did. */
  readonly from: PlainDate | undefined;
  /** First day on which the scope no longer counts. */
  readonly until: PlainDate | undefined;
  /** Asked for because its system lies in the scope of the framework, though the schedule does not name it. */
  readonly added?: boolean | undefined;
  /** One of the rows of a control that nobody but collectors and evidence tells apart: what names none counts for each. */
  readonly joint?: boolean | undefined;
  /** What else its system is called, folded. */
  readonly words?: ReadonlySet<string> | undefined;
}

/** A control's life. A successor names whom it replaces; the two are one line of occurrences. */
export interface Lifetime {
  readonly code: ControlCode;
  readonly startedOn: PlainDate;
  /** First day on which it no longer ran. */
  readonly retiredOn: PlainDate | undefined;
  readonly schedule: readonly ScheduleVersion[];
}

/** One performance of a control, as evidence shows it. */
export interface Performance {
  readonly evidence: string;
  readonly scope: string | undefined;
  readonly performedAt: PlainDate;
  /** Day on which the artefact was made, or else received. */
  readonly capturedAt: PlainDate;
  readonly review: 'accepted' | 'pending' | 'rejected';
  /** Independent support for evidence that was made long after the act (rule 9). */
  readonly supported: boolean;
  /** The event that it answers, for event controls. */
  readonly event: string | undefined;
}

/** Something that calls for an event control. */
export interface EventItem {
  readonly id: string;
  readonly scope: string | undefined;
  readonly at: PlainDate;
}

/** One complete run of a check; partial, empty and refused runs are `unknown`. */
export interface Run {
  readonly scope: string | undefined;
  readonly at: Instant;
  readonly result: 'pass' | 'fail' | 'unknown';
}

/** A time in which the collector is known to have been blind; half open. */
export interface Outage {
  readonly scope: string | undefined;
  readonly from: Instant;
  readonly until: Instant;
}

/** Everything that decides how one control did in a window. */
export interface Timeline {
  /** Predecessors first; the last one is the control of today. Never empty. */
  readonly line: readonly [Lifetime, ...(readonly Lifetime[])];
  readonly scopes: readonly ControlScope[];
  readonly exclusions: readonly Exclusion[];
  readonly performances: readonly Performance[];
  /** Undefined when the population is not known: that is not the same as no event. */
  readonly events: readonly EventItem[] | undefined;
  /** Whether a row that was added has no population of its own: then not all events are known. */
  readonly unlisted?: boolean | undefined;
  readonly runs: readonly Run[];
  readonly outages: readonly Outage[];
}

/** The window and the day on which it is looked at. */
export interface WindowFrame {
  readonly window: Period;
  readonly today: PlainDate;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  /** Days between act and capture after which evidence counts as reconstructed (rule 9). */
  readonly reconstructedAfterDays: number;
}
