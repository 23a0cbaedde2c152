// What is kept here is documented information: found where it is in force or closed, and not as a draft.
import { describe, expect, it } from 'vitest';
import { dateOfDay, type PlainDate } from '../kernel/index.ts';
import type { IsmsRecord, RecordStanding } from '../isms/index.ts';
import { DOCUMENTED, type DocumentedFound } from './documented.ts';
import { withRecords, type KeptRecords } from './records.ts';

const today: PlainDate = dateOfDay(20_000);
const missing: readonly DocumentedFound[] = DOCUMENTED.map((item) => ({
  item,
  state: 'missing',
  evidence: [],
  documents: [],
  controls: [],
}));
const nothing: KeptRecords = { today, isms: [], audits: [], findings: [], statements: [] };
const scope: IsmsRecord = {
  kind: 'scope',
  framework: 'iso27001:2022',
  statement: 'The product.',
  boundaries: [],
  sites: [],
  systems: [],
  interfaces: [],
  exclusions: [],
  from: today,
};
const review: IsmsRecord = {
  kind: 'review',
  on: today,
  inputs: [],
  attendance: [],
  decisions: [],
  actions: [],
  minutes: '',
  closed: null,
};
const there = (kept: Partial<KeptRecords>) =>
  withRecords(missing, { ...nothing, ...kept })
    .filter(({ state }) => state === 'there')
    .map(({ item, documents }) => [item.clause, ...documents]);
const standing = (id: string, record: IsmsRecord, inForce: number | null): RecordStanding => ({
  id,
  revision: 1,
  record,
  approved: inForce !== null,
  inForce,
});

describe('documented information that is kept here', () => {
  it('is nothing where nothing is kept, and no draft', () => {
    expect(there({})).toEqual([]);
    expect(there({ isms: [standing('SC-1', scope, null), standing('MR-1', review, null)] })).toEqual([]);
    const soc2: IsmsRecord = { ...scope, framework: 'soc2:2017' };
    expect(there({ isms: [standing('SC-2', soc2, 1)] })).toEqual([]);
  });

  it('is the scope in force, the closed review, and the newest approved statement', () => {
    const closed: IsmsRecord = { ...review, closed: { on: today, by: 'Ada' } };
    expect(
      there({
        isms: [standing('SC-1', scope, 1), standing('MR-1', closed, 1)],
        statements: ['SOA-2', 'SOA-1'],
      }),
    ).toEqual([
      ['4.3', 'SC-1'],
      ['6.1.3 d', 'SOA-2'],
      ['9.3.3', 'MR-1'],
    ]);
  });

  it('is a proof of competence as long as it counts', () => {
    const competence = (until: PlainDate): IsmsRecord => ({
      kind: 'competence',
      person: 'Ada',
      need: 'Leads',
      ground: 'education',
      proof: 'A certificate',
      on: today,
      until,
      effective: null,
    });
    expect(there({ isms: [standing('CP-1', competence(dateOfDay(20_001)), null)] })).toEqual([
      ['7.2', 'CP-1'],
    ]);
    expect(there({ isms: [standing('CP-1', competence(today), null)] })).toEqual([]);
  });
});
