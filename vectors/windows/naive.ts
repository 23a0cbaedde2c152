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
interface Act {
  readonly id: string;
  readonly day: string;
  readonly event: string | undefined;
}

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
    this.acts = timeline.performances
      .filter((each) => this.mine(each.scope) && each.review === 'accepted' && each.performedAt <= frame.today)
      .filter((each) => each.supported || apart(each.performedAt, each.capturedAt) <= frame.reconstructedAfterDays)
      .map((each) => ({ id: each.evidence, day: String(each.performedAt), event: each.event }))
      .sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
    this.free = this.acts.filter(({ event }) => event === undefined);
    this.days = daysFrom(frame.window.from, frame.window.until);
  }

  lines(): readonly string[] {
    return [...this.calendar(), ...this.interval(), ...this.events(), ...this.continuous()];
  }

  private calendar(): readonly string[] {
    const slots = this.dueDays().filter(({ due }) => this.counts(due));
    // Open slots from both ends: no overlap in front, no grace that outlives the next slot's.
    const cut = slots.map((slot, at) => ({
      ...slot,
      first: [slot.first, ...slots.slice(0, at).map((other) => plus(other.due, 1))].reduce(later),
      grace: slots.slice(at).map((other) => other.grace).reduce(earlier),
    }));
    const open = cut.filter(({ due }) => this.fixed(due) === undefined);
    const taken = new Map<string, Act>();
    for (const act of this.free) {
      const slot = open.find(({ first, grace, due }) => !taken.has(due) && act.day >= first && act.day <= grace);
      if (slot) taken.set(slot.due, act);
    }
    const lines = cut.map(({ due, grace }) => this.line({ due, grace, act: taken.get(due), item: undefined }));
    // What has filled a calendar slot is gone for an interval slot.
    this.free = this.free.filter((act) => ![...taken.values()].includes(act));
    return this.resting() ? [...lines, `${this.scope.name} ${this.lastDay()} - not_due`] : lines;
  }

  private dueDays(): readonly { first: string; due: string; grace: string }[] {
    return this.days.flatMap((due) => {
      const cadence = this.cadence(due);
      if (cadence?.kind !== 'periodic' || cadence.mode !== 'calendar') return [];
      const annual = cadence.frequency === 'annual';
      if (annual ? !this.yearDue().includes(due) : !this.endsSlot(cadence.frequency, due)) return [];
      let first = due;
      if (annual) {
        first = this.days[0] ?? due;
        for (const other of this.yearDue()) if (other < due) first = plus(other, 1);
      } else {
        while (first > (this.days[0] ?? due) && !this.endsSlot(cadence.frequency, plus(first, -1))) {
          if (cadence.frequency === 'business_daily') break;
          first = plus(first, -1);
        }
      }
      return [{ first, due, grace: plus(due, cadence.graceDays) }];
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

  private yearDue(): readonly string[] {
    const start = this.days[0] ?? '';
    const year = plus(plusMonths(start, 12), -1);
    if (year > this.lastDay()) {
      const next = this.priorNext();
      if (next === undefined) return [this.lastDay()];
      return next > this.lastDay() ? [] : [next];
    }
    const dues: string[] = [];
    let from = start;
    while (plus(plusMonths(from, 12), -1) <= this.lastDay()) {
      dues.push(plus(plusMonths(from, 12), -1));
      from = plusMonths(from, 12);
    }
    return dues;
  }

  private resting(): boolean {
    const cadence = this.cadence(this.lastDay());
    if (cadence?.kind !== 'periodic' || cadence.mode !== 'calendar' || cadence.frequency !== 'annual') return false;
    return this.yearDue().length === 0;
  }

  private priorNext(): string | undefined {
    const start = this.days[0] ?? '';
    const prior = this.free.filter(({ day }) => day < start && day >= plusMonths(start, -12)).at(-1);
    return prior && plusMonths(prior.day, 12);
  }

  private interval(): readonly string[] {
    const lines: string[] = [];
    let opens = this.days[0] ?? '';
    let anchor = this.free.filter(({ day }) => day < opens).at(-1)?.day ?? plus(opens, -1);
    for (const day of this.days) {
      const cadence = this.cadence(day);
      if (cadence?.kind !== 'periodic' || cadence.mode !== 'interval') continue;
      if (day < this.next(cadence.frequency, anchor)) continue;
      if (cadence.frequency === 'business_daily' && !this.worksOn(day)) continue;
      const grace = plus(day, cadence.graceDays);
      const inTime = this.free.filter((act) => act.day >= opens && act.day <= day).at(-1);
      const act = inTime ?? this.free.find((each) => each.day > day && each.day >= opens && each.day <= grace);
      if (this.counts(day)) lines.push(this.line({ due: day, grace, act, item: undefined }));
      anchor = this.fixed(day) === undefined && act ? act.day : day;
      opens = plus(anchor, 1);
    }
    return lines;
  }

  private events(): readonly string[] {
    const lines: string[] = [];
    for (const event of this.timeline.events ?? []) {
      const cadence = this.cadence(event.at);
      if (!this.mine(event.scope) || !this.days.includes(event.at) || event.at > this.frame.today) continue;
      if (!this.counts(event.at) || cadence?.kind !== 'event') continue;
      const due = plus(event.at, cadence.withinDays);
      const grace = plus(due, cadence.graceDays);
      const act = this.acts.find(
        (each) => each.event === event.id && each.day >= (this.days[0] ?? '') && each.day <= grace,
      );
      const fixed = this.fixed(event.at);
      lines.push(
        fixed ? `${this.scope.name} ${due} ${event.id} ${fixed}` : this.line({ due, grace, act, item: event.id }),
      );
    }
    return lines;
  }

  /** Hour by hour, in UTC: what the last run said, and how long ago that was. */
  private continuous(): readonly string[] {
    const state = new Map<string, string>();
    const runs = this.timeline.runs.filter((run) => this.mine(run.scope) && run.result !== 'unknown');
    let last: number | undefined;
    let failingSince: string | undefined;
    for (const day of this.days) {
      if (day > this.frame.today) break;
      let ranToday = false;
      let dark = false;
      // The latest failure that touched this day, mended or not.
      let since = failingSince;
      for (let hour = 0; hour < 24; hour += 1) {
        const now = at(day).getTime() + hour * 3_600_000;
        const said = runs.filter((run) => Date.parse(run.at) === now).map((run) => run.result);
        if (said.length === 0) {
          if (last !== undefined && now >= last + this.allowed(last)) dark = true;
          continue;
        }
        // Before its first run the window is dark, for whole days always, for hours when they are too many.
        const opened = at(this.days[0] ?? day).getTime();
        // A run at midnight ends the silence of the day before and leaves its own day alone.
        if (last === undefined && hour > 0 && now - opened > this.allowed(opened)) dark = true;
        ranToday = true;
        last = now;
        if (said.includes('fail')) {
          failingSince ??= day;
          since = failingSince;
        }
        if (said.includes('pass')) failingSince = undefined;
      }
      const blind = this.outageOn(day) && !ranToday;
      state.set(day, this.word({ day, dark: dark || last === undefined || blind, since }));
    }
    return this.days.flatMap((day) => {
      const cadence = this.cadence(day);
      if (cadence?.kind !== 'continuous' || !this.counts(day)) return [];
      return [`${this.scope.name} ${day} - ${this.fixed(day) ?? state.get(day) ?? 'pending'}`];
    });
  }

  private outageOn(day: string): boolean {
    return this.timeline.outages.some(
      (each) =>
        (each.scope === undefined || each.scope === this.scope.name) &&
        Date.parse(each.from) < at(plus(day, 1)).getTime() &&
        Date.parse(each.until) > at(day).getTime(),
    );
  }

  private word(seen: { day: string; dark: boolean; since: string | undefined }): string {
    const cadence = this.cadence(seen.day);
    if (seen.dark) return 'no_data';
    if (seen.since === undefined) return 'on_time';
    const sla = cadence?.kind === 'continuous' ? cadence.slaDays : 0;
    return apart(seen.since, seen.day) <= sla ? 'late' : 'missed';
  }

  private allowed(run: number): number {
    const cadence = this.cadence(new Date(run).toISOString().slice(0, 10));
    return cadence?.kind === 'continuous' ? cadence.everyHours * cadence.tolerance * 3_600_000 : Infinity;
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

  private cadence(day: string): Lifetime['schedule'][number]['cadence'] | undefined {
    const { line } = this.timeline;
    const life = line.filter((each) => ran(each, day)).at(-1) ?? line.find((each) => each.startedOn > day) ?? line.at(-1);
    const held = life?.schedule.filter((version) => version.from <= day).at(-1) ?? life?.schedule[0];
    return held?.cadence;
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
    return this.scope.from <= day && (this.scope.until === undefined || day < this.scope.until);
  }

  private mine(scope: string | undefined): boolean {
    return scope === undefined ? this.timeline.scopes.length === 1 : scope === this.scope.name;
  }

  private lastDay(): string {
    return this.days.at(-1) ?? '';
  }
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
