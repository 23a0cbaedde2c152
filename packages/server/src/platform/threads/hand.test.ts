// Each question has its own fate: a thread that dies, fails or hangs at one of them answers the others all the same.
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { Hand } from './hand.ts';

const WORKER = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (question) => {
    if (question === 'die') process.exit(3);
    if (question === 'throw') throw new Error('thrown');
    if (question === 'hang') for (;;);
    if (question === 'fail') parentPort.postMessage({ fault: 'it cannot be answered' });
    else parentPort.postMessage({ answer: question + '!' });
  });`;

const opened: Worker[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.terminate()));
});

function hand(longestMs = 30_000): Hand<string, string> {
  return new Hand(() => {
    const thread = new Worker(WORKER, { eval: true });
    opened.push(thread);
    return thread;
  }, longestMs);
}

const nobodyLeaves = new AbortController().signal;

test('a thread that dies or throws takes no other question with it, and the next has a new thread', async () => {
  const asked = hand();
  const all = ['a', 'die', 'b', 'throw', 'c', 'fail', 'd'].map((question) =>
    asked.ask(question, nobodyLeaves).catch((cause: unknown) => String(cause)),
  );
  expect(await Promise.all(all)).toEqual([
    'a!',
    'Error: the thread ended before it answered',
    'b!',
    'Error: thrown',
    'c!',
    'Error: it cannot be answered',
    'd!',
  ]);
  expect(opened).toHaveLength(3);
});

test('a question that takes too long, or whose asker left, has no answer; those after it have theirs', async () => {
  const left = new AbortController();
  const quick = hand(5000);
  const hung = quick.ask('hang', nobodyLeaves);
  const waited = quick.ask('left', left.signal);
  const after = quick.ask('after', nobodyLeaves);
  left.abort();
  expect([await hung, await waited, await after]).toEqual([undefined, undefined, 'after!']);
  const leaving = new AbortController();
  const running = quick.ask('hang', leaving.signal);
  setTimeout(() => leaving.abort(), 50);
  expect([await running, await quick.ask('still', nobodyLeaves)]).toEqual([undefined, 'still!']);
}, 60_000);

test('a thread that dies while nobody asks is replaced', async () => {
  const asked = hand();
  await asked.ask('one', nobodyLeaves);
  await opened[0]?.terminate();
  expect(await asked.ask('two', nobodyLeaves)).toBe('two!');
});
