// What a line of the log says of itself: when, how grave, what; and that it is one line, whatever a text holds.
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { faultText, log } from './log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a line is JSON with its instant in UTC, on standard error and nowhere else', () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  log('warn', 'refused', { status: 401, route: 'x\n{"level":"info"}\u2028' });
  expect(out).not.toHaveBeenCalled();
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
  const read = z
    .strictObject({
      at: z.iso.datetime({ precision: 3 }),
      level: z.string(),
      event: z.string(),
      status: z.int(),
      route: z.string(),
    })
    .parse(JSON.parse(lines[0] ?? ''));
  expect(read.at.endsWith('Z')).toBe(true);
  expect(Math.abs(Date.parse(read.at) - Date.now())).toBeLessThan(10_000);
});

it('a fault says its name and place, and leaves out what its message quotes', () => {
  const cause = new TypeError('duplicate key "maria@acme.example" of `secret`\nDETAIL: Key (x)=(y)');
  const text = faultText(cause);
  expect(text).toMatch(/^TypeError: duplicate key "…" of "…"\n\s+at /);
  expect(text).not.toMatch(/maria|secret|DETAIL/);
  expect(faultText('planted')).not.toContain('planted');
});
