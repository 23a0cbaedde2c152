// Equal questions cost once; what is computed for nobody stops.
import { expect, test } from 'vitest';
import { Answers } from './answers.ts';

interface Making {
  readonly key: string;
  readonly stop: AbortSignal;
  readonly answer: (text: string | undefined) => void;
  readonly fail: (cause: Error) => void;
}

function asking(most: number) {
  const answers = new Answers<string>(most);
  const makings: Making[] = [];
  const ask = (key: string, cancel?: AbortSignal): Promise<string | undefined> =>
    answers.of(
      key,
      (stop) => new Promise((answer, fail) => makings.push({ key, stop, answer, fail })),
      cancel,
    );
  const keys = (): readonly string[] => makings.map(({ key }) => key);
  return { ask, makings, keys };
}

test('two who ask the same at the same time share one computation, and later ones its answer', async () => {
  const { ask, makings, keys } = asking(2);
  const [one, other] = [ask('a'), ask('a')];
  makings[0]?.answer('A');
  expect([await one, await other, await ask('a'), keys()]).toEqual(['A', 'A', 'A', ['a']]);
});

test('what was asked longest ago leaves first, however early it was made', async () => {
  const { ask, makings, keys } = asking(2);
  const know = async (key: string): Promise<void> => {
    const asked = ask(key);
    makings.at(-1)?.answer(key);
    await asked;
  };
  await know('a');
  await know('b');
  await ask('a');
  await know('c');
  await ask('a');
  await know('b');
  expect(keys()).toEqual(['a', 'b', 'c', 'b']);
});

test('who leaves has no answer; only when all have left is the computation told to stop', async () => {
  const { ask, makings } = asking(2);
  const [first, second] = [new AbortController(), new AbortController()];
  const [one, other] = [ask('a', first.signal), ask('a', second.signal)];
  first.abort();
  expect([await one, makings[0]?.stop.aborted]).toEqual([undefined, false]);
  second.abort();
  expect([await other, makings[0]?.stop.aborted]).toEqual([undefined, true]);
  const again = ask('a');
  makings[1]?.answer('A');
  expect(await again).toBe('A');
});

test('what failed, or came to nothing, is asked again', async () => {
  const { ask, makings, keys } = asking(2);
  const failing = ask('a');
  makings[0]?.fail(new Error('broken'));
  await expect(failing).rejects.toThrow('broken');
  const nothing = ask('a');
  makings[1]?.answer(undefined);
  expect(await nothing).toBeUndefined();
  void ask('a');
  expect(keys()).toEqual(['a', 'a', 'a']);
});
