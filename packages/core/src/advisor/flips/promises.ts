// Moving deals, contracts and tenders: their days, their amounts, whether there are any.
import { addDays, daysBetween, dayWords } from '../../kernel/index.ts';
import type { CredentialNeed } from '../../plan/index.ts';
import { largestDeals } from '../largestDeals.ts';
import { isoAnchor } from '../score.ts';
import type { Clause, Deal, Situation } from '../situation.ts';
import { moneyWords, NEED_WORDS } from '../words.ts';
import { replaced, toggle, type Probe } from './probe.ts';

const MOST_LATER = 730;
/** Beyond the largest, deals hardly decide anything. */
const DEALS_MOVED = 12;

export function dealProbes(situation: Situation): readonly Probe[] {
  const largest = largestDeals(situation).slice(0, DEALS_MOVED);
  return [
    ...largest.flatMap(({ deal, i }) => [
      ...dueProbes(situation, deal, i),
      ...amountProbes(situation, deal, i),
    ]),
    ...(['iso27001', 'soc2_any', 'soc2_type2'] as const).map((need) => newDeal(situation, need)),
  ];
}

function dueProbes(situation: Situation, deal: Deal, i: number): readonly Probe[] {
  const move = (by: 1 | -1, most: number): Probe => ({
    id: `deals/${deal.name}/${by > 0 ? 'later' : 'earlier'}`,
    field: 'deals',
    pointer: `/deals/${i}/due`,
    family: `deals/${deal.name}/due`,
    most,
    at: (steps) => ({
      ...situation,
      deals: replaced(situation.deals, i, { ...deal, due: addDays(deal.due, by * steps) }),
    }),
    say: (steps) =>
      `“${deal.name}” were due on ${dayWords(addDays(deal.due, by * steps))} instead of ${dayWords(deal.due)}`,
  });
  const ahead = daysBetween(situation.today, deal.due);
  return ahead > 0 ? [move(1, MOST_LATER), move(-1, ahead)] : [move(1, MOST_LATER)];
}

const MOST_TWENTIETHS = 400;

/** Amounts move by a twentieth of what they are. */
function amountProbes(situation: Situation, deal: Deal, i: number): readonly Probe[] {
  if (deal.amount === 0) return [];
  const amount = (twentieths: number): number => Math.round((deal.amount * twentieths) / 20);
  const move = (by: 1 | -1, most: number): Probe => ({
    id: `deals/${deal.name}/${by > 0 ? 'more' : 'less'}`,
    field: 'deals',
    pointer: `/deals/${i}/amount`,
    family: `deals/${deal.name}/amount`,
    most,
    at: (steps) => ({
      ...situation,
      deals: replaced(situation.deals, i, { ...deal, amount: amount(20 + by * steps) }),
    }),
    say: (steps) =>
      `“${deal.name}” were worth ${moneyWords(amount(20 + by * steps), deal.currency)} a year instead of ${moneyWords(deal.amount, deal.currency)}`,
  });
  return [move(1, MOST_TWENTIETHS), move(-1, 20)];
}

const NEW_DEAL_DAYS = 270;
const NEW_DEAL_STEPS = 100;

/** A deal that is not known yet: due in nine months, its amount in tenths of what a certification is thought to cost. */
function newDeal(situation: Situation, need: CredentialNeed): Probe {
  const step = Math.max(1000, Math.round(isoAnchor(situation) / 10_000) * 1000);
  const due = addDays(situation.today, NEW_DEAL_DAYS);
  const name = freeName(situation, 'another deal');
  return {
    id: `deals/new/${need}`,
    field: 'deals',
    pointer: `/deals/${situation.deals.length}`,
    family: 'deals/new',
    most: NEW_DEAL_STEPS,
    at: (steps) => ({
      ...situation,
      deals: [
        ...situation.deals,
        { name, amount: step * steps, currency: situation.currency, due, needs: need },
      ],
    }),
    say: (steps) =>
      `a further deal of ${moneyWords(step * steps, situation.currency)} a year needed ${NEED_WORDS[need]} by ${dayWords(due)}`,
  };
}

export function clauseProbes(situation: Situation): readonly Probe[] {
  return [
    ...situation.clauses.flatMap((clause, i) => [
      ...clauseDue(situation, clause, i),
      toggle({
        id: `clauses/${clause.name}/none`,
        field: 'clauses',
        pointer: `/clauses/${i}`,
        family: `clauses/${clause.name}/none`,
        to: { ...situation, clauses: situation.clauses.filter((each) => each !== clause) },
        clause: `“${clause.name}” did not name ${NEED_WORDS[clause.needs]}`,
      }),
    ]),
    ...(['iso27001', 'soc2_type2'] as const).map((needs) => newClause(situation, needs)),
  ];
}

function clauseDue(situation: Situation, clause: Clause, i: number): readonly Probe[] {
  const move = (by: 1 | -1, most: number): Probe => ({
    id: `clauses/${clause.name}/${by > 0 ? 'later' : 'earlier'}`,
    field: 'clauses',
    pointer: `/clauses/${i}/due`,
    family: `clauses/${clause.name}/due`,
    most,
    at: (steps) => ({
      ...situation,
      clauses: replaced(situation.clauses, i, { ...clause, due: addDays(clause.due, by * steps) }),
    }),
    say: (steps) =>
      `“${clause.name}” were due on ${dayWords(addDays(clause.due, by * steps))} instead of ${dayWords(clause.due)}`,
  });
  const ahead = daysBetween(situation.today, clause.due);
  return ahead > 0 ? [move(1, MOST_LATER), move(-1, ahead)] : [move(1, MOST_LATER)];
}

const NEW_CLAUSE_DAYS = 548;

function newClause(situation: Situation, needs: CredentialNeed): Probe {
  const due = addDays(situation.today, NEW_CLAUSE_DAYS);
  const name = freeName(situation, 'another contract');
  return toggle({
    id: `clauses/new/${needs}`,
    field: 'clauses',
    pointer: `/clauses/${situation.clauses.length}`,
    family: 'clauses/new',
    to: { ...situation, clauses: [...situation.clauses, { name, kind: 'contract', needs, due }] },
    clause: `a further contract named ${NEED_WORDS[needs]} by ${dayWords(due)}`,
  });
}

/** A name that no deal or clause has. */
function freeName({ deals, clauses }: Situation, wish: string): string {
  const taken = new Set([...deals, ...clauses].map(({ name }) => name));
  let name = wish;
  while (taken.has(name)) name = `${name}, again`;
  return name;
}
