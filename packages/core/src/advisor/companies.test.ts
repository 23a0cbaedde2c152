// Five worked companies (vectors/advisor/companies) and the article's rules, on the dates and costs that the product computes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, branded, type PlainDate } from '../kernel/index.ts';
import { casesIn, Fields } from '../kernel/testing/fields.ts';
import { advise, type Advice } from './advise.ts';
import { costGround } from './cost/index.ts';
import { decide } from './decide.ts';
import { describe as described } from './describe.ts';
import { probesOf } from './flips/search.ts';
import { adviceMarkdown } from './markdown.ts';
import { factsFrom } from './optionFacts.ts';
import type { AdviceOption } from '../plan/index.ts';
import type { Answers, BuyerShare, Deal, Region, Situation } from './situation.ts';
import { answersIn } from './testing/answers.ts';

function vectorText(file: string): string {
  return readFileSync(new URL(`../../../../vectors/advisor/${file}`, import.meta.url), 'utf8');
}

const TODAY = branded<PlainDate>('2026-12-01');

const ground = costGround({});
if (!ground.ok) throw new Error(ground.error.detail);
const factsFor = factsFrom(ground.value);

function advised(answers: Answers, today: PlainDate = TODAY): Advice {
  const advice = advise(described(answers, {}, today), factsFor);
  if (!advice.ok) throw new Error(JSON.stringify(advice.error));
  return advice.value;
}

describe('five worked companies', () => {
  const companies = casesIn(vectorText('companies.json')).map((each) => [each.text('title'), each] as const);
  test.each(companies)('%s', (_, given) => {
    const file = new Fields(JSON.parse(vectorText(given.text('file'))));
    const advice = advised(answersIn(file), branded<PlainDate>(file.text('today')));
    const wanted = given.object('expect');
    expect(advice.recommended).toBe(wanted.text('recommended'));
    expect(advice.reasons.map(({ id }) => String(id))).toEqual(
      expect.arrayContaining([...wanted.texts('reasons')]),
    );
    expect(advice.counter?.option).not.toBe(advice.recommended);
    expect(advice.flips.length).toBeGreaterThan(2);
    for (const flip of advice.flips) {
      const probe = probesOf(advice.described.situation).find(({ id }) => id === flip.id);
      expect([flip.id, optionAt(probe?.at(flip.steps))]).toEqual([flip.id, flip.to]);
      expect([flip.id, optionAt(probe?.at(flip.steps - 1))]).toEqual([flip.id, advice.recommended]);
    }
    const text = adviceMarkdown(advice);
    expect(text).toContain(advice.sentence);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

function optionAt(situation: Situation | undefined): AdviceOption | undefined {
  const facts = situation && factsFor(situation);
  return situation && facts?.ok ? decide(situation, facts.value).recommended : undefined;
}

function all(region: Region, segment: BuyerShare['segment'] = 'saas'): Answers {
  return { buyers: [{ region, segment, percent: 100 }], people: 40 };
}

function deal(name: string, change: Partial<Deal> = {}): Deal {
  return { name, amount: 120_000, currency: 'USD', due: addDays(TODAY, 250), needs: 'soc2_any', ...change };
}

describe('the rules of the article, on computed dates and costs', () => {
  test('a US SaaS firm with an urgent deal goes for a Type I first', () => {
    expect(advised({ ...all('united_states'), deals: [deal('Acme')] }).recommended).toBe('type1_then_type2');
  });

  test.each(['european_union', 'united_kingdom', 'middle_east', 'asia_pacific', 'multinational'] as const)(
    'buyers in %s lead to ISO 27001',
    (region) => {
      expect(advised(all(region, 'enterprise')).recommended).toBe('iso_first');
    },
  );

  test('what questionnaires ask outweighs where buyers are', () => {
    expect(advised({ ...all('united_states'), asked: [{ need: 'iso27001', count: 8 }] }).recommended).toBe(
      'iso_first',
    );
    expect(
      advised({ ...all('european_union'), asked: [{ need: 'soc2_any', count: 8 }] }).recommended,
    ).toMatch(/^type/);
  });

  test('three deals that require a current Type II with 60 days of evidence skip the Type I', () => {
    const deals = ['A', 'B', 'C'].map((name) =>
      deal(name, { needs: 'soc2_type2', due: addDays(TODAY, 330), periodDays: 60 }),
    );
    const { existing } = described({}, {}, TODAY).situation;
    const advice = advised({ ...all('united_states'), deals, existing: { ...existing, evidenceDays: 60 } });
    expect(advice.recommended).toBe('type2_directly');
    expect(advice.reasons.map(({ id }) => id)).toContain('type2_now');
  });

  test('buyers on both sides lead to both on one control set', () => {
    const buyers = [
      { region: 'united_states', segment: 'saas', percent: 50 },
      { region: 'european_union', segment: 'enterprise', percent: 50 },
    ] as const;
    expect(advised({ buyers, people: 40 }).recommended).toBe('both_in_parallel');
  });

  test('where nothing asks, nothing yet is the honest answer, and where buyers are is what to say first', () => {
    const advice = advised({});
    expect(advice.recommended).toBe('nothing_yet');
    expect(advice.confidence.sensitive[0]?.field).toBe('buyers');
    expect(advice.reasons[0]?.id).toBe('nothing_asks');
  });
});
