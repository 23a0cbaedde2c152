import { describe, expect, test } from 'vitest';
import { draftOf, EMPTY, readDraft } from './draft.ts';

const FULL = { ...EMPTY, rate: '0.2', low: '40,000', high: '900 000', because: ' peers say so ' };

describe('an estimate while it is typed', () => {
  test('is none, and no fault, while a field is empty', () => {
    expect(readDraft(EMPTY)).toEqual({ ok: false, fault: '' });
    expect(readDraft({ ...FULL, rate: 'often' })).toEqual({ ok: false, fault: '' });
    expect(readDraft({ ...FULL, much: 'pert' })).toEqual({ ok: false, fault: '' });
  });

  test('says what core says of an interval that ends before it begins', () => {
    expect(readDraft({ ...FULL, low: '900000', high: '40000' })).toEqual({
      ok: false,
      fault: 'The low end of the interval, 900,000, has to be below its high end, 40,000.',
    });
  });

  test('is what was said when it is read again', () => {
    const read = readDraft(FULL);
    if (!read.ok) throw new Error(read.fault);
    expect(read.half).toEqual({
      frequency: { kind: 'bernoulli', probability: 0.2 },
      loss: { kind: 'lognormal', low: 40_000, high: 900_000 },
      justification: 'peers say so',
    });
    const again = readDraft(draftOf({ ...read.half, on: '2026-06-01', by: 'Ada' }));
    expect(again).toEqual(read);
    const pert = readDraft({ ...FULL, often: 'poisson', much: 'pert', mode: '50000' });
    expect(pert.ok && readDraft(draftOf({ ...pert.half, on: '2026-06-01', by: 'Ada' }))).toEqual(pert);
  });
});
