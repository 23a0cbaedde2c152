// Options read what a person writes, and refuse what would be guessed.
import { expect, it } from 'vitest';
import { choice, codesOf, instant, period, whole } from './options.ts';

const read = (
  option: { parseArg?: ((text: string, before: unknown) => unknown) | undefined },
  text: string,
) => option.parseArg?.(text, undefined);

it('reads control ids as people write them', () => {
  expect(codesOf('c7, C-08 C-007')).toEqual(['C-07', 'C-08']);
  expect(() => codesOf('X-1')).toThrow(/not a control id/);
  expect(() => codesOf(' , ')).toThrow(/at least one/);
});

it('reads a period only when both days stand in order', () => {
  expect(read(period('--covers <p>', ''), '2026-06-01/2026-12-01')).toEqual({
    from: '2026-06-01',
    until: '2026-12-01',
  });
  for (const text of [
    '2026-06-01',
    '2026-12-01/2026-06-01',
    '2026-06-01/2026-06-31',
    '/',
    '2026-06-01/2026-07-01/x',
  ])
    expect(() => read(period('--covers <p>', ''), text)).toThrow(/FROM\/UNTIL|is not a day|before it begins/);
});

it('reads a day as an instant at its end, so that the whole day is known', () => {
  expect(read(instant('--at <i>', ''), '2026-06-01')).toBe('2026-06-01T23:59:59.999Z');
  expect(() => read(instant('--at <i>', ''), 'yesterday')).toThrow(/Write it as/);
});

it('refuses numbers that are none, and choices that are none', () => {
  const limit = whole('--limit <n>', '', { min: 1, max: 200 });
  for (const text of ['0', '201', '1e2', '-1', '1.5', '', 'NaN'])
    expect(() => read(limit, text)).toThrow(/whole number from 1 to 200/);
  expect(read(limit, '200')).toBe(200);
  expect(() => read(choice('--state <s>', '', ['open', 'shut']), 'opn')).toThrow(/Did you mean open/);
});
