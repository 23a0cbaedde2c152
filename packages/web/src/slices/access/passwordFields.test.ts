// Fields for a person’s password hide what is typed, and stand in the way of no password manager and of no pasting.
import { expect, it } from 'vitest';

const SOURCES: Readonly<Record<string, string>> = import.meta.glob('../../**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const fields = Object.entries(SOURCES).flatMap(([path, text]) =>
  [...text.matchAll(/<input\b[\s\S]*?\/>/g)].map(([field]) => ({ path, field })),
);
const forPasswords = fields.filter(({ field }) => /autoComplete="(current|new)-password"/.test(field));

it('hide what is typed, until its owner asks to see it', () => {
  expect(forPasswords.length).toBeGreaterThanOrEqual(4);
  for (const { path, field } of forPasswords)
    expect([path, /type="password"|type=\{shown \? 'text' : 'password'\}/.test(field)]).toEqual([path, true]);
  // Nor is there a field of which nobody says that a password goes into it.
  for (const { path, field } of fields.filter(({ field: each }) => /value=\{password\}/.test(each)))
    expect([path, forPasswords.some((each) => each.field === field)]).toEqual([path, true]);
});

it('say to a password manager which password they ask for, and let everything be pasted', () => {
  for (const { path, field } of fields.filter(({ field: each }) => each.includes('type="password"')))
    // A client’s secret is no password of whoever types it.
    expect([path, /autoComplete="(current|new)-password"|secret/i.test(field)]).toEqual([path, true]);
  for (const { path, field } of fields)
    expect([path, /onPaste|onBeforeInput|onDrop/.test(field)]).toEqual([path, false]);
});
