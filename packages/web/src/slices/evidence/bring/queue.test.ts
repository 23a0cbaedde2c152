// The queue of files: every event touches its own file only, and rates are said when there is one.
import { expect, it } from 'vitest';
import { advance, committable, pace, type Item } from './queue.ts';

const file = (name: string) => ({ file: new File(['x'], name), path: name });

it('adds files in order, moves one, drops one', () => {
  const two = advance([], { kind: 'add', files: [file('a'), file('b')] });
  const [a, b] = two;
  if (!a || !b) throw new Error('two files');
  const sending = advance(two, { kind: 'step', id: b.id, step: { kind: 'reading' } });
  expect(sending.map((item) => item.step.kind)).toEqual(['waiting', 'reading']);
  expect(advance(sending, { kind: 'drop', id: a.id }).map((item) => item.path)).toEqual(['b']);
  const known = advance(two, { kind: 'know', id: a.id, what: { sha256: 'ff' } });
  expect(known.map((item) => item.sha256)).toEqual(['ff', undefined]);
});

it('says a rate and a time left only once there is one', () => {
  expect(pace({ sent: 0, began: 0, now: 5000 }, 100)).toBeUndefined();
  expect(pace({ sent: 10, began: 0, now: 100 }, 100)).toBeUndefined();
  expect(pace({ sent: 50, began: 0, now: 2000 }, 100)).toEqual({ rate: 25, left: 2 });
});

it('commits nothing that is not a pending dry run', () => {
  const items: readonly Item[] = advance([], { kind: 'add', files: [file('a')] });
  expect(committable(items)).toEqual([]);
});
