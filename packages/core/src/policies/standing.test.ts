// Which version is in force, what may happen to it, and who has confirmed it.
import { describe, expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { acknowledged } from './acknowledgement.ts';
import {
  mayApprove,
  mayPublish,
  mayRetire,
  policyStanding,
  versionToWrite,
  type PolicyVersion,
} from './standing.ts';

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(text);
  return found;
}
const draft = (version: number): PolicyVersion => ({
  version,
  approved: false,
  publishedOn: undefined,
  reviewMonths: 12,
  retired: false,
});
const approved = (version: number): PolicyVersion => ({ ...draft(version), approved: true });
const published = (version: number, on: string): PolicyVersion => ({
  ...approved(version),
  publishedOn: day(on),
});

describe('a policy', () => {
  test('is a draft until it is approved, and approved until it is published', () => {
    expect(policyStanding([], day('2026-01-01')).state).toBe('draft');
    expect(policyStanding([draft(1)], day('2026-01-01'))).toEqual({
      state: 'draft',
      inForce: undefined,
      next: 1,
      reviewOn: undefined,
    });
    expect(policyStanding([approved(1)], day('2026-01-01')).state).toBe('approved');
  });

  test('is due for review from the very day, months after it was published', () => {
    const versions = [published(1, '2025-03-31')];
    expect(policyStanding(versions, day('2026-03-30'))).toMatchObject({
      state: 'published',
      reviewOn: '2026-03-31',
    });
    expect(policyStanding(versions, day('2026-03-31')).state).toBe('review_due');
    expect(
      policyStanding([{ ...published(1, '2025-03-31'), reviewMonths: 6 }], day('2025-09-29')).reviewOn,
    ).toBe('2025-09-30');
  });

  test('stays in force as published while the next version is written, in whatever order they come', () => {
    expect(
      policyStanding([draft(3), published(2, '2026-01-01'), published(1, '2025-01-01')], day('2026-02-01')),
    ).toEqual({
      state: 'published',
      inForce: 2,
      next: 3,
      reviewOn: '2027-01-01',
    });
  });

  test('is changed in its draft; after approval a new draft begins', () => {
    expect(versionToWrite([])).toBe(1);
    expect(versionToWrite([draft(1)])).toBe(1);
    expect(versionToWrite([approved(1)])).toBe(2);
    expect(versionToWrite([draft(3), published(2, '2026-01-01')])).toBe(3);
  });

  test('is approved once, with nothing left open', () => {
    expect(mayApprove(draft(1), [])).toEqual({ ok: true, value: true });
    expect(mayApprove(draft(1), ['team'])).toEqual({
      ok: false,
      error: { code: 'policy.unfilled', missing: ['team'] },
    });
    expect(mayApprove(approved(1), [])).toEqual({ ok: false, error: { code: 'policy.approved' } });
  });

  test('is published once, after it was approved', () => {
    expect(mayPublish(draft(1))).toEqual({ ok: false, error: { code: 'policy.not_approved' } });
    expect(mayPublish(approved(1))).toEqual({ ok: true, value: true });
    expect(mayPublish(published(1, '2026-01-01'))).toEqual({
      ok: false,
      error: { code: 'policy.published' },
    });
  });
});

describe('a retired policy', () => {
  const retired = { ...published(2, '2026-01-01'), retired: true };

  test('has no version in force, not the one before either, and nothing happens to it any more', () => {
    expect(policyStanding([published(1, '2025-01-01'), retired], day('2026-02-01'))).toEqual({
      state: 'retired',
      inForce: undefined,
      next: undefined,
      reviewOn: undefined,
    });
    const refused = { ok: false, error: { code: 'policy.retired' } };
    expect([mayApprove(retired, []), mayPublish(retired), mayRetire(retired)]).toEqual([
      refused,
      refused,
      refused,
    ]);
    expect(mayRetire(published(2, '2026-01-01')).ok).toBe(true);
  });

  test('begins anew when it is written again', () => {
    expect(versionToWrite([retired])).toBe(3);
    expect(versionToWrite([{ ...draft(1), retired: true }])).toBe(2);
    expect(policyStanding([retired, draft(3)], day('2026-02-01'))).toMatchObject({
      state: 'draft',
      inForce: undefined,
      next: 3,
    });
  });
});

describe('acknowledgement', () => {
  test('counts of those whom a version names, and names who is missing', () => {
    expect(acknowledged(['Ines Duarte', 'Tom Berg', 'Ana Roth'], [' ines  duarte ', 'Max Guest'])).toEqual({
      numerator: 1,
      denominator: 3,
      missing: ['Tom Berg', 'Ana Roth'],
      beyond: ['Max Guest'],
      complete: false,
    });
  });

  test('counts nobody twice', () => {
    expect(acknowledged(['Ines', 'INES'], ['Ines', 'ines'])).toMatchObject({
      numerator: 1,
      denominator: 1,
      complete: true,
    });
  });

  test('of nobody is not known to be complete', () => {
    expect(acknowledged([], ['Ines'])).toMatchObject({
      numerator: 0,
      denominator: 0,
      complete: undefined,
      beyond: ['Ines'],
    });
  });
});
