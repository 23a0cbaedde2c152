// Windows that evidence falls into, and the day on which what is examined is read.
import { describe, expect, test } from 'vitest';
import { parseInstant, parsePlainDate, type Instant, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes } from './evidence.ts';
import { examinedDay, outsideExamination, windowsFor, type Examination } from './examination.ts';
import { daysCovered, daySpan, distance, evidenceDays, isReconstructed } from './freshness.ts';

const day = (text: string): PlainDate => parsePlainDate(text) ?? fail(text);
const at = (text: string): Instant => parseInstant(text) ?? fail(text);
const type2 = (from: string, until: string): Examination => ({
  type: 'type2',
  period: { from: day(from), until: day(until) },
});
const type1 = (on: string): Examination => ({ type: 'type1', on: day(on) });
const performed = (text: string): EvidenceTimes => ({
  performedAt: day(text),
  receivedAt: at(`${text}T12:00:00Z`),
});

describe('windows', () => {
  const first = type2('2025-01-01', '2025-07-01');
  const second = type2('2025-07-01', '2026-01-01');

  test('tell for each how far evidence lies from it', () => {
    const { fits, outsideEvery } = windowsFor(performed('2025-07-02'), [first, second, type1('2025-07-01')]);
    expect(fits.map((fit) => fit.distance)).toEqual([
      { side: 'after', days: 2 },
      undefined,
      { side: 'after', days: 1 },
    ]);
    expect(outsideEvery).toBe(false);
  });

  test('are all missed by evidence between and beyond them', () => {
    expect(windowsFor(performed('2026-01-05'), [first, second])).toMatchObject({ outsideEvery: true });
    expect(windowsFor(performed('2024-12-31'), [first, second]).fits.map((fit) => fit.distance)).toEqual([
      { side: 'before', days: 1 },
      { side: 'before', days: 182 },
    ]);
  });

  test('are not missed where there are none', () => {
    expect(windowsFor(performed('2026-01-05'), [])).toEqual({ fits: [], outsideEvery: false });
    expect(outsideExamination(performed('2026-01-05'), { type: 'none' })).toBe(false);
  });
});

describe('the examined day', () => {
  test('is today until the date or the last day of the period has passed', () => {
    const today = day('2026-03-31');
    expect(examinedDay({ type: 'none' }, today)).toBe('2026-03-31');
    expect(examinedDay(type1('2026-03-15'), today)).toBe('2026-03-15');
    expect(examinedDay(type1('2026-04-15'), today)).toBe('2026-03-31');
    expect(examinedDay(type2('2026-01-01', '2026-07-01'), today)).toBe('2026-03-31');
    expect(examinedDay(type2('2026-01-01', '2026-03-01'), today)).toBe('2026-02-28');
  });
});

describe('the days that evidence speaks for', () => {
  const covering = (text: string, from: string, until: string): EvidenceTimes => ({
    ...performed(text),
    covers: { from: day(from), until: day(until) },
  });

  test('are the day of the act together with the covered days', () => {
    expect(daysCovered(performed('2026-01-05'))).toEqual({ first: '2026-01-05', last: '2026-01-05' });
    expect(daysCovered(covering('2026-01-05', '2025-10-01', '2026-01-01'))).toEqual({
      first: '2025-10-01',
      last: '2026-01-05',
    });
    expect(daysCovered(covering('2025-10-01', '2025-10-02', '2026-01-01'))).toEqual({
      first: '2025-10-01',
      last: '2025-12-31',
    });
  });

  test('are at no distance from a period that they meet by either', () => {
    const span = daySpan({ from: day('2026-01-01'), until: day('2026-02-01') });
    expect(distance(evidenceDays(covering('2026-03-01', '2025-12-01', '2026-01-02')), span)).toBeUndefined();
    expect(distance(evidenceDays(covering('2026-01-31', '2025-01-01', '2025-02-01')), span)).toBeUndefined();
  });
});

describe('a reconstructed record', () => {
  test('is captured, or else received, more than 14 days after the last day that it speaks for', () => {
    const times = performed('2026-03-01');
    expect(isReconstructed({ ...times, receivedAt: at('2026-03-15T23:59:59Z') })).toBe(false);
    expect(isReconstructed({ ...times, receivedAt: at('2026-03-16T00:00:00Z') })).toBe(true);
    expect(
      isReconstructed({
        ...times,
        capturedAt: at('2026-03-02T00:00:00Z'),
        receivedAt: at('2026-09-01T00:00:00Z'),
      }),
    ).toBe(false);
    expect(
      isReconstructed({
        ...times,
        covers: { from: day('2026-01-01'), until: day('2026-04-01') },
        receivedAt: at('2026-04-10T00:00:00Z'),
      }),
    ).toBe(false);
  });
});

function fail(text: string): never {
  throw new Error(`no time: ${text}`);
}
