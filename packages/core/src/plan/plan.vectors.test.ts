// The plan against cases that were derived by hand (vectors/plan/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesIn, type Fields } from '../kernel/testing/fields.ts';
import {
  ADVICE_OPTIONS,
  compareWithBaseline,
  CREDENTIAL_NEEDS,
  credentialsOf,
  CREDENTIALS,
  differenceSentence,
  faultSentence,
  lateSentence,
  moveSentence,
  needMet,
  networkOf,
  schedule,
  simulatePlan,
} from './index.ts';
import { isoCycle } from './axis/isoCycle.ts';
import { dateIn, groundIn, heldIn, networkIn, versionIn } from './testing/cases.ts';
import { date } from './testing/networks.ts';

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../vectors/plan/${file}.json`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

describe('vectors/plan', () => {
  test.each(cases('schedule'))('schedule: %s', (_, given) => {
    const network = networkIn(given);
    const found = schedule(network);
    if (!found.ok) throw new Error(faultSentence(found.error));
    const { tasks, critical, end, late } = found.value;
    const wanted = given.object('expect');
    expect({
      tasks: Object.fromEntries(tasks.map(({ id, start, finish, slack }) => [id, [start, finish, slack]])),
      critical,
      end,
      late: late.map(({ task, constraint, by, because = null, through }) => ({
        task,
        constraint,
        by,
        because,
        through,
      })),
    }).toEqual(Object.fromEntries(wanted.keys().map((key) => [key, wanted.value(key)])));
    for (const each of late) expect(lateSentence(network, each)).toContain(`${each.by} day`);
  });

  test.each(cases('faults'))('faults: %s', (_, given) => {
    const found = schedule(networkIn(given));
    expect(found.ok ? found.value.end : found.error).toEqual(given.value('expect'));
    if (!found.ok) expect(faultSentence(found.error)).toMatch(/\.$/);
  });

  test.each(cases('networks'))('networks: %s', (_, given) => {
    const option = given.one('option', ADVICE_OPTIONS);
    const ground = groundIn(given);
    const { tasks } = networkOf(option, ground);
    const of = new Map(tasks.map((task) => [task.id, task]));
    const points = (id: string): readonly number[] => {
      const work = of.get(id)?.work;
      return work && work.kind !== 'milestone' ? [work.days.min, work.days.mode, work.days.max] : [];
    };
    const role = (id: string): string => {
      const work = of.get(id)?.work;
      return work?.kind === 'effort' ? work.role : '';
    };
    const found: Readonly<Record<string, (wanted: Fields) => unknown>> = {
      tasks: () => tasks.map(({ id }) => id),
      credentials: () => credentialsOf(option, ground),
      absent: () =>
        given
          .object('expect')
          .texts('absent')
          .filter((id) => !of.has(id)),
      window: () => points('window'),
      after: (wanted) => byId(wanted, (id) => of.get(id)?.after),
      days: (wanted) => byId(wanted, points),
      fixed: (wanted) => byId(wanted, (id) => of.get(id)?.fixed),
      not_before: (wanted) => byId(wanted, (id) => of.get(id)?.notBefore),
      roles: (wanted) => byId(wanted, role),
    };
    const wanted = given.object('expect');
    for (const key of wanted.keys()) {
      const value = wanted.value(key);
      expect([key, found[key]?.(Array.isArray(value) ? given : wanted.object(key))]).toEqual([key, value]);
    }
    expect(schedule(networkOf(option, ground)).ok).toBe(true);
  });

  test.each(cases('deals'))('deals: %s', (_, given) => {
    const tasks = given.list('credentials').map((item) => ({
      id: item.text('gives'),
      title: item.text('gives'),
      lane: 'shared' as const,
      work: { kind: 'milestone' as const },
      after: [],
      notBefore: date(item.text('day')),
      gives: item.one('gives', CREDENTIALS),
      because: 'A vector.',
    }));
    const network = { start: date(given.text('start')), tasks, capacity: {}, holidays: [] };
    const simulated = simulatePlan(network, { seed: 'deals', runs: 20 });
    if (!simulated.ok) throw new Error(simulated.error.code);
    const need = given.object('need');
    const found = needMet(
      simulated.value,
      {
        needs: need.one('needs', CREDENTIAL_NEEDS),
        due: dateIn(need, 'due'),
        periodDays: need.has('periodDays') ? need.number('periodDays') : undefined,
      },
      { held: heldIn(given), windowDays: 90 },
    );
    expect(
      found.met === 'planned'
        ? { met: found.met, p50: found.day.p50, p90: found.day.p90, inTime: found.inTime ?? null }
        : found,
    ).toEqual(given.value('expect'));
  });

  test.each(cases('baseline'))('baseline: %s', (_, given) => {
    const now = versionIn(given, 'now');
    const found = compareWithBaseline(versionIn(given, 'baseline'), now);
    expect({
      moved: found.moved.map(({ id, days, cause, chain }) => ({ id, days, cause: cause.kind, chain })),
      added: found.added.map(({ id }) => id),
      gone: found.gone.map(({ id }) => id),
      end: found.end.days,
    }).toEqual(given.value('expect'));
    for (const moved of found.moved) expect(moveSentence(moved, found, now)).toContain('than approved: ');
    expect(differenceSentence(found, now)).toMatch(/\.$/);
  });

  test.each(cases('cycle'))('cycle: %s', (_, given) => {
    const items = isoCycle(
      { stage1: undefined, stage2: undefined, decision: date(given.text('decision')) },
      given.texts('reports').map(date),
    );
    const wanted = given.object('expect');
    for (const key of wanted.keys())
      expect([
        key,
        key === 'latest'
          ? items.flatMap(({ latest }) => latest ?? [])
          : items.filter(({ kind }) => kind === key).map(({ from }) => from),
      ]).toEqual([key, wanted.texts(key)]);
  });
});

function byId(wanted: Fields, of: (id: string) => unknown): unknown {
  return Object.fromEntries(wanted.keys().map((id) => [id, of(id)]));
}
