// The way from 2013 to 2022, on the correspondence that the content holds.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EditionPairs } from '../../frameworks/index.ts';
import { parsePlainDate } from '../../kernel/index.ts';
import type { Said, StatementRow } from '../import/index.ts';
import type { Line } from '../line.ts';
import { ancestryOf } from './edition.ts';
import { countDraft, draftTransition } from './draft.ts';
import { editionStanding } from './deadline.ts';
import { transitionOf, transitionSentence, type TransitionInput } from './state.ts';

interface Stored {
  readonly pairs: readonly { from: string; to: string; kind: EditionPairs['pairs'][number]['kind'] }[];
}
const stored: Stored = JSON.parse(
  readFileSync(
    new URL('../../../../../content/frameworks/iso27001-2013-to-2022.json', import.meta.url),
    'utf8',
  ),
);
const NEW = 'A.5.7 A.5.23 A.5.30 A.7.4 A.8.9 A.8.10 A.8.11 A.8.12 A.8.16 A.8.23 A.8.28'.split(' ');
const EDITION: EditionPairs = {
  from: 'iso27001:2013',
  to: 'iso27001:2022',
  source: '',
  pairs: stored.pairs.map(({ from, to, kind }) => ({
    from: `iso27001:2013/${from}`,
    to: `iso27001:2022/${to}`,
    kind,
  })),
  fresh: [],
};
const IDS = [5, 6, 7, 8].flatMap((theme) =>
  Array.from({ length: { 5: 37, 6: 8, 7: 14, 8: 34 }[theme] ?? 0 }, (_, i) => `A.${theme}.${i + 1}`),
);
const ANCESTRY = ancestryOf(EDITION, IDS);
const OLD = [...new Set(stored.pairs.map(({ from }) => from))];

function row(id: string, given: Partial<StatementRow> = {}): StatementRow {
  return {
    sheet: 'SoA',
    row: 2,
    id,
    applies: 'yes',
    status: 'implemented',
    reasons: [],
    said: { reason: `why ${id}` },
    custom: [],
    ...given,
  };
}

function draftWith(changes: Readonly<Record<string, Partial<StatementRow>>> = {}) {
  return draftTransition(
    ANCESTRY,
    OLD.map((id) => row(id, changes[id])),
  );
}

describe('the correspondence', () => {
  test('gives 58 one to one, 24 merged and 11 new out of 114, one of which was split', () => {
    expect(OLD).toHaveLength(114);
    expect(countDraft(draftWith())).toEqual({
      rows: 93,
      oneToOne: 58,
      merged: 24,
      new: 11,
      split: 1,
      in: 82,
      out: 0,
      conflicting: 0,
      unclear: 0,
      statusConflicts: 0,
    });
    expect(ANCESTRY.filter(({ origin }) => origin === 'new').map(({ id }) => id)).toEqual(NEW);
  });

  test('leads 18.2.3 to 5.36 and to 8.8', () => {
    const split = ANCESTRY.filter(({ parents }) => parents.some((each) => each.split));
    expect(split.map(({ id }) => id)).toEqual(['A.5.36', 'A.8.8']);
    expect(split.every(({ parents }) => parents.some(({ id }) => id === 'A.18.2.3'))).toBe(true);
  });
});

describe('a draft', () => {
  test('shows merged parents that disagree, and decides nothing for them', () => {
    const draft = draftWith({ 'A.12.6.1': { applies: 'no' } });
    const merged = draft.find(({ id }) => id === 'A.8.8');
    expect(merged?.conflicts).toContainEqual({
      field: 'applies',
      said: [
        { id: 'A.12.6.1', value: 'no' },
        { id: 'A.18.2.3', value: 'yes' },
      ],
    });
    expect(merged?.carried?.applies).toBe('unclear');
    expect(countDraft(draft)).toMatchObject({ in: 81, conflicting: 1, unclear: 0 });
  });

  test('takes parents of unlike status as partly in place, and shows both', () => {
    const draft = draftWith({ 'A.5.1.2': { status: 'planned' } });
    const merged = draft.find(({ id }) => id === 'A.5.1');
    expect(merged?.carried?.status).toBe('partly');
    expect(merged?.conflicts.map(({ field }) => field)).toEqual(['status']);
    expect(merged?.carried?.said.reason).toBe('why A.5.1.1; why A.5.1.2');
    expect(countDraft(draft).statusConflicts).toBe(1);
  });

  test('never carries what only a part of the parents says', () => {
    const draft = draftTransition(ANCESTRY, [row('A.5.1.1')]);
    expect(draft.find(({ id }) => id === 'A.5.1')?.carried?.applies).toBe('unclear');
    expect(draft.find(({ id }) => id === 'A.5.2')?.carried).toBeUndefined();
    expect(countDraft(draft)).toMatchObject({ in: 0, unclear: 82, new: 11 });
  });

  test.each<[Said, Said, Said]>([
    ['yes', 'yes', 'yes'],
    ['no', 'no', 'no'],
    ['yes', 'no', 'unclear'],
    ['yes', 'unclear', 'unclear'],
    ['unclear', 'unclear', 'unclear'],
  ])('of parents that say %s and %s says %s', (one, other, said) => {
    const draft = draftWith({ 'A.5.1.1': { applies: one }, 'A.5.1.2': { applies: other } });
    expect(draft.find(({ id }) => id === 'A.5.1')?.carried?.applies).toBe(said);
  });
});

function line(id: string, given: Partial<Line> = {}): Line {
  return {
    id,
    title: id,
    theme: 'A.5',
    decision: 'in',
    reasons: [],
    justification: `why ${id}`,
    status: '',
    implementation: null,
    due: null,
    how: '',
    owner: null,
    custom: {},
    controls: [],
    risks: [],
    evidence: [],
    proof: null,
    trace: [],
    ...given,
  };
}

function state(given: Partial<TransitionInput> = {}) {
  return transitionOf({
    draft: draftWith(),
    lines: IDS.map((id) => line(id)),
    written: new Map(),
    audits: [],
    certificate: undefined,
    today: day('2026-06-01'),
    ...given,
  });
}

describe('progress', () => {
  test('counts each row once, and says so', () => {
    const lines = IDS.map((id) =>
      line(id, NEW.includes(id) || id === 'A.8.8' ? { decision: 'undecided', justification: '' } : {}),
    );
    const draft = draftWith({ 'A.12.6.1': { applies: 'no' } });
    const found = state({ draft, lines, written: new Map([['A.5.1', 'in: why A.5.1']]) });
    expect(found.progress).toEqual({ rows: 93, new: 11, conflict: 1, unclear: 0, carried: 1, decided: 80 });
    expect(transitionSentence(found.progress, 'soa-2013.xlsx')).toBe(
      '12 of 93 controls of 2022 are still to decide (11 that 2013 did not have, 1 whose parents disagree); 1 stands as soa-2013.xlsx had them, and 80 were decided here.',
    );
  });
});

describe('what goes wrong', () => {
  const codes = (given: Partial<TransitionInput>) => state(given).lints.map(({ code }) => code);
  const written = new Map([['A.5.2', 'in: why A.5.2']]);

  test('renumbered without asking the risks again', () => {
    expect(codes({ written })).toEqual(['transition.not_rederived']);
    const derived = line('A.5.2', { reasons: [{ kind: 'risk', ref: 'R-1', text: null }] });
    expect(codes({ written, lines: IDS.map((id) => (id === 'A.5.2' ? derived : line(id))) })).toEqual([]);
    expect(codes({ written: new Map([['A.5.2', 'in: another']]) })).toEqual([]);
  });

  test('a new control left out without a reason', () => {
    const out = (justification: string) =>
      codes({
        lines: IDS.map((id) => (id === 'A.7.4' ? line(id, { decision: 'out', justification }) : line(id))),
      });
    expect(out('')).toEqual(['transition.new_out_without_reason']);
    expect(out('There are no premises.')).toEqual([]);
  });

  test('audits that are still on 2013', () => {
    const audited = (criteria: string) => codes({ audits: [{ code: 'IA-1', criteria }] });
    expect(audited('ISO/IEC 27001:2013, clauses 4 to 10')).toEqual(['transition.audit_on_2013']);
    expect(audited('ISO/IEC 27001:2022, own policies')).toEqual([]);
    expect(audited('Access policy 1.2')).toEqual([]);
  });

  test('a certificate that cites 2013 after the transition ended', () => {
    expect(codes({ certificate: 'ISO/IEC 27001:2013' })).toEqual(['transition.certificate_2013']);
    expect(codes({ certificate: 'ISO/IEC 27001:2013', today: day('2025-10-31') })).toEqual([]);
    expect(codes({ certificate: 'ISO/IEC 27001:2022' })).toEqual([]);
  });
});

test.each([
  ['ISO/IEC 27001:2013', '2025-10-31', 'in_transition'],
  ['ISO/IEC 27001:2013', '2025-11-01', 'invalid'],
  ['EN ISO/IEC 27001:2017', '2026-01-01', 'invalid'],
  ['ISO 27001-2013', '2026-01-01', 'invalid'],
  ['ISO/IEC 27001:2022', '2026-01-01', 'current'],
  ['ISO/IEC 27001', '2026-01-01', 'unknown'],
])('%s on %s is %s', (cites, on, standing) => {
  expect(editionStanding(cites, day(on))).toBe(standing);
});

function day(text: string) {
  const found = parsePlainDate(text);
  if (!found) throw new Error(text);
  return found;
}
