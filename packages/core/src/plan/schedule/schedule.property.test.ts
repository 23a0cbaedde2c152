// What holds of any schedule. What does not: that more capacity, less work or fewer waits always end earlier. Where roles
// take tasks by urgency, one that comes free earlier may take another task (Graham 1969); vectors/plan/anomaly.json has one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { PlanNetwork } from '../network.ts';
import { anyNetwork, oneRoleNetwork, waitingNetwork } from '../testing/networks.ts';
import { TICKS, whenWork, workBefore } from './calendar.ts';
import { compile } from './compile.ts';
import type { Compiled } from './compiled.ts';
import { Passes, type Pass } from './pass.ts';
import { schedule, type Schedule } from './schedule.ts';

const RUNS = { numRuns: 400 };

function passOf(network: PlanNetwork): { readonly compiled: Compiled; readonly pass: Pass } {
  const made = compile(network);
  if (!made.ok) throw new Error(made.error.code);
  return { compiled: made.value, pass: new Passes(made.value).run(made.value.likely) };
}

function of(network: PlanNetwork): Schedule {
  const found = schedule(network);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

function each(network: PlanNetwork, act: (task: number, at: ReturnType<typeof passOf>) => void): void {
  const at = passOf(network);
  for (const task of at.compiled.tasks.keys()) act(task, at);
}

test('no task begins before those that it waits for have ended, nor before its dates', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      each(network, (task, { compiled, pass }) => {
        const begins = pass.start[task] ?? 0;
        for (const before of compiled.before[task] ?? [])
          expect(begins).toBeGreaterThanOrEqual(pass.finish[before] ?? 0);
        expect(begins).toBeGreaterThanOrEqual(compiled.earliest[task] ?? -1);
      });
    }),
    RUNS,
  );
});

test('a role does one task at a time, for as long as the task takes it, and only on working days', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const { compiled, pass } = passOf(network);
      compiled.roles.forEach((_, role) => {
        const theirs = [...compiled.role.keys()]
          .filter((task) => compiled.role[task] === role && (compiled.likely[task] ?? 0) > 0)
          .toSorted((a, b) => (pass.start[a] ?? 0) - (pass.start[b] ?? 0));
        theirs.forEach((task, i) => {
          const [begins, ends] = [pass.start[task] ?? 0, pass.finish[task] ?? 0];
          expect(workBefore(compiled.calendar, ends) - workBefore(compiled.calendar, begins)).toBe(
            compiled.likely[task],
          );
          expect(whenWork(compiled.calendar, begins)).toBe(begins);
          const next = theirs[i + 1];
          if (next !== undefined) expect(pass.start[next] ?? 0).toBeGreaterThanOrEqual(ends);
        });
      });
    }),
    RUNS,
  );
});

test('no role is idle while a task of it is ready', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      each(network, (task, { compiled, pass }) => {
        const role = compiled.role[task] ?? -1;
        if (role < 0) return;
        const ready = Math.max(
          0,
          compiled.earliest[task] ?? 0,
          ...[...(compiled.before[task] ?? [])].map((before) => pass.finish[before] ?? 0),
        );
        const work = (tick: number): number => workBefore(compiled.calendar, tick);
        const waited = work(pass.start[task] ?? 0) - work(ready);
        const busy = [...compiled.role.keys()]
          .filter((other) => other !== task && compiled.role[other] === role)
          .reduce((sum, other) => {
            const from = Math.max(ready, pass.start[other] ?? 0);
            const to = Math.min(pass.start[task] ?? 0, pass.finish[other] ?? 0);
            return sum + Math.max(0, to > from ? work(to) - work(from) : 0);
          }, 0);
        expect(busy).toBe(waited);
      });
    }),
    RUNS,
  );
});

test('a wait begins on the morning of a working day, or on the very day that is booked', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      each(network, (task, { compiled, pass }) => {
        if (compiled.tasks[task]?.work.kind !== 'wait' || compiled.likely[task] === 0) return;
        const begins = pass.start[task] ?? 0;
        expect(begins % TICKS).toBe(0);
        if (begins !== compiled.earliest[task]) expect(whenWork(compiled.calendar, begins)).toBe(begins);
      });
    }),
    RUNS,
  );
});

test('the critical path leads to the last day, each of it follows the one before, and nothing has negative slack', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const { tasks, critical, end } = of(network);
      const at = new Map(tasks.map((task) => [task.id, task]));
      expect(at.get(critical.at(-1) ?? '')?.finish).toBe(end);
      critical.forEach((id, i) => {
        expect(at.get(id)).toMatchObject({ critical: true, follows: critical[i - 1] });
      });
      expect(tasks.every(({ slack, start, finish }) => slack >= 0 && start <= finish)).toBe(true);
    }),
    RUNS,
  );
});

test('a date that is not kept is told with the days, and one that is kept is not', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const { tasks, late } = of(network);
      const at = new Map(tasks.map((task) => [task.id, task]));
      for (const { id, fixed, due } of network.tasks) {
        const told = (constraint: 'fixed' | 'due'): number | undefined =>
          late.find((one) => one.task === id && one.constraint === constraint)?.by;
        const [begins, ends] = [at.get(id)?.start ?? network.start, at.get(id)?.finish ?? network.start];
        expect(told('fixed') ?? 0).toBe(fixed ? Math.max(0, daysBetween(fixed, begins)) : 0);
        expect(told('due') ?? 0).toBe(due ? Math.max(0, daysBetween(due, ends)) : 0);
      }
    }),
    RUNS,
  );
});

test('where one role does everything it ends when all work is done: with more capacity never later', () => {
  fc.assert(
    fc.property(oneRoleNetwork, fc.integer({ min: 1, max: 30 }), (network, more) => {
      const { compiled, pass } = passOf(network);
      const work = compiled.likely.reduce((sum, ticks) => sum + ticks, 0);
      expect(workBefore(compiled.calendar, Math.max(...pass.finish))).toBe(work);
      const capacity = { founder: (network.capacity.founder ?? 0) + more };
      expect(of({ ...network, capacity }).end <= of(network).end).toBe(true);
    }),
    RUNS,
  );
});

test('where nobody works, less to wait for never ends later', () => {
  fc.assert(
    fc.property(waitingNetwork, fc.nat(), (network, n) => {
      const gone = `T${n % network.tasks.length}`;
      const tasks = network.tasks
        .filter(({ id }) => id !== gone)
        .map((task) => ({ ...task, after: task.after.filter((id) => id !== gone) }));
      if (tasks.length > 0) expect(of({ ...network, tasks }).end <= of(network).end).toBe(true);
      const shorter = network.tasks.map((task) =>
        task.id === gone && task.work.kind === 'wait'
          ? { ...task, work: { ...task.work, days: { min: 0, mode: 0, max: 0 } } }
          : task,
      );
      expect(of({ ...network, tasks: shorter }).end <= of(network).end).toBe(true);
    }),
    RUNS,
  );
});

test('where nobody works, a wait may slip by its slack and not by a working day more', () => {
  fc.assert(
    fc.property(waitingNetwork, fc.nat(), (network, n) => {
      const found = of(network);
      const task = network.tasks[n % network.tasks.length];
      const at = found.tasks.find(({ id }) => id === task?.id);
      if (!task || !at || task.work.kind !== 'wait' || Math.round(task.work.days.mode) === 0) return;
      const end = (from: PlainDate): PlainDate =>
        of({
          ...network,
          tasks: network.tasks.map((one) => (one === task ? { ...one, notBefore: from } : one)),
        }).end;
      expect(end(addDays(at.start, at.slack))).toBe(found.end);
      expect(end(addDays(at.start, at.slack + 1)) > found.end).toBe(true);
    }),
    RUNS,
  );
});

test('neither the order of the list of waits nor a second time changes anything', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const turned = network.tasks.map((task) => ({ ...task, after: task.after.toReversed() }));
      expect(of({ ...network, tasks: turned })).toEqual(of(network));
    }),
    RUNS,
  );
});
