// The queue of files: every event touches its own file only.
import { expect, it } from 'vitest';
import { advance, committable, type Item } from './queue.ts';

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

it('commits nothing that is not a pending dry run', () => {
  const items: readonly Item[] = advance([], { kind: 'add', files: [file('a')] });
  expect(committable(items)).toEqual([]);
});
