// Moving the company itself: size, what exists, capacity, money and wishes.
import { countWords } from '../../kernel/index.ts';
import { CREDENTIALS } from '../../plan/index.ts';
import type { OwnerRole } from '../../controls/index.ts';
import { isoAnchor } from '../score.ts';
import type { Situation } from '../situation.ts';
import { CREDENTIAL_WORDS, moneyWords } from '../words.ts';
import { tenths, toggle, type Probe } from './probe.ts';

export function sizeProbes(situation: Situation): readonly Probe[] {
  const sized = (field: 'people' | 'sites' | 'systems', most: readonly [number, number]): readonly Probe[] =>
    ([1, -1] as const).flatMap((by, way) => {
      const steps = most[way] ?? 0;
      if (steps <= 0) return [];
      const to = (n: number): number =>
        field === 'people' ? grown(situation.people, by * n) : situation[field] + by * n;
      return [
        {
          id: `${field}/${by > 0 ? 'more' : 'less'}`,
          field,
          pointer: `/${field}`,
          family: field,
          costly: true as const,
          most: steps,
          at: (n: number) => ({ ...situation, [field]: to(n) }),
          say: (n: number) => `there were ${sizeWords(field, to(n))} instead of ${situation[field]}`,
        },
      ];
    });
  return [
    ...sized('people', [40, situation.people > 1 ? Math.min(30, situation.people - 1) : 0]),
    ...sized('sites', [20, situation.sites]),
    ...sized('systems', [20, situation.systems - 1]),
  ];
}

/** Headcount moves by a tenth, by one at least. */
function grown(people: number, steps: number): number {
  let now = people;
  for (let step = 0; step < Math.abs(steps); step += 1)
    now =
      steps > 0
        ? Math.max(now + 1, Math.round(now * 1.1))
        : Math.max(1, Math.min(now - 1, Math.round(now * 0.9)));
  return now;
}

function sizeWords(field: 'people' | 'sites' | 'systems', count: number): string {
  if (field === 'people') return countWords(count, 'person', 'people');
  return countWords(count, field === 'sites' ? 'site' : 'system');
}

const EVIDENCE_STEP = 10;
const MOST_EVIDENCE = 36;

export function existingProbes(situation: Situation): readonly Probe[] {
  const { existing } = situation;
  const remaining = existing.remaining.reduce((sum, { days }) => sum + days, 0);
  const evidence = (by: 1 | -1, most: number): Probe => {
    const to = (n: number): number => Math.max(0, existing.evidenceDays + by * n * EVIDENCE_STEP);
    return {
      id: `existing/evidenceDays/${by > 0 ? 'more' : 'less'}`,
      field: 'existing',
      pointer: '/existing/evidence_days',
      family: 'existing/evidenceDays',
      costly: true,
      most,
      at: (n) => ({ ...situation, existing: { ...existing, evidenceDays: to(n) } }),
      say: (n) =>
        `controls had run with accepted evidence for ${countWords(to(n), 'day')} instead of ${existing.evidenceDays}`,
    };
  };
  const work = (down: boolean): Probe => ({
    id: `existing/remaining/${down ? 'less' : 'more'}`,
    field: 'existing',
    pointer: '/existing/remaining',
    family: 'existing/remaining',
    costly: true,
    most: 10,
    at: (n) => ({
      ...situation,
      existing: {
        ...existing,
        remaining: existing.remaining.map((each) => ({ ...each, days: each.days * tenths(n, down) })),
      },
    }),
    say: (n) =>
      `${countWords(Math.round(remaining * tenths(n, down)), 'person-day')} of work remained instead of ${Math.round(remaining)}`,
  });
  return [
    evidence(1, MOST_EVIDENCE),
    ...(existing.evidenceDays > 0 ? [evidence(-1, Math.ceil(existing.evidenceDays / EVIDENCE_STEP))] : []),
    ...(remaining > 0 ? [work(true), work(false)] : []),
    ...CREDENTIALS.filter((each) => !existing.held.includes(each)).map((credential) =>
      toggle({
        id: `existing/held/${credential}`,
        field: 'existing',
        pointer: '/existing/held',
        family: `existing/held/${credential}`,
        to: { ...situation, existing: { ...existing, held: [...existing.held, credential] } },
        clause: `${CREDENTIAL_WORDS[credential]} were in hand today`,
      }),
    ),
  ];
}

const MOST_TENTHS_MORE = 30;

export function capacityProbes(situation: Situation): readonly Probe[] {
  const { capacity } = situation;
  const total = Object.values(capacity).reduce((sum, days) => sum + days, 0);
  if (total === 0) return [];
  return [true, false].map((down) => ({
    id: `capacity/${down ? 'less' : 'more'}`,
    field: 'capacity',
    pointer: '/capacity',
    family: 'capacity',
    costly: true as const,
    most: down ? 9 : MOST_TENTHS_MORE,
    at: (n) => ({ ...situation, capacity: scaled(capacity, tenths(n, down)) }),
    say: (n) =>
      `all roles together gave ${countWords(Math.round(total * tenths(n, down) * 10) / 10, 'person-day')} a month instead of ${total}`,
  }));
}

export function scaled(capacity: Situation['capacity'], by: number): Situation['capacity'] {
  const roles: readonly (readonly [string, number])[] = Object.entries(capacity);
  const more: Partial<Record<OwnerRole, number>> = { ...capacity };
  return Object.assign(more, Object.fromEntries(roles.map(([role, days]) => [role, days * by])));
}

export function moneyProbes(situation: Situation): readonly Probe[] {
  return [...budgetProbes(situation), ...runwayProbes(situation)];
}

const BUDGET_STEPS = 60;

/** A ceiling that stands moves by a twentieth; one that does not is let down from three certifications. */
function budgetProbes(situation: Situation): readonly Probe[] {
  const { budget, currency } = situation;
  const step = Math.max(1000, Math.round(((budget ?? isoAnchor(situation)) / 20) * 0.001) * 1000);
  const now = budget === undefined ? 'no ceiling was named' : `today ${moneyWords(budget, currency)}`;
  const move = (by: 1 | -1, { from, most }: { readonly from: number; readonly most: number }): Probe => ({
    id: `budget/${by > 0 ? 'more' : 'less'}`,
    field: 'budget',
    pointer: '/budget',
    family: 'budget',
    most,
    at: (n) => ({ ...situation, budget: Math.max(0, from + by * n * step) }),
    say: (n) =>
      `${moneyWords(Math.max(0, from + by * n * step), currency)} might be paid to others in the first year (${now})`,
  });
  if (budget === undefined) return [move(-1, { from: BUDGET_STEPS * step, most: BUDGET_STEPS })];
  return [move(1, { from: budget, most: 100 }), move(-1, { from: budget, most: Math.ceil(budget / step) })];
}

const LONGEST_RUNWAY = 36;

function runwayProbes(situation: Situation): readonly Probe[] {
  const { runwayMonths } = situation;
  const from = runwayMonths ?? LONGEST_RUNWAY;
  const now = runwayMonths === undefined ? 'no end was named' : `today ${runwayMonths}`;
  const move = (by: 1 | -1, most: number): Probe => ({
    id: `runwayMonths/${by > 0 ? 'more' : 'less'}`,
    field: 'runwayMonths',
    pointer: '/runway_months',
    family: 'runwayMonths',
    most,
    at: (n) => ({ ...situation, runwayMonths: Math.max(0, from + by * n) }),
    say: (n) => `the money lasted ${countWords(Math.max(0, from + by * n), 'month')} (${now})`,
  });
  const less = from > 0 ? [move(-1, Math.ceil(from))] : [];
  return runwayMonths === undefined ? less : [move(1, LONGEST_RUNWAY), ...less];
}

const PROOF_WORDS = { needed: 'needed', useful: 'useful', not_needed: 'not needed' } as const;

export function wishProbes(situation: Situation): readonly Probe[] {
  const proofs = (['needed', 'useful', 'not_needed'] as const)
    .filter((each) => each !== situation.publicProof)
    .map((publicProof) =>
      toggle({
        id: `publicProof/${publicProof}`,
        field: 'publicProof',
        pointer: '/public_proof',
        family: 'publicProof',
        to: { ...situation, publicProof },
        clause: `a proof in public were ${PROOF_WORDS[publicProof]} (today ${PROOF_WORDS[situation.publicProof]})`,
      }),
    );
  const sensitive = situation.data.includes('health');
  return [
    ...proofs,
    toggle({
      id: 'wantsBoth',
      field: 'wantsBoth',
      pointer: '/wants_both',
      family: 'wantsBoth',
      to: { ...situation, wantsBoth: !situation.wantsBoth },
      clause: situation.wantsBoth ? 'both were not wished' : 'both were wished',
    }),
    toggle({
      id: 'data/health',
      field: 'data',
      pointer: '/data',
      family: 'data',
      to: {
        ...situation,
        data: sensitive ? situation.data.filter((each) => each !== 'health') : [...situation.data, 'health'],
      },
      clause: sensitive ? 'no health data were held' : 'health data were held',
    }),
  ];
}
