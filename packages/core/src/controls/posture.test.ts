// What posture promises of any company, whatever its controls, evidence and checks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examinedDay, type EvidenceFact, type Examination, type Review } from '../evidence/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { addDays, type PlainDate } from '../kernel/index.ts';
import {
  countByControl,
  latestAt,
  OBSERVATION_STATUSES,
  type KnownObservation,
} from '../monitoring/index.ts';
import { CONTROL_KINDS, STRENGTHS, type Applicability, type Control, type Mapping } from './control.ts';
import { posture, type Posture, type PostureInput } from './posture.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { control, date, fact, instant, mapping, ref, situation } from './testing/situation.ts';

const TODAY = date('2026-03-31');
const REFS = [
  ...['4.1', '6.1.2', 'A.5.1', 'A.5.2', 'A.8.1', 'A.8.2'].map((id) => ref(`iso27001:2022/${id}`)),
  ...['CC1.1', 'CC6.1', 'CC6.2', 'A1.1'].map((id) => ref(`soc2:2017/${id}`)),
];
const FRAMEWORKS = situation(
  new Fields({
    today: TODAY,
    frameworks: [
      {
        id: 'iso27001:2022',
        requirements: [
          { id: '6', kind: 'clause', leaf: false },
          { id: '4.1', kind: 'clause' },
          { id: '6.1.2', kind: 'clause' },
          ...['A.5.1', 'A.5.2', 'A.8.1', 'A.8.2'].map((id) => ({ id, kind: 'control' })),
        ],
      },
      {
        id: 'soc2:2017',
        requirements: [
          ...['CC1.1', 'CC6.1', 'CC6.2'].map((id) => ({ id, kind: 'criterion', category: 'security' })),
          { id: 'A1.1', kind: 'criterion', category: 'availability' },
        ],
      },
    ],
  }),
).frameworks;

interface Company {
  readonly controls: readonly Control[];
  readonly states: PostureInput['states'];
  readonly mappings: readonly Mapping[];
  readonly decisions: ReadonlyMap<RequirementRef, Applicability>;
  readonly facts: readonly EvidenceFact[];
  readonly observations: readonly KnownObservation[];
  readonly examination: Examination;
}

const CODES = ['C-1', 'C-2', 'C-3', 'C-10'];
const day = fc.integer({ min: -300, max: 20 }).map((offset) => addDays(TODAY, offset));
const code = fc.constantFrom(...CODES);

const someControl = (name: string): fc.Arbitrary<Control> =>
  fc
    .record({ kind: fc.constantFrom(...CONTROL_KINDS), freshnessDays: fc.integer({ min: 1, max: 200 }) })
    .map((some) => control(new Fields({ code: name, ...some })));
const someState = fc.constantFrom<PostureInput['states'] extends ReadonlyMap<string, infer S> ? S : never>(
  { state: 'adopted', implementation: 'implemented', since: instant('2025-01-01T00:00:00Z') },
  { state: 'adopted', implementation: 'implemented', since: instant('2025-02-01T00:00:00Z') },
  { state: 'adopted', implementation: 'planned', since: instant('2025-01-01T00:00:00Z') },
  { state: 'undecided' },
  { state: 'not_adopted', because: 'another does it', since: instant('2025-01-01T00:00:00Z') },
);
const someMapping = fc
  .record({ control: code, to: fc.constantFrom(...REFS), strength: fc.constantFrom(...STRENGTHS) })
  .map((some) => mapping(new Fields(some)));
const someDecision = fc.constantFrom<Applicability>(
  { applies: true, because: 'risk R-1' },
  { applies: true, because: 'risk R-1' },
  { applies: false, why: 'no premises' },
  { applies: false, why: '' },
);
const reviews: readonly Review['state'][] = ['accepted', 'pending', 'rejected'];
const someFact = fc
  .record({
    number: fc.nat(99),
    control: code,
    performedAt: day,
    length: fc.option(fc.integer({ min: 1, max: 120 })),
    review: fc.constantFrom(...reviews),
  })
  .map(({ number, length, performedAt, ...some }) =>
    fact(
      new Fields({
        ...some,
        code: `E-${number}`,
        performedAt,
        ...(length === null
          ? {}
          : { covers: { from: addDays(performedAt, -length), until: addDays(performedAt, 1) } }),
      }),
    ),
  );
const someObservation = fc
  .record({
    at: fc.integer({ min: -200, max: 0 }),
    control: code,
    check: fc.constantFrom('a', 'b'),
    subject: fc.constantFrom('x', 'y'),
    status: fc.constantFrom(...OBSERVATION_STATUSES, 'pass', 'pass'),
  })
  .map(({ at, control: of, check, subject, status }): KnownObservation => {
    const when = instant(`${addDays(TODAY, at)}T10:00:00Z`);
    return { check: `${of}:${check}`, subject, status, observedAt: when, receivedAt: when };
  });
const someExamination = fc.oneof(
  fc.constant<Examination>({ type: 'none' }),
  day.map((on): Examination => ({ type: 'type1', on })),
  fc.tuple(day, fc.integer({ min: 1, max: 365 })).map(([from, length]): Examination => ({
    type: 'type2',
    period: { from, until: addDays(from, length) },
  })),
);
const company: fc.Arbitrary<Company> = fc.record({
  controls: fc.tuple(...CODES.map(someControl)),
  states: fc
    .array(someState, { minLength: CODES.length, maxLength: CODES.length })
    .map((states) => new Map(CODES.map((name, i) => [name, states[i] ?? { state: 'undecided' as const }]))),
  mappings: fc.uniqueArray(someMapping, { maxLength: 24, selector: (each) => `${each.control} ${each.to}` }),
  decisions: fc
    .array(fc.tuple(fc.constantFrom(...REFS), someDecision), { maxLength: 10 })
    .map((list) => new Map(list)),
  facts: fc.uniqueArray(someFact, { maxLength: 12, selector: (each) => `${each.code} ${each.control}` }),
  observations: fc.array(someObservation, { maxLength: 12 }),
  examination: someExamination,
});

function postureOf(of: Company): Posture {
  return posture({
    ...of,
    frameworks: FRAMEWORKS,
    categories: ['availability'],
    today: TODAY,
    checks: heard(of, TODAY),
    examined: heard(of, examinedDay(of.examination, TODAY)),
  });
}

function heard(of: Company, on: PlainDate): PostureInput['checks'] {
  const freshness = new Map(of.controls.map((each) => [each.code, each.freshnessDays]));
  return countByControl(latestAt(of.observations, instant(`${on}T23:59:59Z`)), {
    today: on,
    controlsOf: (check) => [check.slice(0, check.indexOf(':'))],
    freshnessOf: (name) => freshness.get(name) ?? 0,
  });
}

/** Decided, in place, proved of each framework. */
function numerators(of: Posture): readonly number[] {
  return of.frameworks.flatMap(({ decided, inPlace, proved }) => [
    decided.numerator,
    inPlace.numerator,
    proved.numerator,
  ]);
}

function noLower(after: readonly number[], before: readonly number[]): void {
  for (const [i, number] of before.entries()) expect(after[i]).toBeGreaterThanOrEqual(number);
}

const runs = { numRuns: 400 };

describe('posture', () => {
  test('counts every requirement once: numerator, missing states and exclusions add up', () => {
    fc.assert(
      fc.property(company, (of) => {
        for (const { requirements, decided, inPlace, proved, parts } of postureOf(of).frameworks) {
          expect(decided.denominator).toBe(requirements.length);
          expect(inPlace.denominator + inPlace.excluded).toBe(requirements.length);
          expect(proved.numerator).toBeLessThanOrEqual(inPlace.numerator);
          expect(inPlace.numerator).toBeLessThanOrEqual(decided.numerator);
          for (const stage of [decided, inPlace, proved]) {
            expect(stage.numerator).toBeLessThanOrEqual(stage.denominator);
            expect(stage.reasons.reduce((sum, { count }) => sum + count, stage.numerator)).toBe(
              stage.denominator,
            );
          }
          expect(parts.reduce((sum, part) => sum + part.proved.numerator, 0)).toBe(proved.numerator);
        }
      }),
      runs,
    );
  });

  test('does not depend on the order in which things are told', () => {
    const shuffled = company.chain((of) =>
      fc.record({
        of: fc.constant(of),
        told: fc.record({
          controls: fc.shuffledSubarray([...of.controls], { minLength: of.controls.length }),
          mappings: fc.shuffledSubarray([...of.mappings], { minLength: of.mappings.length }),
          facts: fc.shuffledSubarray([...of.facts], { minLength: of.facts.length }),
          observations: fc.shuffledSubarray([...of.observations], { minLength: of.observations.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ of, told }) => {
        const [first, second] = [postureOf(of), postureOf({ ...of, ...told })];
        expect(second).toEqual(first);
        expect([...second.controls.keys()]).toEqual([...first.controls.keys()]);
      }),
      runs,
    );
  });

  test('never lowers a number for accepted evidence of today', () => {
    fc.assert(
      fc.property(company, code, (of, name) => {
        const more = fact(new Fields({ code: 'E-100', control: name, performedAt: TODAY }));
        noLower(numerators(postureOf({ ...of, facts: [...of.facts, more] })), numerators(postureOf(of)));
      }),
      runs,
    );
  });

  test('never lowers a number for a check that passes today', () => {
    fc.assert(
      fc.property(company, code, fc.constantFrom('a', 'b', 'new'), (of, name, check) => {
        const now = instant(`${TODAY}T11:00:00Z`);
        const more: KnownObservation = {
          check: `${name}:${check}`,
          subject: 'x',
          status: 'pass',
          observedAt: now,
          receivedAt: now,
        };
        // A check that is heard for the first time takes the word from documents; within what SOC 2
        // examines it has to have spoken, so only a day that is examined can be compared.
        fc.pre(examinedDay(of.examination, TODAY) === TODAY && begun(of.examination));
        noLower(
          numerators(postureOf({ ...of, observations: [...of.observations, more] })),
          numerators(postureOf(of)),
        );
      }),
      runs,
    );
  });

  test('never takes unknown, error or failure of a check for proof of an automated control', () => {
    fc.assert(
      fc.property(company, (of) => {
        const heardToday = latestAt(of.observations, instant(`${TODAY}T23:59:59Z`));
        const found = postureOf({
          ...of,
          controls: of.controls.map((each) => ({ ...each, kind: 'automated' })),
        });
        for (const { check, status } of heardToday) {
          if (status === 'pass' || status === 'not_applicable') continue;
          const proof = found.controls.get(check.slice(0, check.indexOf(':')));
          expect(proof?.iso.state).not.toBe('proved');
          if (status === 'fail') expect(proof?.iso.state).toBe('failing');
        }
      }),
      runs,
    );
  });

  test('proves nothing by evidence that nobody accepted', () => {
    fc.assert(
      fc.property(company, fc.constantFrom<Review['state']>('pending', 'rejected'), (of, review) => {
        const found = postureOf({
          ...of,
          observations: [],
          facts: of.facts.map((each) => ({ ...each, review })),
        });
        expect(
          [...found.controls.values()].flatMap(({ iso, soc2 }) => [iso.state, soc2.state]),
        ).not.toContain('proved');
      }),
      runs,
    );
  });

  test('never raises what is in place or proved by leaving a requirement out', () => {
    fc.assert(
      fc.property(company, fc.constantFrom(...REFS), (of, left) => {
        const decisions = new Map([...of.decisions, [left, { applies: false, why: 'not ours' }] as const]);
        const [before, after] = [postureOf(of), postureOf({ ...of, decisions })];
        for (const [i, framework] of after.frameworks.entries()) {
          expect(framework.inPlace.numerator).toBeLessThanOrEqual(
            before.frameworks[i]?.inPlace.numerator ?? -1,
          );
          expect(framework.proved.numerator).toBeLessThanOrEqual(
            before.frameworks[i]?.proved.numerator ?? -1,
          );
        }
      }),
      runs,
    );
  });

  test('knows nothing of what is performed later', () => {
    fc.assert(
      fc.property(company, (of) => {
        const known = of.facts.filter((each) => each.times.performedAt <= TODAY);
        expect(numerators(postureOf({ ...of, facts: known }))).toEqual(numerators(postureOf(of)));
      }),
      runs,
    );
  });
});

function begun(examination: Examination): boolean {
  return examination.type !== 'type2' || examination.period.from <= TODAY;
}
