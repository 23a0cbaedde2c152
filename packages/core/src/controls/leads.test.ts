import { expect, test } from 'vitest';
import { controlsSentence, provedSentence } from './leads.ts';

const stage = (numerator: number, denominator: number, unknown: number) => ({
  numerator,
  denominator,
  reasons: [
    { state: 'unknown', count: unknown },
    { state: 'stale', count: 5 },
  ],
});

test('the frameworks stand side by side; a company’s own is not counted', () => {
  expect(
    provedSentence([
      { view: 'iso', proved: stage(79, 121, 20) },
      { view: 'other', proved: stage(1, 2, 9) },
      { view: 'soc2', proved: stage(12, 38, 3) },
    ]),
  ).toBe('79 of 121 ISO requirements and 12 of 38 SOC 2 criteria are proved; 23 lack any evidence.');
  expect(provedSentence([{ view: 'soc2', proved: stage(38, 38, 0) }])).toBe(
    '38 of 38 SOC 2 criteria are proved; none lacks any evidence.',
  );
  expect(provedSentence([])).toBe('No framework is in use yet; choose one under Frameworks.');
});

test('a control set is counted by decision and by both verdicts', () => {
  const row = (state: string, iso: string, soc2: string) => ({
    state: { state },
    iso: { state: iso },
    soc2: { state: soc2 },
  });
  expect(
    controlsSentence([
      row('adopted', 'proved', 'proved'),
      row('adopted', 'proved', 'stale'),
      row('undecided', 'unknown', 'unknown'),
    ]),
  ).toBe('2 of 3 controls are adopted; 1 is proved in both views, and 1 is judged differently by the two.');
});
