// The sums of money against vectors that were computed with another language (vectors/cost/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesIn, type Fields } from '../../kernel/testing/fields.ts';
import { ADVICE_OPTIONS } from '../../plan/index.ts';
import { sitesVisited, tableDays } from './auditDays.ts';
import { auditDaysOf } from './auditFigures.ts';
import { bookOf } from './book.ts';
import { atPeople } from './byPeople.ts';
import {
  budgetVariant,
  costGround,
  costOfRoute,
  marginalOf,
  overrideFault,
  type CostGround,
} from './index.ts';
import { credentialsIn, overridesIn, readyIn, situationIn, valueIn } from './testing/cases.ts';
import { dayOf } from './testing/situation.ts';

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../../vectors/cost/${file}.json`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

function groundIn(given: Fields): CostGround {
  const ground = costGround(overridesIn(given), { runs: 20 });
  if (!ground.ok) throw new Error(ground.error.detail);
  return ground.value;
}

const SCORES = ['business', 'maturity', 'complexity', 'processes', 'development', 'outsourcing'] as const;

describe('vectors/cost', () => {
  test.each(cases('audit_days'))('days by the table: %s', (_, given) => {
    const { days, confirmed } = tableDays(given.number('people'));
    expect({ days, confirmed }).toEqual({
      days: given.number('days'),
      confirmed: given.flag('confirmed', false),
    });
  });

  test.each(cases('sites'))('sites: %s', (_, given) => {
    for (const kind of ['initial', 'surveillance', 'recertification'] as const)
      expect(sitesVisited(kind, given.number('further'))).toBe(given.number(kind));
  });

  test.each(cases('net_days'))('audit days: %s', (_, given) => {
    const scores = given.texts('scores').map(Number);
    const said = { who: 'Ada', why: 'A case.', when: dayOf('2026-03-02') };
    const ground = costGround(
      Object.fromEntries(SCORES.map((name, i) => [`iso.factor.${name}`, { ...said, value: scores[i] ?? 2 }])),
    );
    if (!ground.ok) throw new Error(ground.error.detail);
    const book = bookOf(situationIn(given), ground.value);
    auditDaysOf(book);
    for (const kind of ['initial', 'surveillance', 'recertification'] as const)
      expect(book.figure(`iso.days.${kind}`).value).toBe(given.number(kind));
    expect(book.figure('iso.adjustment').value).toBeCloseTo(given.number('adjustment'), 9);
  });

  test.each(cases('by_people'))('by people: %s', (_, given) => {
    const ends = { at10: given.number('at10'), at1000: given.number('at1000') };
    const value = given.number('value');
    expect(Math.abs(atPeople(ends, given.number('people')) - value)).toBeLessThan(1e-9 * Math.max(1, value));
  });

  test.each(cases('overrides'))('own values: %s', (_, given) => {
    const fault = overrideFault(given.text('key'), {
      value: valueIn(given.value('value')),
      currency: given.maybe('currency'),
      who: given.text('who'),
      why: given.text('why'),
      when: dayOf('2026-03-02'),
    });
    expect(fault?.code).toBe(given.maybe('code'));
    expect(fault?.pointer).toBe(given.maybe('pointer'));
  });

  test.each(cases('cost'))('cost: %s', (_, given) => {
    const route = { credentials: credentialsIn(given), together: given.flag('together', false) };
    const cost = costOfRoute({ route, ready: readyIn(given) }, situationIn(given), groundIn(given));
    if (!cost.ok) throw new Error(cost.error.detail);
    const { firstYear, threeYears } = cost.value.all;
    for (const of of ['p10', 'p50', 'p90'] as const) {
      expect(firstYear[of]).toBe(Math.round(given.number('first_year')));
      expect(threeYears[of]).toBe(Math.round(given.number('three_years')));
    }
  });

  test.each(cases('overlap'))('overlap: %s', (_, given) => {
    const marginal = marginalOf(situationIn(given), groundIn(given));
    if (!marginal.ok) throw new Error(marginal.error.detail);
    for (const { second, overlap } of marginal.value.seconds)
      expect(overlap ?? null).toBe(given.value(second));
  });

  test.each(cases('budget'))('budget: %s', (_, given) => {
    const asked = { option: given.one('option', ADVICE_OPTIONS), ceiling: given.number('ceiling') };
    const variant = budgetVariant(asked, situationIn(given), groundIn(given));
    if (!variant.ok) throw new Error(variant.error.detail);
    const { before, after, taken, half, nine } = variant.value;
    expect({ before: before.p50, after: after.p50, taken: taken.map(({ id }) => id), half, nine }).toEqual({
      before: given.number('before'),
      after: given.number('after'),
      taken: given.texts('taken'),
      half: given.value('half'),
      nine: given.value('nine'),
    });
  });
});
