// The line above a dry run tells its six outcomes apart.
import { expect, it } from 'vitest';
import type { ImportRow } from '../records.ts';
import { importSentence } from './sentence.ts';

const run: ImportRow = {
  id: 'imp_1',
  state: 'pending',
  reading: null,
  filename: 'a.json',
  sha256: '',
  size: 1,
  reader: 'sarif',
  reader_version: 1,
  reader_title: 'SARIF 2.1.0',
  tool: null,
  tool_version: null,
  scope: null,
  ran_at: null,
  observations: { pass: 1, fail: 1, error: 0, not_applicable: 0, unknown: 0 },
  total: 2,
  change: { new: 1, changed: 0, unchanged: 1, gone: 0 },
  population_rows: 0,
  unmapped: [],
  controls: [],
  problems: { fatal: 0, error: 0, warning: 0, first: [] },
  evidence: null,
  same_as: null,
  outside_every_window: false,
  partial: false,
  by: 'owner',
  created_at: '2026-06-01T09:00:00.000Z',
  committed_at: null,
  undone_at: null,
};

it.each<[Partial<ImportRow>, string]>([
  [{}, '2 results, not committed yet'],
  [
    { change: { new: 0, changed: 0, unchanged: 2, gone: 0 } },
    '2 results as they were already known, not committed yet',
  ],
  [
    { change: { new: 0, changed: 0, unchanged: 2, gone: 1 } },
    '2 results; 1 of the list before is no longer found, not committed yet',
  ],
  [{ same_as: 'imp_0' }, 'this very file is in already, nothing would change'],
  [{ total: 0 }, 'a file that says nothing by itself, not committed yet'],
  [{ state: 'committed', total: 1 }, '1 result is in'],
  [{ state: 'committed', total: 0 }, 'kept as evidence'],
  [{ state: 'undone' }, '2 results taken back'],
  [{ state: 'refused' }, 'refused, because half a file is never imported'],
])('%o', (over, sentence) => expect(importSentence({ ...run, ...over })).toBe(sentence));
