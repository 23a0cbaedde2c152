// A record as the API gives it, for tests: what a test says, and ordinary for the rest.
import type { EvidenceRow } from '../records.ts';

export function record(over: Partial<EvidenceRow>): EvidenceRow {
  return {
    id: 'evd_1',
    code: 'E-1',
    title: 'Access review',
    kind: 'record',
    method: 'upload',
    source: 'person',
    reader: null,
    import: null,
    performed_at: '2026-06-01',
    covers: null,
    freshness_days: null,
    captured_at: null,
    received_at: '2026-06-02T09:00:00.000Z',
    reconstructed: false,
    artefact: { sha256: 'a'.repeat(64), size: 10, media_type: 'text/plain', filename: 'review.txt' },
    collected_by: 'Ines',
    review: { state: 'accepted', by: 'Tomas', at: '2026-06-03T09:00:00.000Z', reason: null },
    controls: [serving('C-43')],
    observations: null,
    outside_every_window: false,
    revision: 1,
    replaces: null,
    withdrawn: false,
    hold: null,
    erased: null,
    ledger_index: null,
    ...over,
  };
}

export function serving(
  code: string,
  iso: EvidenceRow['controls'][number]['iso']['state'] = 'supports',
  soc2: EvidenceRow['controls'][number]['soc2']['state'] = 'supports',
): EvidenceRow['controls'][number] {
  return {
    code,
    name: `Name of ${code}`,
    iso: { state: iso, reason: 'It is so.' },
    soc2: { state: soc2, reason: '40 days before the period begins.' },
  };
}
