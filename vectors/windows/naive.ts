// A second window engine, deliberately naive: it walks day by day (hour by hour for runs) over the calendar of
// the language, keeps no tables, and shares no code with packages/core. Tests compare the two.
import type { Timeline, WindowFrame, Lifetime } from '../../packages/core/src/index.ts';

/** What both engines must agree on, as one line of text an occurrence. */
export function naive(timeline: Timeline, frame: WindowFrame): readonly string[] {
  return timeline.scopes
    .flatMap((scope) => new NaiveScope(timeline, frame, scope).lines())
    .sort();
}

type Scope = Timeline['scopes'][number];
type Cadence = Lifetime['schedule'][number]['cadence'];
interface Heard {
  last: number | undefined;
  failing: string | undefined;
}
interface NaiveSlot {
  readonly first: string;
  readonly due: string;
  readonly grace: string;
}
interface Act {
  readonly id: string;
  readonly day: string;
  readonly event: string | undefined;
}

const HOUR = 3_600_000;
/** The hours of a zone's days, kept because thousands of timelines ask for the same ones. */
const HOURS = new Map<string, readonly number[]>();

class NaiveScope {
  private readonly acts: readonly Act[];
  private free: readonly Act[];
  private readonly days: readonly string[];
  private readonly timeline: Timeline;
  private readonly frame: WindowFrame;
  private readonly scope: Scope;

  constructor(timeline: Timeline, frame: WindowFrame, scope: Scope) {
    this.timeline = timeline;
    this.frame = frame;
    this.scope = scope;
    const acts = timeline.performances
      .filter((each) => this.mine(each.scope) && each.review === 'accepted' && each.performedAt <= frame.today)
      .filter((each) => each.supported || apart(each.performedAt, each.capturedAt) <= frame.reconstructedAfterDays)
      .map((each) => ({ id: each.evidence, day: String(each.performedAt), event: each.event }))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    this.acts = acts.filter((act, at) => !acts.slice(0, at).some(({ id }) => id === act.id));
    this.free = this.acts.filter(({ event }) => event === undefined);
    this.days = daysFrom(frame.window.from, frame.window.until).filter((day) => this.counts(day));
  }

  lines(): readonly string[] {
    if (this.days.length === 0) return [];
    return [...this.calendar(), ...this.interval(), ...this.events(), ...this.continuous()];
  }

  private calendar(): readonly string[] {
    const slots = [...this.regular(), ...this.annual()].sort((a, b) => (a.due < b.due ? -1 : 1));
    const cut = slots.map((slot, at) => ({
      ...slot,
      first: [slot.first, ...slots.slice(0, at).map((other) => plus(other.due, 1))].reduce(later),
    }));
    const open = cut.filter(({ due }) => due <= this.lastDay() && this.fixed(due) === undefined);
    const taken = new Map<string, Act>();
    for (const act of this.free) {
      const [slot] = open
        .filter(({ first, grace, due }) => !taken.has(due) && act.day >= first && act.day <= grace)
        .sort((a, b) => (a.grace + a.due < b.grace + b.due ? -1 : 1));
      if (slot) taken.set(slot.due, act);
    }
    // What has filled a calendar slot is gone for an interval slot.
    this.free = this.free.filter((act) => ![...taken.values()].includes(act));
    return cut.map(({ due, grace }) =>
      due > this.lastDay()
        ? `${this.scope.name} ${due} - not_due`
        : this.line({ due, grace, act: taken.get(due), item: undefined }),
    );
  }

  private regular(): readonly NaiveSlot[] {
    const due = this.days.filter((day) => {
      const cadence = this.calendarCadence(day);
      return cadence !== undefined && cadence.frequency !== 'annual' && this.endsSlot(cadence.frequency, day);
    });
    return [...due, ...this.behind()].map((day) => {
      const cadence = this.calendarCadence(day);
      let first = earlier(day, this.lastDay());
      while (first > this.firstDay() && !this.endsSlot(cadence?.frequency ?? '', plus(first, -1))) {
        if (cadence?.frequency === 'business_daily') break;
        first = plus(first, -1);
      }
      return { first, due: day, grace: plus(day, cadence?.graceDays ?? 0) };
    });
  }

  /** The end of the slot that the window's last day cuts. */
  private behind(): readonly string[] {
    const cadence = this.calendarCadence(this.lastDay());
    if (!cadence || ['daily', 'business_daily', 'annual'].includes(cadence.frequency)) return [];
    let day = this.lastDay();
    while (!this.endsSlot(cadence.frequency, day)) day = plus(day, 1);
    return day > this.lastDay() ? [day] : [];
  }

  private annual(): readonly NaiveSlot[] {
    const end = plus(this.frame.window.until, -1);
    const start = this.firstDay();
    const slots: { first: string; due: string }[] = [];
    if (plus(plusMonths(start, 12), -1) > end) {
      const inside = this.free.some(({ day }) => day >= start && day <= end);
      const prior = this.free.filter(({ day }) => day < start && day >= plusMonths(start, -12)).at(-1);
      const next = prior && plusMonths(prior.day, 12);
      slots.push({ first: start, due: next !== undefined && next > end && !inside ? next : end });
    } else {
      for (let months = 0; plusMonths(start, months) <= end; months += 12)
        slots.push({ first: plusMonths(start, months), due: plus(plusMonths(start, months + 12), -1) });
    }
    return slots.flatMap(({ first, due }) => {
      const cadence = this.calendarCadence(due);
      return cadence?.frequency === 'annual' ? [{ first, due, grace: plus(due, cadence.graceDays) }] : [];
    });
  }

  private endsSlot(frequency: string, day: string): boolean {
    const tomorrow = plus(day, 1);
    const month = Number(tomorrow.slice(5, 7));
    const since = (month - this.frame.calendar.fiscalYearStart + 12) % 12;
    const newMonth = tomorrow.endsWith('-01');
    switch (frequency) {
      case 'daily':
        return true;
      case 'business_daily':
        return this.worksOn(day);
      case 'weekly':
        return at(day).getUTCDay() === 0;
      case 'monthly':
        return newMonth;
      case 'quarterly':
        return newMonth && since % 3 === 0;
      default:
        return newMonth && since % 6 === 0;
    }
  }

  private interval(): readonly string[] {
    const lines: string[] = [];
    let opens = this.firstDay();
    let anchor = this.free.filter(({ day }) => day < opens).at(-1)?.day ?? plus(opens, -1);
    for (const day of this.days) {
      const cadence = this.intervalDue(day, anchor);
      if (!cadence) continue;
      const grace = plus(day, cadence.graceDays);
      const inTime = this.free.filter((act) => act.day >= opens && act.day <= day).at(-1);
      const act = inTime ?? this.free.find((each) => each.day > day && each.day >= opens && each.day <= grace);
      lines.push(this.line({ due: day, grace, act, item: undefined }));
      anchor = this.fixed(day) === undefined && act ? act.day : day;
      opens = plus(anchor, 1);
    }
    const cadence = this.cadence(this.lastDay());
    if (cadence?.kind !== 'periodic' || cadence.mode !== 'interval') return lines;
    let day = plus(this.lastDay(), 1);
    while (!this.intervalDue(day, anchor)) day = plus(day, 1);
    return [...lines, `${this.scope.name} ${day} - not_due`];
  }

  private intervalDue(day: string, anchor: string): { readonly graceDays: number } | undefined {
    const cadence = this.cadence(day);
    if (cadence?.kind !== 'periodic' || cadence.mode !== 'interval') return undefined;
    if (day < this.next(cadence.frequency, anchor)) return undefined;
    return cadence.frequency === 'business_daily' && !this.worksOn(day) ? undefined : cadence;
  }

  private events(): readonly string[] {
    const lines: string[] = [];
    for (const event of this.timeline.events ?? []) {
      if (!this.mine(event.scope) || !this.days.includes(event.at) || event.at > this.frame.today) continue;
      const cadence = this.cadence(event.at);
      if (cadence?.kind !== 'event') continue;
      const due = plus(event.at, cadence.withinDays);
      const grace = plus(due, cadence.graceDays);
      const act = this.acts.find(
        (each) => each.event === event.id && each.day >= this.firstDay() && each.day <= grace,
      );
      const fixed = this.fixed(event.at);
      lines.push(
        fixed ? `${this.scope.name} ${due} ${event.id} ${fixed}` : this.line({ due, grace, act, item: event.id }),
      );
    }
    return lines;
  }

  /** Hour by hour: what the last run said, and how long ago that was. */
  private continuous(): readonly string[] {
    if (!this.days.some((day) => this.cadence(day)?.kind === 'continuous')) return [];
    const runs = this.timeline.runs
      .filter((run) => this.mine(run.scope) && run.result !== 'unknown')
      .map((run) => ({ at: Date.parse(run.at), result: run.result }));
    const opening = this.hoursOf(this.firstDay())[0] ?? 0;
    const heard: Heard = { last: undefined, failing: this.failingBefore(opening) };
    return this.days.flatMap((day) => {
      const cadence = this.cadence(day);
      const allowed = cadence?.kind === 'continuous' ? cadence.everyHours * cadence.tolerance * HOUR : Infinity;
      // The latest failure that touched this day, mended or not.
      let since = heard.failing;
      let ran = false;
      let dark = false;
      const silent: number[] = [];
      const hours = day <= this.frame.today ? this.hoursOf(day) : [];
      for (const now of hours) {
        const said = runs.filter((run) => run.at === now).map((run) => run.result);
        if (said.length === 0) {
          if (now >= (heard.last ?? opening) + allowed) silent.push(now);
          continue;
        }
        // Hours of silence that a run has ended count, today as well.
        dark ||= silent.length > 0;
        ran = true;
        heard.last = now;
        if (said.includes('pass')) heard.failing = undefined;
        if (said.includes('fail')) {
          heard.failing ??= day;
          since = heard.failing;
        }
      }
      if (day < this.frame.today) dark ||= silent.length > 0 || heard.last === undefined;
      else if (!ran) dark = silent.includes(hours[0] ?? 0) || (heard.last === undefined && day > this.firstDay());
      dark ||= !ran && this.outageOn(day);
      if (cadence?.kind !== 'continuous') return [];
      const known = day > this.frame.today ? 'pending' : this.word(day, { dark, ran, since, sla: cadence.slaDays });
      return [`${this.scope.name} ${day} - ${this.fixed(day) ?? known}`];
    });
  }

  private word(
    day: string,
    seen: { dark: boolean; ran: boolean; since: string | undefined; sla: number },
  ): string {
    if (seen.dark) return 'no_data';
    if (seen.since !== undefined) return apart(seen.since, day) <= seen.sla ? 'late' : 'missed';
    return day === this.frame.today && !seen.ran ? 'pending' : 'on_time';
  }

  /** The day on which a failure began that stood when the window opened. */
  private failingBefore(opening: number): string | undefined {
    const said = this.timeline.runs
      .filter((run) => this.mine(run.scope) && Date.parse(run.at) < opening)
      .sort((a, b) => (a.at + (a.result === 'fail') < b.at + (b.result === 'fail') ? -1 : 1));
    let since: string | undefined;
    for (const { at: instant, result } of said) {
      if (result === 'pass') since = undefined;
      if (result === 'fail') since ??= this.localDay(Date.parse(instant));
    }
    return since;
  }

  private hoursOf(day: string): readonly number[] {
    const name = `${this.frame.zone.name} ${day}`;
    const known = HOURS.get(name);
    if (known) return known;
    const around = Array.from({ length: 72 }, (_, hour) => at(day).getTime() + (hour - 24) * HOUR);
    const hours = around.filter((now) => this.localDay(now) === day);
    HOURS.set(name, hours);
    return hours;
  }

  private localDay(now: number): string {
    const { standardMinutes, offsets } = this.frame.zone;
    const held = offsets.filter(({ from }) => Date.parse(from) <= now).at(-1);
    return new Date(now + (held?.minutes ?? standardMinutes) * 60_000).toISOString().slice(0, 10);
  }

  private outageOn(day: string): boolean {
    const hours = this.hoursOf(day);
    return this.timeline.outages.some(
      (each) =>
        (each.scope === undefined || each.scope === this.scope.name) &&
        hours.some((now) => Date.parse(each.from) < now + HOUR && Date.parse(each.until) > now),
    );
  }

  private line(seen: { due: string; grace: string; act: Act | undefined; item: string | undefined }): string {
    const head = `${this.scope.name} ${seen.due} ${seen.item ?? '-'}`;
    const fixed = seen.item === undefined ? this.fixed(seen.due) : undefined;
    if (fixed) return `${head} ${fixed}`;
    if (seen.act) return `${head} ${seen.act.day <= seen.due ? 'on_time' : 'late'} ${seen.act.id}`;
    return `${head} ${this.frame.today <= seen.grace ? 'pending' : 'missed'}`;
  }

  private fixed(day: string): string | undefined {
    const excluded = this.timeline.exclusions.some(
      (each) =>
        (each.scope === undefined || each.scope === this.scope.name) &&
        each.period.from <= day &&
        day < each.period.until,
    );
    if (excluded) return 'excluded';
    return this.timeline.line.some((life) => ran(life, day)) ? undefined : 'not_operating';
  }

  /** Behind the window the last day's cadence holds. */
  private cadence(asked: string): Cadence | undefined {
    const day = earlier(asked, this.lastDay());
    const { line } = this.timeline;
    const life = line.filter((each) => ran(each, day)).at(-1) ?? line.find((each) => each.startedOn > day) ?? line.at(-1);
    const held = life?.schedule.filter((version) => version.from <= day).at(-1) ?? life?.schedule[0];
    return held?.cadence;
  }

  private calendarCadence(day: string): { readonly frequency: string; readonly graceDays: number } | undefined {
    const cadence = this.cadence(day);
    return cadence?.kind === 'periodic' && cadence.mode === 'calendar' ? cadence : undefined;
  }

  private next(frequency: string, day: string): string {
    if (frequency === 'daily') return plus(day, 1);
    if (frequency === 'weekly') return plus(day, 7);
    if (frequency === 'business_daily') {
      let next = plus(day, 1);
      while (!this.worksOn(next)) next = plus(next, 1);
      return next;
    }
    return plusMonths(day, { monthly: 1, quarterly: 3, semi_annual: 6 }[frequency] ?? 12);
  }

  private worksOn(day: string): boolean {
    const weekday = at(day).getUTCDay();
    return weekday > 0 && weekday < 6 && !this.frame.calendar.holidays.some((holiday) => holiday === day);
  }

  private counts(day: string): boolean {
    return (this.scope.from === undefined || this.scope.from <= day) && (this.scope.until === undefined || day < this.scope.until);
  }

  private mine(scope: string | undefined): boolean {
    return scope === undefined ? this.timeline.scopes.length === 1 : scope === this.scope.name;
  }

  private firstDay(): string {
    return this.days[0] ?? '';
  }

  private lastDay(): string {
    return this.days.at(-1) ?? '';
  }
}

function key({ day, id, event }: Act): string {
  return [day, id, event ?? ''].join(' ');
}

function ran(life: Lifetime, day: string): boolean {
  return life.startedOn <= day && (life.retiredOn === undefined || day < life.retiredOn);
}

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function plus(day: string, days: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const date = at(day);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const month = date.getUTCMonth();
  date.setUTCDate(Number(day.slice(8, 10)));
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}

function daysFrom(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < until; day = plus(day, 1)) days.push(day);
  return days;
}

function apart(from: string, to: string): number {
  return Math.round((at(to).getTime() - at(from).getTime()) / 86_400_000);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
