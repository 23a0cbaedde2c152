import { describe, expect, it } from 'vitest';
import { dateOfDay, parsePlainDate, startOfDay, type PlainDate } from '../../kernel/index.ts';
import { isPageSize, missingNumbers, populationWarnings, spanOf, type Questioned } from './quality.ts';
import type { PopulationRow } from './row.ts';

const good: Questioned = {
  environment: 'production',
  everyPage: true,
  range: { from: day('2026-01-01'), until: day('2026-04-01') },
  generatedAt: startOfDay(day('2026-04-01')),
};
const rows = [3, 1, 2].map((n) => row(`INC-${n}`, `2026-0${n}-15`));
const codes = (list: readonly PopulationRow[], provenance: Questioned = good): readonly string[] =>
  populationWarnings(list, provenance, undefined).map((each) => each.code);

describe('a list is doubted', () => {
  it('for nothing but a second source when all is told', () => {
    expect(codes(rows)).toEqual(['no_second_source']);
    const agreed = { here: 3, there: 3, matched: 3, onlyHere: [], onlyThere: [], otherDay: [] };
    expect(populationWarnings(rows, good, agreed)).toEqual([]);
    expect(populationWarnings(rows, good, { ...agreed, onlyThere: ['INC-4'] })).toEqual([
      { code: 'differs_from_second_source', count: 1, examples: ['INC-4'] },
    ]);
  });

  it('for what nobody has said yet', () => {
    expect(codes([], {})).toEqual(['empty', 'not_production', 'pages_not_confirmed', 'no_second_source']);
  });

  it('for a count that is one page', () => {
    expect([20, 99, 100, 500, 1000, 7000, 0].map(isPageSize)).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(codes(Array.from({ length: 100 }, (_, i) => row(`k${i * i}x`, '2026-01-02')))).toContain(
      'round_count',
    );
  });

  it('for numbers that are missing in a series, and not where the numbers are shared', () => {
    expect(missingNumbers(['INC-7', 'INC-9', 'INC-10', 'REQ-1'])).toEqual(['INC-8']);
    expect(missingNumbers(['A008', 'A011', 'A009'])).toEqual(['A010']);
    expect(missingNumbers(['PR-10', 'PR-90', 'PR-400'])).toEqual([]);
    expect(missingNumbers(['a', 'b', 'c', '4'])).toEqual([]);
    expect(missingNumbers(['7', '9'])).toEqual([]);
  });

  it('for days outside its range, keys that stand twice, acts before their events, and being early', () => {
    const list = [
      ...rows,
      row('INC-3', '2026-04-01'),
      { ...row('INC-4', '2026-02-02'), done: day('2026-02-01') },
    ];
    const early = { ...good, generatedAt: startOfDay(day('2026-03-31')) };
    expect(populationWarnings(list, early, undefined)).toEqual([
      { code: 'duplicate_key', count: 1, examples: ['INC-3'] },
      { code: 'outside_range', count: 1, examples: ['INC-3'] },
      { code: 'generated_before_end', count: 0, examples: [] },
      { code: 'done_before_event', count: 1, examples: ['INC-4'] },
      { code: 'no_second_source', count: 0, examples: [] },
    ]);
  });
});

describe('the span of a list', () => {
  it('is its first and its last day; nothing has none', () => {
    expect(spanOf(rows)).toEqual({ first: '2026-01-15', last: '2026-03-15' });
    expect(spanOf([])).toBeUndefined();
    expect(spanOf([{ day: dateOfDay(1) }])).toEqual({ first: '1970-01-02', last: '1970-01-02' });
  });
});

function row(key: string, on: string): PopulationRow {
  return { key, day: day(on), done: undefined, fields: {} };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}
