// Revisions are told apart field by field.
import { expect, it } from 'vitest';
import type { RevisionRow } from '../records.ts';
import { differences } from './differences.ts';

const first: RevisionRow = {
  revision: 1,
  sha256: 'a'.repeat(64),
  filename: 'a.txt',
  title: 'Access review',
  kind: 'record',
  controls: ['C-43'],
  performed_at: '2026-06-01',
  covers: null,
  freshness_days: null,
  captured_at: null,
  review: 'pending',
  reason: null,
  withdrawn: false,
  by: 'Ines',
  at: '2026-06-02T09:00:00.000Z',
  note: '',
};

it('has nothing to say of the first revision', () => {
  expect(differences(undefined, first)).toEqual([]);
});

it('names each field that changed, with both values', () => {
  const next: RevisionRow = {
    ...first,
    controls: [],
    covers: { from: '2026-04-01', until: '2026-07-01' },
    review: 'rejected',
    reason: 'wrong quarter',
    by: 'Tomas',
    note: 'ignored here',
  };
  expect(differences(first, next)).toEqual([
    { field: 'Controls', before: 'C-43', after: 'none' },
    { field: 'Covers', before: 'that day', after: '2026-04-01 to 2026-06-30' },
    { field: 'Review', before: 'pending', after: 'rejected: wrong quarter' },
  ]);
});
