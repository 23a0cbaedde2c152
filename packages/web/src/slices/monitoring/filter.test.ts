// The list of checks shows what was seen unless more is asked.
import { expect, it } from 'vitest';
import type { CheckRow } from './checks.ts';
import { checkSearch, filterChecks, scannersOf, type CheckSearch } from './filter.ts';

const check = (key: string, over: Partial<CheckRow>): CheckRow => ({
  key,
  title: key,
  scanner: key.slice(0, key.indexOf(':')),
  provider: null,
  service: null,
  severity: null,
  controls: [],
  in_catalogue: true,
  latest: { pass: 0, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
  last_seen: null,
  ...over,
});
const seen = '2026-06-01T09:00:00.000Z';
const rows = [
  check('prowler:a', {
    last_seen: seen,
    latest: { pass: 1, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
    controls: ['C-44'],
  }),
  check('trivy:b', {
    last_seen: seen,
    latest: { pass: 0, fail: 2, error: 0, not_applicable: 0, unknown: 0 },
  }),
  check('trivy:c', { title: 'Never ran' }),
];

it.each<[CheckSearch, readonly string[]]>([
  [{}, ['prowler:a', 'trivy:b']],
  [{ state: 'all' }, ['prowler:a', 'trivy:b', 'trivy:c']],
  [{ state: 'unmapped' }, ['trivy:b']],
  [{ source: 'trivy' }, ['trivy:b']],
  [{ result: 'fail' }, ['trivy:b']],
  [{ q: 'c-44' }, ['prowler:a']],
  [{ state: 'all', q: 'never ran' }, ['trivy:c']],
])('%o', (by, keys) => expect(filterChecks(rows, by).map((row) => row.key)).toEqual(keys));

it('reads an address and lists scanners', () => {
  expect(checkSearch({ q: 'x', state: 3, other: 'y' })).toEqual({ q: 'x' });
  expect(scannersOf(rows)).toEqual(['prowler', 'trivy']);
});
