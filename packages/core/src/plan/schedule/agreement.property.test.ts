// Two schedulers that share no code come to the same days.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveSchedule, type NaiveTask } from '../../../../../vectors/plan/naive.ts';
import { daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { PlanNetwork } from '../network.ts';
import { anyNetwork } from '../testing/networks.ts';
import { compile } from './compile.ts';
import { Passes } from './pass.ts';

test('an engine that looks at every tick begins and ends each task at the same moment', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const made = compile(network);
      if (!made.ok) throw new Error(made.error.code);
      const { calendar, likely, tasks } = made.value;
      const pass = new Passes(made.value).run(likely);
      const naive = naiveSchedule({
        tasks: tasks.map((task, i) => naiveTask(network, task, likely[i] ?? 0)),
        works: (day) => (calendar.before[day + 1] ?? 0) > (calendar.before[day] ?? 0),
      });
      tasks.forEach(({ id }, i) => {
        expect([id, pass.start[i], pass.finish[i]]).toEqual([id, naive.get(id)?.begun, naive.get(id)?.ended]);
      });
    }),
    { numRuns: 40 },
  );
});

function naiveTask(network: PlanNetwork, task: PlanNetwork['tasks'][number], ticks: number): NaiveTask {
  const day = (date: PlainDate | undefined): number | undefined =>
    date === undefined ? undefined : daysBetween(network.start, date);
  const { id, after, work, fixed, notBefore, due } = task;
  return {
    id,
    ticks,
    after,
    role: work.kind === 'effort' ? work.role : undefined,
    milestone: work.kind === 'milestone',
    fixed: day(fixed),
    notBefore: day(notBefore),
    due: day(due),
  };
}
