import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parsePlainDate, type PlainDate } from '../../kernel/index.ts';
import { testRows, usualRules, type PopulationRule } from './rules.ts';
import type { PopulationRow } from './row.ts';

const monday = day('2026-06-01');
const within: PopulationRule = { rule: 'done_within', days: 1 };
const approved: PopulationRule = { rule: 'approved_by_another', author: 'author', approvers: 'approvers' };

describe('every leaver within a day', () => {
  it('passes in time, deviates late or not at all, and is open while there is time', () => {
    const told = testRows(
      [
        leaver('in-time', monday, addDays(monday, 1)),
        leaver('before', monday, addDays(monday, -3)),
        leaver('late', monday, addDays(monday, 2)),
        leaver('never', monday, undefined),
        leaver('today', addDays(monday, 4), undefined),
      ],
      within,
      addDays(monday, 5),
    );
    expect([told.tested, told.passed, told.unknown]).toEqual([5, 2, []]);
    expect(told.deviating.map((each) => [each.key, each.reason, each.days])).toEqual([
      ['late', 'done_too_late', 2],
      ['never', 'not_done', 5],
    ]);
    expect(told.open.map((each) => each.key)).toEqual(['today']);
  });
});

describe('every change approved by another than its author', () => {
  const reasons = (author: string | undefined, approvers: string | undefined): readonly string[] => {
    const told = testRows([change(author, approvers)], approved, monday);
    return told.passed === 1 ? ['passed'] : [...told.deviating, ...told.unknown].map((each) => each.reason);
  };

  it('asks for one name that is not the author’s', () => {
    expect(reasons('Ada <ada@x.org>', 'Bo <bo@x.org>; Ada <ada@x.org>')).toEqual(['passed']);
    expect(reasons('Ada <ada@x.org>', 'A. Lovelace <ADA@x.org>')).toEqual(['approved_only_by_author']);
    expect(reasons('Ada', 'ada')).toEqual(['approved_only_by_author']);
    expect(reasons('Ada <ada@x.org>; Bo <bo@x.org>', 'Bo <bo@x.org>'), 'one of its authors').toEqual([
      'approved_only_by_author',
    ]);
    expect(reasons('Ada', undefined)).toEqual(['nobody_approved']);
    expect(reasons('Ada', ' ; ')).toEqual(['nobody_approved']);
  });

  it('is never passed by a change whose author nobody knows', () => {
    expect(reasons(undefined, 'Bo')).toEqual(['author_not_known']);
    expect(testRows([change(undefined, 'Bo')], approved, monday).unknown).toHaveLength(1);
  });
});

describe('a test of all rows', () => {
  it('puts every row into one place', () => {
    const rows = fc.array(
      fc.record({
        day: fc.nat(9),
        done: fc.option(fc.nat(9), { nil: undefined }),
        author: fc.boolean(),
        approver: fc.constantFrom('a', 'b', ''),
      }),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(within, approved), (made, rule) => {
        const told = testRows(
          made.map((each, i) => ({
            key: String(i),
            day: addDays(monday, each.day),
            done: each.done === undefined ? undefined : addDays(monday, each.done),
            fields: { ...(each.author ? { author: 'a' } : {}), approvers: each.approver },
          })),
          rule,
          addDays(monday, 9),
        );
        expect(told.passed + told.deviating.length + told.open.length + told.unknown.length).toBe(
          made.length,
        );
      }),
    );
  });

  it('is offered where the columns allow it', () => {
    expect(usualRules('leavers', new Set())).toEqual([within]);
    expect(usualRules('production_changes', new Set(['author', 'approvers']))).toEqual([approved]);
    expect(usualRules('access_requests', new Set(['requester', 'approver']))).toEqual([
      { rule: 'approved_by_another', author: 'requester', approvers: 'approver' },
    ]);
    expect(usualRules('production_changes', new Set(['author']))).toEqual([]);
    expect(usualRules('incidents', new Set(['author', 'approver']))).toEqual([]);
  });
});

function leaver(key: string, left: PlainDate, done: PlainDate | undefined): PopulationRow {
  return { key, day: left, done, fields: {} };
}

function change(author: string | undefined, approvers: string | undefined): PopulationRow {
  const fields = {
    ...(author === undefined ? {} : { author }),
    ...(approvers === undefined ? {} : { approvers }),
  };
  return { key: 'c', day: monday, done: undefined, fields };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}
