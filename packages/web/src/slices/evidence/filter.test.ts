// Filters of the library: each alone, all together, and days that a record speaks for.
import { expect, it } from 'vitest';
import { filterRecords, isFiltered, sourcesOf } from './filter.ts';
import { evidenceSearch, type EvidenceSearch } from './search.ts';
import { record, serving } from './testing/rows.ts';

const rows = [
  record({ code: 'E-1' }),
  record({ code: 'E-2', source: 'prowler', kind: 'scan', controls: [serving('C-44', 'stale', 'pending')] }),
  record({
    code: 'E-3',
    controls: [],
    review: { state: 'pending', by: null, at: null, reason: null },
    performed_at: '2026-09-30',
    covers: { from: '2026-07-01', until: '2026-10-01' },
  }),
];
const codes = (by: EvidenceSearch): readonly string[] => filterRecords(rows, by).map((row) => row.code);

it('shows all without a filter', () => {
  expect(codes({})).toEqual(['E-1', 'E-2', 'E-3']);
  expect(isFiltered({ sort: 'Id', view: 'mine' })).toBe(false);
});

it.each<[EvidenceSearch, readonly string[]]>([
  [{ state: 'pending' }, ['E-3']],
  [{ kind: 'scan' }, ['E-2']],
  [{ source: 'prowler' }, ['E-2']],
  [{ control: 'c-44' }, ['E-2']],
  [{ control: 'none' }, ['E-3']],
  [{ verdict: 'iso:stale' }, ['E-2']],
  [{ verdict: 'soc2:stale' }, []],
  [{ q: 'access e-1' }, ['E-1']],
  [{ kind: 'record', state: 'accepted' }, ['E-1']],
])('filters by %o', (by, expected) => {
  expect(codes(by)).toEqual(expected);
  expect(isFiltered(by)).toBe(true);
});

it('takes a record for the days that it covers, not for the day alone', () => {
  expect(codes({ from: '2026-07-15', until: '2026-08-01' })).toEqual(['E-3']);
  expect(codes({ until: '2026-06-01' })).toEqual(['E-1', 'E-2']);
  expect(codes({ from: '2026-10-02' })).toEqual([]);
});

it('counts sources, most first', () => {
  expect(sourcesOf(rows)).toEqual([
    ['person', 2],
    ['prowler', 1],
  ]);
});

it('keeps only known words of an address', () => {
  expect(evidenceSearch({ q: 'x', state: '', other: 'y', view: 2026 })).toEqual({ q: 'x', view: '2026' });
});
