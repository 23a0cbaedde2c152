import { expect, test } from 'vitest';
import { changesOf, isSame, readKept, type Draft } from './draft.ts';

const held: Draft = {
  title: 'Access',
  owner: 'security_lead',
  reviewMonths: 12,
  text: 'At {{company}}.',
  variables: { company: 'Acme' },
};

test('a draft is the same as what it was made from until something that the text uses differs', () => {
  expect(isSame(held, { ...held, variables: { company: 'Acme', gone: 'x' } })).toBe(true);
  expect(isSame(held, { ...held, variables: {} })).toBe(false);
  expect(isSame(held, { ...held, text: 'At home.' })).toBe(false);
});

test('only what differs is sent, with all values of the text', () => {
  expect(changesOf(held, { ...held, text: '{{company}} in {{city}}', title: ' Entry ' })).toEqual({
    title: 'Entry',
    text: '{{company}} in {{city}}',
    variables: { company: 'Acme', city: '' },
  });
});

test('what is kept is read back, and anything else is nothing', () => {
  const kept = { draft: held, over: '"1.2"' };
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  for (const stored of [
    null,
    '',
    '{',
    '[]',
    '{"over":"x"}',
    JSON.stringify({ over: 'x', draft: { ...held, owner: 'king' } }),
  ])
    expect(readKept(stored)).toBeUndefined();
});
