// The decision against vectors that were computed with another language (vectors/advisor/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { branded, type PlainDate } from '../kernel/index.ts';
import { casesIn, Fields } from '../kernel/testing/fields.ts';
import { checkSituation } from './check.ts';
import { CRITERION_IDS, WEIGHTS, type Weights } from './criteria.ts';
import { decide } from './decide.ts';
import { demandOf, sidesOf, type NeedShare } from './demand.ts';
import { describe as described } from './describe.ts';
import type { OptionFacts } from './facts.ts';
import { probesOf, smallestFlip } from './flips/search.ts';
import { chanceBy } from './hand.ts';
import type { Limit } from './limits.ts';
import { meetingsOf } from './meeting.ts';
import { answersIn, optionFactsIn } from './testing/answers.ts';
import { factsOf } from './testing/facts.ts';
import type { Situation } from './situation.ts';

function textOf(file: string): string {
  return readFileSync(new URL(`../../../../vectors/advisor/${file}.json`, import.meta.url), 'utf8');
}

function cases(file: string): readonly (readonly [string, Fields])[] {
  return casesIn(textOf(file)).map((each) => [each.text('title'), each]);
}

const given = new Fields(JSON.parse(textOf('decisions'))).object('given');
const today = branded<PlainDate>(given.text('today'));

function situationOf(answers: Fields, usual?: Fields): Situation {
  return described(
    answersIn(new Fields(Object.fromEntries(answers.keys().map((key) => [key, answers.value(key)])), usual)),
    {},
    today,
  ).situation;
}

function weightsIn(each: Fields): Weights {
  const own = each.object('weights');
  const changed = CRITERION_IDS.flatMap((id) => (own.has(id) ? [[id, own.number(id)] as const] : []));
  return { ...WEIGHTS, ...Object.fromEntries(changed) };
}

function outOf(limits: readonly Limit[]): readonly unknown[] {
  return limits.map((limit) => {
    switch (limit.kind) {
      case 'clause':
        return { kind: limit.kind, name: limit.name, late_days: limit.lateDays ?? null };
      case 'budget':
        return { kind: limit.kind, over: limit.over };
      case 'rule':
        return { kind: limit.kind, rule: limit.rule };
      case 'held':
      case 'runway':
        return { kind: limit.kind };
    }
  });
}

describe('vectors/advisor', () => {
  test.each(cases('decisions'))('decisions: %s', (_, each) => {
    const facts = optionFactsIn(
      given.object('facts'),
      each.has('facts') && each.value('facts') !== given.value('facts')
        ? each.object('facts')
        : new Fields({}),
      today,
    );
    const decision = decide(
      situationOf(each.object('answers'), given.object('answers')),
      facts,
      weightsIn(each),
    );
    const wanted = each.object('expect');
    expect(decision.ranking.map(({ option }) => option)).toEqual(wanted.texts('ranking'));
    expect(decision.recommended).toBe(wanted.text('recommended'));
    expect(decision.keepsLimits).toBe(wanted.flag('keeps_limits', false));
    for (const { option, points, limits, scores } of decision.ranking) {
      expect(points).toBeCloseTo(wanted.object('points').number(option), 1);
      expect(outOf(limits)).toEqual(
        wanted.object('out').has(option) ? wanted.object('out').value(option) : [],
      );
      const told = wanted.object('scores').object(option);
      for (const criterion of CRITERION_IDS.filter((id) => told.has(id))) {
        const score = scores.find((found) => found.criterion === criterion);
        expect(score?.value).toBeCloseTo(told.object(criterion).number('value'), 1);
        expect(score?.points).toBeCloseTo(told.object(criterion).number('points'), 1);
      }
    }
  });

  test.each(cases('chances'))('chances: %s', (_, each) => {
    const due = branded<PlainDate>(each.text('due'));
    const days =
      each.value('ready') === null ? [] : each.texts('ready').map((day) => branded<PlainDate>(day));
    const [p10, p50, p90] = days;
    const ready = p10 && p50 && p90 ? { p10, p50, p90 } : undefined;
    const facts: OptionFacts = factsOf('iso_first', {
      credentials: ready ? [{ credential: 'iso27001', ready }] : [],
    });
    const clause = { name: 'A', kind: 'contract' as const, needs: 'iso27001' as const, due };
    const [meeting] = meetingsOf({ ...situationOf(new Fields({})), clauses: [clause] }, facts);
    const wanted = each.object('expect');
    expect(meeting?.chance).toBeCloseTo(wanted.number('chance'), 3);
    expect(chanceBy(ready, due, today)).toBeCloseTo(wanted.number('chance'), 2);
    expect(meeting?.verdict).toBe(wanted.text('verdict'));
    expect(meeting?.late && [meeting.late.p50, meeting.late.p90]).toEqual(
      wanted.value('late') === null ? undefined : wanted.value('late'),
    );
  });

  test.each(cases('demand'))('demand: %s', (_, each) => {
    const demand = demandOf(situationOf(each.object('answers')));
    const wanted = each.object('expect');
    const shares = (needs: readonly NeedShare[]) =>
      Object.fromEntries(needs.map(({ need, share }) => [need, Math.round(share * 1e9) / 1e9]));
    expect(demand.requests).toBe(wanted.number('requests'));
    expect(demand.trust).toBeCloseTo(wanted.number('trust'), 8);
    expect(shares(demand.asked)).toEqual(wanted.value('asked'));
    expect(shares(demand.geography)).toEqual(wanted.value('geography'));
    const { iso, soc2 } = sidesOf(demand);
    expect([iso, soc2].map((side) => Math.round(side * 1e9) / 1e9)).toEqual([
      wanted.number('iso'),
      wanted.number('soc2'),
    ]);
  });

  test.each(cases('flips'))('flips: %s', (_, each) => {
    const situation = situationOf(each.object('answers'), given.object('answers'));
    const facts = optionFactsIn(given.object('facts'), new Fields({}), today);
    const advised = (of: Situation) => decide(of, facts).recommended;
    const probe = probesOf(situation).find(({ id }) => id === each.text('probe'));
    const wanted = each.object('expect');
    expect(advised(situation)).toBe(wanted.text('now'));
    const found = probe && smallestFlip(probe, advised(situation), advised);
    expect([found?.steps ?? null, found?.to ?? null]).toEqual([wanted.value('steps'), wanted.value('to')]);
  });

  test.each(cases('refused'))('refused: %s', (_, each) => {
    const checked = checkSituation(situationOf(each.object('answers')));
    const wanted = each.texts('pointers');
    expect(checked.ok ? [] : [...new Set(checked.error.map(({ pointer }) => pointer))]).toEqual(wanted);
  });
});
