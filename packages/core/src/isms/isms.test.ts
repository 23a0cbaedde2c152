// Documents of the management system: each remark red and green, and what holds on a day.
import { describe, expect, it } from 'vitest';
import { OWNER_ROLES } from '../controls/index.ts';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import {
  changeLints,
  closeReview,
  communicationLints,
  competenceLints,
  contextLints,
  objectiveLints,
  objectiveStanding,
  partiesLints,
  reviewLints,
  REVIEW_INPUT_NAMES,
  rolesLints,
  rolesOn,
  rolesToLookAfter,
  scopeInForce,
  scopeLints,
  withFacts,
  type Competence,
  type Context,
  type IsmsLint,
  type ManagementReview,
  type Objective,
  type Parties,
  type PlannedChange,
  type Roles,
  type Scope,
} from './index.ts';

const codes = (lints: readonly IsmsLint[]) => lints.map(({ code }) => code);
const TODAY = day('2026-06-15');

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}

const context: Context = {
  issues: [
    { side: 'internal', issue: 'Twelve people', effect: 'Few may approve.' },
    { side: 'external', issue: 'Hospitals as customers', effect: 'Health data.' },
  ],
  climate: { relevant: false, because: 'Two regions of hosting, no site of our own.' },
};
const parties: Parties = {
  parties: [{ name: 'Customers', needs: [{ need: 'Notice of breaches', addressed: true, how: 'C-12' }] }],
};
const scope: Scope = {
  framework: 'iso27001:2022',
  statement: 'Development and operation of the product.',
  boundaries: ['The production accounts'],
  sites: [],
  systems: [],
  interfaces: [{ with: 'The hosting provider', what: 'Data centres' }],
  exclusions: [{ what: 'The shop', because: 'Another company runs it.' }],
  from: day('2026-01-01'),
};
const roles: Roles = {
  roles: [
    {
      role: 'founder',
      authority: 'Accepts risks above the criterion.',
      people: [
        { name: 'Ada  Berg', from: day('2026-01-01'), until: day('2026-06-01') },
        { name: 'Ben Cole', from: day('2026-06-01'), until: null },
      ],
    },
  ],
};
const objective: Objective = {
  title: 'Critical patches in time',
  measure: 'Patches in seven days of all patches, from the scanner',
  unit: '%',
  target: 95,
  direction: 'at_least',
  due: day('2026-12-31'),
  plan: 'A rota, and a ticket for each.',
  owner: 'Ben Cole',
  every_days: 31,
  measurements: [
    { on: day('2026-06-01'), value: 96, by: 'Ben Cole' },
    { on: day('2026-05-01'), value: 90, by: 'Ben Cole' },
  ],
};
const competence: Competence = {
  person: 'Ben Cole',
  need: 'Runs internal audits',
  ground: 'training',
  proof: 'Certificate of the course',
  on: day('2026-02-01'),
  until: null,
  effective: { by: 'Ada Berg', said: 'The first audit was sound.' },
};
const change: PlannedChange = {
  title: 'Scope takes in the new office',
  purpose: 'The team moves.',
  consequences: 'Physical controls apply.',
  resources: 'Two days',
  owner: 'Ben Cole',
  due: day('2026-07-01'),
  done: null,
};
const review: ManagementReview = {
  on: day('2026-06-10'),
  inputs: REVIEW_INPUT_NAMES.map((input) => ({
    input,
    text: 'Considered.',
    facts: [{ source: 'Findings', value: '2 open.' }],
  })),
  attendance: [{ name: 'Ada Berg', role: 'founder', top_management: true }],
  decisions: ['Nothing changes.'],
  actions: [{ what: 'Look at logs', owner: 'Ben Cole', due: day('2026-07-01'), done: null }],
  minutes: 'The review took an hour.',
  closed: null,
};

describe('a remark', () => {
  it('is made on no document that is whole', () => {
    expect(
      codes([
        ...contextLints(context),
        ...partiesLints(parties),
        ...scopeLints(scope),
        ...rolesLints(roles, TODAY),
        ...communicationLints({
          plan: [{ what: 'Incidents', when: 'At once', with: 'All', how: 'Chat', who: 'Ben Cole' }],
        }),
        ...objectiveLints(objective, TODAY),
        ...competenceLints(competence, TODAY),
        ...changeLints(change, TODAY),
        ...reviewLints({ ...review, on: TODAY }, TODAY),
      ]),
    ).toEqual([]);
  });

  const late = day('2027-02-01');
  const held: ManagementReview = { ...review, on: TODAY };
  const [holding] = roles.roles;
  const person = { name: 'Ada', from: TODAY, until: TODAY };
  it.each<readonly [string, readonly IsmsLint[]]>([
    ['context.side_missing', contextLints({ ...context, issues: context.issues.slice(1) })],
    ['context.climate_undecided', contextLints({ ...context, climate: { relevant: null, because: '' } })],
    [
      'context.climate_without_reason',
      contextLints({ ...context, climate: { relevant: true, because: ' ' } }),
    ],
    ['parties.none', partiesLints({ parties: [] })],
    ['parties.without_need', partiesLints({ parties: [{ name: 'Owners', needs: [] }] })],
    [
      'parties.need_undecided',
      partiesLints({ parties: [{ name: 'Owners', needs: [{ need: 'Calm', addressed: null, how: '' }] }] }),
    ],
    ['scope.no_statement', scopeLints({ ...scope, statement: ' ' })],
    ['scope.no_boundary', scopeLints({ ...scope, boundaries: [] })],
    ['scope.no_interface', scopeLints({ ...scope, interfaces: [] })],
    ['scope.name_of_nothing', scopeLints({ ...scope, names: [{ system: 'Shelf', name: 'eu' }] })],
    [
      'scope.name_twice',
      scopeLints({
        ...scope,
        systems: ['Build', 'Tickets'],
        names: [
          { system: 'Build', name: 'eu' },
          { system: 'tickets', name: 'EU' },
        ],
      }),
    ],
    ['scope.exclusion_without_reason', scopeLints({ ...scope, exclusions: [{ what: 'Shop', because: '' }] })],
    ['roles.none', rolesLints({ roles: [] }, TODAY)],
    ['roles.nobody', rolesLints(roles, day('2025-12-31'))],
    [
      'roles.reversed',
      rolesLints(
        { roles: [{ role: 'founder', authority: 'All', people: [person, { ...person, until: null }] }] },
        TODAY,
      ),
    ],
    [
      'roles.no_authority',
      rolesLints({ roles: [{ role: 'founder', authority: '', people: holding?.people ?? [] }] }, TODAY),
    ],
    ['communication.none', communicationLints({ plan: [] })],
    [
      'communication.incomplete',
      communicationLints({ plan: [{ what: 'News', when: '', with: 'All', how: 'Mail', who: 'Ben' }] }),
    ],
    ['objective.no_measure', objectiveLints({ ...objective, measure: '' }, TODAY)],
    ['objective.plan_incomplete', objectiveLints({ ...objective, owner: null }, TODAY)],
    ['objective.not_measured', objectiveLints({ ...objective, measurements: [] }, TODAY)],
    ['objective.missed', objectiveLints({ ...objective, target: 99, due: TODAY }, TODAY)],
    ['competence.no_proof', competenceLints({ ...competence, on: null }, TODAY)],
    ['competence.lapsed', competenceLints({ ...competence, until: TODAY }, TODAY)],
    ['competence.effect_unknown', competenceLints({ ...competence, effective: null }, TODAY)],
    ['change.unplanned', changeLints({ ...change, resources: '' }, TODAY)],
    ['change.nobody', changeLints({ ...change, owner: null }, TODAY)],
    ['change.overdue', changeLints(change, late)],
    ['review.input_missing', reviewLints({ ...held, inputs: held.inputs.slice(1) }, TODAY)],
    ['review.no_top_management', reviewLints({ ...held, attendance: [] }, TODAY)],
    ['review.no_result', reviewLints({ ...held, decisions: [] }, TODAY)],
    [
      'review.action_incomplete',
      reviewLints({ ...held, actions: [{ what: 'Look', owner: 'Ben', due: null, done: null }] }, TODAY),
    ],
    ['review.action_overdue', reviewLints({ ...held, closed: { on: TODAY, by: 'Ada Berg' } }, late)],
    ['review.overdue', reviewLints({ ...held, on: day('2026-06-14') }, TODAY)],
    [
      'review.no_facts',
      reviewLints({ ...held, inputs: held.inputs.map((each) => ({ ...each, facts: [] })) }, TODAY),
    ],
  ])('%s is made where it is due, and nothing else', (code, lints) => {
    expect(codes(lints)).toEqual([code]);
  });
});

describe('on a day', () => {
  const wider: Scope = { ...scope, statement: 'With the office.', from: day('2026-07-01') };
  const versions = [
    { scope, approved: true },
    { scope: wider, approved: true },
    { scope: { ...wider, statement: 'Not approved.' }, approved: false },
  ];

  it('the approved scope that began last is in force, and none before the first', () => {
    const on = (text: string) => scopeInForce(versions, 'iso27001:2022', day(text))?.statement;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      undefined,
      scope.statement,
      scope.statement,
      wider.statement,
    ]);
    expect(scopeInForce(versions, 'soc2:2017', TODAY)).toBeUndefined();
  });

  it('a person has a role from its first day until the last has passed, however the name is typed', () => {
    expect(rolesOn(roles, 'ada berg', day('2026-05-31'))).toEqual(['founder']);
    expect(rolesOn(roles, 'ada berg', day('2026-06-01'))).toEqual([]);
    expect(rolesOn(roles, 'Ben Cole', day('2026-06-01'))).toEqual(['founder']);
  });

  it('a person looks after their roles and those that nobody has; whoever has none is told of none', () => {
    expect(rolesToLookAfter(roles, 'Ben Cole', TODAY)).toEqual([...OWNER_ROLES]);
    const shared: Roles = {
      roles: [
        ...roles.roles,
        {
          role: 'it_admin',
          authority: '',
          people: [{ name: 'Cem Ray', from: day('2026-01-01'), until: null }],
        },
      ],
    };
    expect(rolesToLookAfter(shared, 'Ben Cole', TODAY)).not.toContain('it_admin');
    expect(rolesToLookAfter(shared, 'Cem Ray', TODAY)).not.toContain('founder');
    expect(rolesToLookAfter(shared, 'Dana Fox', TODAY)).toEqual([]);
  });

  it('an objective is met by its latest measurement, and unknown when that is old', () => {
    expect(objectiveStanding(objective, TODAY)).toMatchObject({ state: 'met', trend: 'better' });
    expect(objectiveStanding(objective, day('2026-05-02'))).toMatchObject({
      state: 'not_yet',
      trend: 'unknown',
    });
    expect(objectiveStanding(objective, day('2026-07-02')).state).toBe('met');
    expect(objectiveStanding(objective, day('2026-07-03')).state).toBe('unknown');
    const atMost: Objective = { ...objective, direction: 'at_most' };
    expect(objectiveStanding(atMost, TODAY)).toMatchObject({ state: 'not_yet', trend: 'worse' });
  });
});

describe('a management review', () => {
  it('closes when all seven inputs were considered with top management, once, and not before its day', () => {
    const word = { on: TODAY, by: 'Ada Berg' };
    const closed = closeReview(review, word);
    expect(closed).toEqual({ ok: true, value: { ...review, closed: word } });
    expect(closeReview({ ...review, closed: word }, word)).toMatchObject({
      error: { code: 'review.closed' },
    });
    expect(closeReview(review, { ...word, on: day('2026-06-09') })).toMatchObject({
      error: { code: 'review.in_future' },
    });
    const bare = closeReview({ ...review, inputs: [] }, word);
    expect(bare).toMatchObject({ ok: false, error: { code: 'review.incomplete' } });
    if (bare.ok || bare.error.code !== 'review.incomplete') throw new Error('it closed');
    expect(bare.error.lints).toHaveLength(7);
  });

  it('takes facts beside what people wrote, and a fact that is not known stays so', () => {
    const facts = new Map([['risks', [{ source: 'risk register', value: null }]] as const]);
    const filled = withFacts({ ...review, inputs: review.inputs.slice(0, 1) }, facts);
    expect(filled.inputs.map(({ text }) => text)).toEqual(['Considered.', '', '', '', '', '', '']);
    expect(filled.inputs[5]).toEqual({
      input: 'risks',
      text: '',
      facts: [{ source: 'risk register', value: null }],
    });
  });
});
