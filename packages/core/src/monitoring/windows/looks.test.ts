// How looks of several checks and imports make runs of one control.
import { describe, expect, it } from 'vitest';
import { parseInstant, type Instant } from '../../kernel/index.ts';
import { runsOfLooks, type Look } from './looks.ts';

function at(text: string): Instant {
  const instant = parseInstant(`2026-06-${text}:00Z`);
  if (!instant) throw new Error(`no instant: ${text}`);
  return instant;
}

function look(source: string, when: string, found: Partial<Look> = { pass: true }): Look {
  return { source, at: at(when), pass: false, fail: false, unknown: false, ...found };
}

function told(looks: readonly Look[], failures?: Parameters<typeof runsOfLooks>[1]): readonly string[] {
  return runsOfLooks(looks, failures).map((run) => `${run.at.slice(8, 13)} ${run.result}`);
}

describe('runs of a control', () => {
  it('are the looks of its only check', () => {
    expect(told([look('a', '01T08'), look('a', '02T08')])).toEqual(['01T08 pass', '02T08 pass']);
  });

  it('are complete when every check has spoken, and stand at the last of them', () => {
    expect(told([look('a', '01T08'), look('b', '01T20'), look('a', '02T08'), look('b', '02T20')])).toEqual([
      '01T08 pass',
      '02T08 pass',
    ]);
  });

  it('do not ask for a check before it was first heard', () => {
    expect(told([look('a', '01T08'), look('a', '02T08'), look('b', '03T08')])).toEqual([
      '01T08 pass',
      '02T08 pass',
    ]);
  });

  it('end when one check falls silent, whatever the others say', () => {
    const both = [look('a', '01T07'), look('b', '01T08')];
    const alone = ['02', '03', '04'].map((day) => look('a', `${day}T08`));
    expect(told([...both, ...alone])).toEqual(['01T07 pass', '02T08 pass']);
  });

  it('date a failure by the look that saw it', () => {
    const first = [look('a', '01T08'), look('b', '01T09')];
    expect(
      told([
        ...first,
        look('b', '01T10'),
        look('a', '02T08', { pass: true, fail: true }),
        look('b', '02T20'),
      ]),
    ).toContain('02T08 fail');
  });

  it('fail as long as one subject stands failing, though others pass later', () => {
    const failures = [{ source: 'a', from: at('01T08'), until: at('03T08') }];
    expect(
      told([look('a', '01T08', { fail: true }), look('a', '02T08'), look('a', '03T08')], failures),
    ).toEqual(['01T08 fail', '02T08 fail', '03T08 pass']);
  });

  it('are not made of looks that could not tell', () => {
    expect(
      told([look('a', '01T08', { unknown: true }), look('a', '02T08', { pass: true, unknown: true })]),
    ).toEqual([]);
    expect(told([look('a', '01T08', { fail: true, unknown: true })])).toEqual(['01T08 fail']);
  });

  it('never pass where nothing passed', () => {
    expect(told([look('a', '01T08', {})])).toEqual(['01T08 unknown']);
    expect(told([look('b', '01T08', {}), look('a', '01T09'), look('b', '01T10', {})])).toEqual([
      '01T08 unknown',
      '01T10 pass',
    ]);
  });

  it('do not depend on the order in which looks are told', () => {
    const looks = [
      look('a', '01T08'),
      look('b', '01T20'),
      look('a', '02T08', { fail: true }),
      look('b', '02T20'),
    ];
    expect(told(looks.toReversed())).toEqual(told(looks));
  });

  it('are told for each scope by itself: what one system says fills no hole of another', () => {
    const looks = [
      look('a', '01T08', { pass: true, scope: 'eu' }),
      look('a', '01T09', { fail: true, scope: 'us' }),
      look('a', '02T08', { pass: true, scope: 'eu' }),
      look('b', '02T08', { pass: true, scope: 'us' }),
      look('a', '03T08', { pass: true, scope: 'us' }),
      look('b', '03T09', { pass: true, scope: 'us' }),
    ];
    const failures = [{ source: 'a', from: at('01T09'), until: at('03T08') }];
    const runs = runsOfLooks(looks, failures).map(
      (each) => `${each.scope} ${each.at.slice(8, 13)} ${each.result}`,
    );
    expect(runs).toEqual(['eu 01T08 pass', 'us 01T09 fail', 'eu 02T08 pass', 'us 03T08 pass']);
  });

  it('fail in every scope while a failure stands that no look of the time tells of', () => {
    const looks = [
      look('a', '02T08', { pass: true, scope: 'eu' }),
      look('a', '02T08', { pass: true, scope: 'us' }),
    ];
    const failures = [{ source: 'a', from: at('01T08'), until: undefined }];
    expect(runsOfLooks(looks, failures).map(({ result }) => result)).toEqual(['fail', 'fail']);
  });
});
