// Which version is in force, what changed between two, and how the whole stands in one sentence.
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayOfDate, parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { DEFAULT_METHOD, riskStanding, type Risk } from '../risks/index.ts';
import {
  companySentence,
  doneAction,
  nextReview,
  recordDifference,
  recordSections,
  reviewFacts,
  versionInForce,
  withHeldFacts,
  ISMS_KINDS,
  REVIEW_INPUT_NAMES,
  type IsmsRecord,
  type ReviewKnown,
} from './index.ts';

const TODAY = day('2026-06-15');

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}
const ago = (days: number) => dateOfDay(dayOfDate(TODAY) - days);

const scope: Extract<IsmsRecord, { kind: 'scope' }> = {
  kind: 'scope',
  framework: 'iso27001:2022',
  statement: 'The product.',
  boundaries: ['Production'],
  sites: [],
  systems: ['Build'],
  interfaces: [],
  exclusions: [],
  from: ago(100),
};
const objective: Extract<IsmsRecord, { kind: 'objective' }> = {
  kind: 'objective',
  title: 'Access is looked at',
  measure: 'Counted',
  unit: '%',
  target: 95,
  direction: 'at_least',
  due: ago(-30),
  plan: 'Each month',
  owner: 'Ada Berg',
  every_days: 30,
  measurements: [],
};
const review: Extract<IsmsRecord, { kind: 'review' }> = {
  kind: 'review',
  on: ago(200),
  inputs: [],
  attendance: [],
  decisions: [],
  actions: [
    { what: 'Choose an examiner', owner: 'Ada', due: ago(100), done: ago(120) },
    { what: 'Plan an audit', owner: 'Ada', due: ago(10), done: null },
  ],
  minutes: 'Held.',
  closed: { on: ago(200), by: 'Ada' },
};
const versions = (...records: readonly (readonly [IsmsRecord, boolean])[]) =>
  records.map(([record, approved], i) => ({ revision: i + 1, record, approved }));

describe('the version in force', () => {
  it('is the approved one; a draft after it changes nothing', () => {
    const drafted = versions([{ ...review, kind: 'review' }, false]);
    expect(versionInForce(drafted, TODAY)?.revision).toBe(1);
    const roles: IsmsRecord = { kind: 'roles', roles: [] };
    expect(versionInForce(versions([roles, false]), TODAY)).toBeUndefined();
    expect(versionInForce(versions([roles, true], [roles, false]), TODAY)?.revision).toBe(1);
  });

  it('of a scope begins with its day, although it was approved before', () => {
    const two = versions([scope, true], [{ ...scope, from: ago(-5) }, true]);
    expect(versionInForce(two, TODAY)?.revision).toBe(1);
    expect(versionInForce(two, ago(-5))?.revision).toBe(2);
    expect(versionInForce(two, ago(101))).toBeUndefined();
  });

  it('of an objective stands through its measurements, and ends with another target', () => {
    const measured = { ...objective, measurements: [{ on: ago(3), value: 90, by: 'Ben' }] };
    const three = versions([objective, true], [measured, false], [{ ...measured, target: 90 }, false]);
    expect(versionInForce(three.slice(0, 2), TODAY)?.revision).toBe(2);
    expect(versionInForce(three, TODAY)?.revision).toBe(2);
  });
});

describe('a difference', () => {
  it('names the part and the line that went or came, and nothing where nothing changed', () => {
    expect(recordDifference(scope, scope)).toEqual([]);
    expect(
      recordDifference(scope, {
        ...scope,
        statement: 'The product and its support.',
        systems: ['Build', 'Tickets'],
      }),
    ).toEqual([
      { section: 'Statement', change: 'gone', line: 'The product.' },
      { section: 'Statement', change: 'new', line: 'The product and its support.' },
      { section: 'Systems', change: 'new', line: 'Tickets' },
    ]);
  });

  it('is read from parts that every kind of record has', () => {
    const records: readonly IsmsRecord[] = [
      { kind: 'context', issues: [], climate: { relevant: false, because: 'No sites.' } },
      { kind: 'parties', parties: [{ name: 'Staff', needs: [{ need: 'Calm', addressed: null, how: '' }] }] },
      scope,
      {
        kind: 'roles',
        roles: [{ role: 'founder', authority: 'All', people: [{ name: 'Ada', from: TODAY, until: null }] }],
      },
      { kind: 'communication', plan: [] },
      objective,
      {
        kind: 'competence',
        person: 'Ada',
        need: 'Leads',
        ground: 'training',
        proof: 'Course',
        on: TODAY,
        until: null,
        effective: null,
      },
      {
        kind: 'change',
        title: 'Move',
        purpose: 'Room',
        consequences: 'Keys',
        resources: 'A day',
        owner: null,
        due: null,
        done: null,
      },
      {
        kind: 'feedback',
        party: 'Staff',
        on: TODAY,
        said: 'Too many tools.',
        source: 'Survey',
        answer: null,
        withdrawn: null,
      },
      review,
    ];
    expect(records.map(({ kind }) => kind)).toEqual([...ISMS_KINDS]);
    for (const record of records)
      for (const { header, rows } of recordSections(record))
        expect(rows.every((row) => row.length === Math.max(1, header.length))).toBe(true);
    expect(recordSections(review).map(({ title }) => title)).toHaveLength(11);
  });
});

describe('the company', () => {
  const standing = (record: IsmsRecord, approved: boolean, id: string) => ({
    id,
    revision: 1,
    record,
    approved,
    inForce: approved ? 1 : null,
  });

  it('is told in one sentence, with what was never written among the documents', () => {
    expect(companySentence([], TODAY)).toBe(
      '0 of 5 documents of clauses 4 to 7 are in force. No objective is set. No management review was ever planned.',
    );
    const met = { ...objective, measurements: [{ on: ago(3), value: 96, by: 'Ben' }] };
    expect(
      companySentence(
        [
          standing(scope, true, 'SC-1'),
          standing({ ...scope, framework: 'soc2:2017' }, false, 'SC-2'),
          standing(met, true, 'OB-1'),
          standing(review, false, 'MR-1'),
        ],
        TODAY,
      ),
    ).toBe(
      '1 of 6 documents of clauses 4 to 7 is in force; 1 has a draft that nobody has approved. 1 of 1 objectives is met. The next management review is due on 2026-11-27.',
    );
  });

  it('owes its next review a year after the last, unless another day is planned', () => {
    const open = { ...review, on: ago(-12), closed: null };
    expect(nextReview([{ id: 'MR-1', record: review }])).toEqual({ id: undefined, on: day('2026-11-27') });
    expect(
      nextReview([
        { id: 'MR-1', record: review },
        { id: 'MR-2', record: open },
      ]),
    ).toEqual({
      id: 'MR-2',
      on: ago(-12),
    });
  });
});

describe('an action of a review', () => {
  it('is done on a day although the review is closed, and nothing else of it changes', () => {
    const done = doneAction(review, 2, ago(1));
    expect(done).toMatchObject({ ok: true, value: { closed: review.closed, minutes: 'Held.' } });
    if (done.ok) expect(done.value.actions.map((each) => each.done)).toEqual([ago(120), ago(1)]);
    expect(doneAction(review, 3, TODAY)).toMatchObject({ error: { code: 'review.no_action' } });
    expect(doneAction(review, 1, ago(201))).toMatchObject({ error: { code: 'review.in_future' } });
  });
});

describe('the facts of a review', () => {
  const empty: ReviewKnown = {
    today: TODAY,
    earlier: [],
    context: [],
    parties: [],
    objectives: [],
    feedback: [],
    findings: [],
    audits: [],
    risks: [],
    proved: '12 of 93 ISO requirements are proved.',
    window: undefined,
  };
  const risk: Risk = {
    code: 'R-1',
    title: 'A leaver keeps access',
    scenario: { view: 'event', event: 'A leaver keeps access', consequence: 'Data leak' },
    properties: [],
    category: '',
    owner: undefined,
    custom: {},
    assessments: [],
    treatment: undefined,
    acceptances: [],
    reviews: [],
    closed: undefined,
  };

  it('stand beside all seven inputs, and what nobody keeps is not known', () => {
    const facts = reviewFacts(empty);
    expect([...facts.keys()]).toEqual(REVIEW_INPUT_NAMES);
    expect(facts.get('issues')).toEqual([{ source: 'Context (4.1)', value: null }]);
    expect(facts.get('feedback')?.at(-1)?.value).toBeNull();
  });

  it('count since the review before, name what is open, and fit a line', () => {
    const facts = reviewFacts({
      ...empty,
      earlier: [{ id: 'MR-1', review }],
      context: [
        { revision: 1, on: ago(300), approved: true },
        { revision: 2, on: ago(5), approved: false },
      ],
      risks: Array.from({ length: 30 }, (_, i) => ({
        code: `R-${i}`,
        standing: riskStanding(risk, { method: DEFAULT_METHOD, revision: 0, today: TODAY }),
      })),
      window: new Map([
        ['met', 30],
        ['at_risk', 2],
      ]),
    });
    expect(facts.get('earlier_actions')).toEqual([
      {
        source: `MR-1 of ${ago(200)}`,
        value: `1 of 2 actions done; open: Plan an audit (was due ${ago(10)}).`,
      },
    ]);
    expect(facts.get('issues')?.[0]?.value).toBe(
      `1 version written since ${ago(200)}; the newest is version 2 of ${ago(5)}, which nobody has approved.`,
    );
    expect(facts.get('risks')?.[0]?.value).toBe(
      '30 risks: 0 acceptable, 0 treated, 0 accepted, 0 above what is acceptable with nothing decided, 30 not assessed.',
    );
    for (const each of facts.values())
      for (const { value } of each) expect((value ?? '').length).toBeLessThan(401);
  });

  it('are the product’s alone: what is sent brings none and takes none away', () => {
    const facts = [{ source: 'Findings', value: '2 open.' }];
    const held = { ...review, inputs: [{ input: 'risks' as const, text: '', facts }] };
    const forged = {
      ...review,
      inputs: [
        { input: 'risks' as const, text: 'Looked at.', facts: [] },
        { input: 'issues' as const, text: 'None.', facts: [{ source: 'Me', value: 'All is well.' }] },
      ],
    };
    expect(withHeldFacts(forged, held).inputs).toEqual([
      { input: 'risks', text: 'Looked at.', facts },
      { input: 'issues', text: 'None.', facts: [] },
    ]);
  });
});
