// The article's rules, as decisions on the usual facts of a company that starts from nothing.
import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { REGIONS, type Answers, type BuyerShare, type Deal } from './situation.ts';
import { company, factsOf, inDays, USUAL } from './testing/facts.ts';

function all(region: BuyerShare['region'], segment: BuyerShare['segment'] = 'saas'): Answers {
  return { buyers: [{ region, segment, percent: 100 }], people: 40 };
}

function deal(name: string, change: Partial<Deal> = {}): Deal {
  return { name, amount: 120_000, currency: 'USD', due: inDays(200), needs: 'soc2_any', ...change };
}

function advised(answers: Answers, facts = USUAL) {
  return decide(company(answers).situation, facts);
}

describe('the rules of the article', () => {
  test('a US SaaS firm with an urgent deal goes for a Type I first', () => {
    expect(advised({ ...all('united_states'), deals: [deal('Acme')] }).recommended).toBe('type1_then_type2');
  });

  test.each(REGIONS.filter((region) => region !== 'united_states' && region !== 'canada'))(
    'buyers in %s lead to ISO 27001',
    (region) => {
      expect(advised(all(region)).recommended).toBe('iso_first');
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
      deal(name, { needs: 'soc2_type2', due: inDays(300), periodDays: 60 }),
    );
    const existing = { remaining: [], evidenceDays: 60, held: [], others: [] };
    expect(advised({ ...all('united_states'), deals, existing }).recommended).toBe('type2_directly');
  });

  test('buyers on both sides lead to both on one control set', () => {
    const buyers = [
      { region: 'united_states', segment: 'saas', percent: 50 },
      { region: 'european_union', segment: 'enterprise', percent: 50 },
    ] as const;
    expect(advised({ buyers, people: 40 }).recommended).toBe('both_in_parallel');
  });

  test('where nothing asks, nothing yet is the honest answer', () => {
    expect(advised({ people: 40 }).recommended).toBe('nothing_yet');
  });
});

describe('hard limits', () => {
  test('a contract that names ISO 27001 shuts out what never brings it, whatever a deal is worth', () => {
    const decision = advised({
      ...all('united_states'),
      deals: [deal('Acme', { amount: 5_000_000 })],
      clauses: [{ name: 'NHS', kind: 'contract', needs: 'iso27001', due: inDays(400) }],
    });
    expect(['iso_first', 'both_in_parallel']).toContain(decision.recommended);
    expect(decision.keepsLimits).toBe(true);
  });

  test('a clause that no option meets names by how much each is late, and the least late comes first', () => {
    const decision = advised({
      clauses: [{ name: 'Tender', kind: 'tender', needs: 'iso27001', due: inDays(100) }],
    });
    expect(decision.keepsLimits).toBe(false);
    expect(decision.recommended).toBe('iso_first');
    expect(decision.ranking[0]?.limits).toEqual([
      { kind: 'clause', name: 'Tender', due: inDays(100), lateDays: 270 },
    ]);
  });

  test('what cannot be paid even if all goes well is out', () => {
    const decision = advised({ ...all('united_states'), deals: [deal('Acme')], budget: 5000 });
    expect(decision.recommended).toBe('nothing_yet');
  });

  test('a credential after the money has ended is out', () => {
    const decision = advised({ ...all('european_union'), runwayMonths: 6 });
    expect(decision.recommended).not.toBe('iso_first');
  });

  test('what is held is not advised again', () => {
    const existing = { remaining: [], evidenceDays: 0, held: ['iso27001' as const], others: [] };
    const facts = USUAL.map((each) =>
      each.option === 'iso_first' ? factsOf('iso_first', { credentials: [] }) : each,
    );
    expect(advised({ ...all('european_union'), existing }, facts).recommended).toBe('nothing_yet');
  });
});
