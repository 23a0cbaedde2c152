// One pass through the days: whenever a role is free it takes the most urgent task that is ready, and finishes it
// (a parallel schedule of Kelley 1963: no role is idle while there is something that it could do).
import { HORIZON, nextMorning, TICKS, whenWork, whenWorked, workBefore } from './calendar.ts';
import type { Compiled } from './compiled.ts';
import { Queue } from './queue.ts';

/** Ticks at which each task begins and ends, and the task because of which not earlier: -1 for a date, or the start. */
export interface Pass {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly cause: Int32Array;
}

const END = HORIZON * TICKS;

/** Schedules over and over with other durations; what it returns is overwritten by the next pass. */
export class Passes {
  readonly #compiled: Compiled;
  readonly #pass: Pass;
  readonly #left: Int32Array;
  readonly #released: Int32Array;
  readonly #events: Queue;
  readonly #ready: readonly Queue[];
  /** The task that a role does or did last, and whether it still does. */
  readonly #last: Int32Array;
  readonly #busy: Uint8Array;
  readonly #waits: Int32Array;
  /** Events are kept as one number each: the tick, and which task ends, or may be offered, or that people come to work. */
  readonly #span: number;
  #wake = -1;
  /** Roles, one bit each, that are free while a task of theirs is ready. */
  #open = 0;
  #durations: Int32Array;

  constructor(compiled: Compiled) {
    const count = compiled.tasks.length;
    this.#compiled = compiled;
    this.#pass = {
      start: new Int32Array(count),
      finish: new Int32Array(count),
      cause: new Int32Array(count),
    };
    this.#left = new Int32Array(count);
    this.#released = new Int32Array(count);
    this.#waits = Int32Array.from(compiled.before, (list) => list.length);
    this.#events = new Queue(3 * count + 1);
    this.#span = 2 * count + 1;
    this.#ready = compiled.roles.map(() => new Queue(count));
    this.#last = new Int32Array(compiled.roles.length);
    this.#busy = new Uint8Array(compiled.roles.length);
    this.#durations = compiled.likely;
  }

  run(durations: Int32Array): Pass {
    const count = durations.length;
    this.#durations = durations;
    this.#left.set(this.#waits);
    this.#last.fill(-1);
    this.#busy.fill(0);
    this.#open = 0;
    this.#wake = -1;
    for (let task = 0; task < count; task += 1) if (this.#waits[task] === 0) this.#release(task, 0, -1);
    this.#take(0);
    const span = this.#span;
    while (this.#events.size > 0) {
      const event = this.#events.pop();
      const tick = Math.floor(event / span);
      const what = event - tick * span;
      if (what < count) this.#finished(what, tick);
      else if (what < 2 * count) this.#offer(what - count);
      if (this.#events.least >= (tick + 1) * span) this.#take(tick);
    }
    return this.#pass;
  }

  #finished(task: number, tick: number): void {
    const role = this.#compiled.role[task] ?? -1;
    if (role >= 0) {
      this.#busy[role] = 0;
      if ((this.#ready[role]?.size ?? 0) > 0) this.#open |= 1 << role;
    }
    const behind = this.#compiled.behind[task];
    if (!behind) return;
    for (let i = 0; i < behind.length; i += 1) {
      const next = behind[i] ?? 0;
      const left = (this.#left[next] ?? 0) - 1;
      this.#left[next] = left;
      if (left === 0) this.#release(next, tick, task);
    }
  }

  /** Nothing but its role, or its date, holds the task up any more. */
  #release(task: number, tick: number, by: number): void {
    const earliest = this.#compiled.earliest[task] ?? -1;
    const from = Math.max(tick, earliest);
    const late = earliest <= tick;
    this.#pass.cause[task] = late ? by : -1;
    this.#released[task] = from;
    if ((this.#compiled.role[task] ?? -1) >= 0) {
      if (late) this.#offer(task);
      else this.#events.push(from * this.#span + this.#left.length + task);
      return;
    }
    const ticks = this.#durations[task] ?? 0;
    const booked = tick <= earliest && this.#compiled.tasks[task]?.fixed !== undefined;
    const start = ticks === 0 || booked ? from : nextMorning(this.#compiled.calendar, from);
    this.#begin(task, start, Math.min(END, start + ticks));
  }

  #offer(task: number): void {
    const role = this.#compiled.role[task] ?? 0;
    this.#ready[role]?.push(this.#compiled.rank[task] ?? 0);
    if (this.#busy[role] === 0) this.#open |= 1 << role;
  }

  /** Every role that is free takes up its most urgent task; on free days it waits for the next morning of work. */
  #take(tick: number): void {
    if (this.#open === 0) return;
    const { calendar, order } = this.#compiled;
    const morning = whenWork(calendar, tick);
    if (morning > tick) {
      this.#wakeAt(morning);
      return;
    }
    const worked = workBefore(calendar, tick);
    for (let role = 0; this.#open !== 0; role += 1) {
      if ((this.#open & (1 << role)) === 0) continue;
      this.#open &= ~(1 << role);
      const task = order[this.#ready[role]?.pop() ?? 0] ?? 0;
      const released = this.#released[task] ?? 0;
      if (released < tick && worked > workBefore(calendar, released))
        this.#pass.cause[task] = this.#last[role] ?? -1;
      this.#last[role] = task;
      this.#busy[role] = 1;
      const ticks = this.#durations[task] ?? 0;
      this.#begin(task, tick, ticks === 0 ? tick : whenWorked(calendar, worked + ticks));
    }
  }

  #wakeAt(morning: number): void {
    if (this.#wake === morning) return;
    this.#wake = morning;
    this.#events.push(morning * this.#span + 2 * this.#left.length);
  }

  #begin(task: number, start: number, finish: number): void {
    this.#pass.start[task] = start;
    this.#pass.finish[task] = finish;
    this.#events.push(finish * this.#span + task);
  }
}
