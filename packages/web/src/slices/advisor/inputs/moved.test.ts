import { expect, test } from 'vitest';
import { movedWords } from './moved.ts';

const told = (ready: string, money: number) => ({
  recommended: 'iso_first' as const,
  currency: 'EUR',
  options: [
    {
      option: 'iso_first' as const,
      credentials: [{ credential: 'iso27001' as const, ready: { p10: ready, p50: ready, p90: ready } }],
      three_years: { p10: money, p50: money, p90: money },
    },
  ],
});

test('what moves is told with what it was, and that nothing moves is told, too', () => {
  expect(movedWords(told('2027-05-20', 297_136), told('2027-06-02', 341_000))).toBe(
    'ISO 2027-05-20 → 2027-06-02; three years EUR 297,000 → 341,000.',
  );
  expect(movedWords(told('2027-05-20', 297_136), told('2027-05-20', 297_200))).toBe(
    'No date and no amount moves.',
  );
});
