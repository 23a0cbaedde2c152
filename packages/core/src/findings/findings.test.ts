import { expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { clocksOf, isOverdue } from './clocks.ts';
import { DEFAULT_TERMS, type Finding } from './finding.ts';
import { findingLints } from './lints.ts';
import { changeFinding, closeFinding, findingFaults, newFinding, reopenFinding } from './refuse.ts';
import { nextStep, stateOf } from './state.ts';

function on(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}

const TODAY = on('2026-06-15');
const FOUND: Finding = {
  kind: 'minor',
  source: 'internal_audit',
  where: 'IA-1',
  found_on: on('2026-05-01'),
  found_by: 'Ada',
  statement: 'Two of nine leavers kept their access for a week.',
  requirements: ['iso27001:2022/A.5.18'],
  controls: [],
  evidence: [],
  owner: 'Ben',
  correction: null,
  consequences: null,
  cause: null,
  similar: null,
  action: null,
  effectiveness: null,
  system_change: null,
  exception: null,
  terms: DEFAULT_TERMS,
  closed: null,
  reopened: [],
};
const ACTION = {
  what: 'The leaver list opens a ticket by itself.',
  owner: 'Ben',
  due: on('2026-06-01'),
  planned: on('2026-05-10'),
  done: on('2026-05-28'),
};
const SAID = { verdict: 'effective', on: on('2026-06-10'), by: 'Ada', because: 'no leaver since' } as const;
const WHOLE: Finding = {
  ...FOUND,
  correction: { what: 'The two accounts were closed.', on: on('2026-05-02') },
  consequences: 'The log shows no sign-in.',
  cause: 'Nobody tells IT when a contractor leaves.',
  similar: { looked: 'All leavers of the year.', found: [] },
  action: ACTION,
  effectiveness: { due: on('2026-06-12'), said: SAID },
  system_change: 'The leaver procedure names contractors.',
};
const EXCEPTION: Finding = {
  ...WHOLE,
  kind: 'exception',
  source: 'examiner',
  controls: ['C-07'],
  exception: { deviations: 2, sample: 25, population: 90, response: 'We have closed both accounts.' },
};
const WORD = { on: TODAY, by: 'Ada', because: 'It holds.' };

const pointers = (finding: Partial<Finding>) =>
  findingFaults({ ...WHOLE, ...finding }, TODAY).map(({ pointer }) => pointer);
const clock = (finding: Finding, name: string, today = TODAY) =>
  clocksOf(finding, today).find((each) => each.name === name);

test('the state is the last step that is done with all before it', () => {
  const steps: readonly (readonly [Partial<Finding>, string])[] = [
    [{}, 'open'],
    [{ correction: WHOLE.correction }, 'contained'],
    [{ cause: WHOLE.cause }, 'cause_known'],
    [{ action: { ...ACTION, done: null } }, 'action_planned'],
    [{ action: ACTION }, 'action_done'],
    [{ effectiveness: WHOLE.effectiveness }, 'verified'],
    [{ closed: WORD }, 'closed'],
  ];
  let finding = FOUND;
  for (const [more, state] of steps) {
    finding = { ...finding, ...more };
    expect(stateOf(finding)).toBe(state);
  }
});

test('a step that was left out keeps a nonconformity where it is, and an observation owes none', () => {
  expect(stateOf({ ...WHOLE, cause: null })).toBe('contained');
  expect(nextStep({ ...WHOLE, cause: null })).toBe('cause_known');
  expect(stateOf({ ...WHOLE, action: { ...ACTION, owner: null } })).toBe('cause_known');
  const observation: Finding = { ...FOUND, kind: 'observation', action: { ...ACTION, done: null } };
  expect([stateOf(observation), nextStep(observation)]).toEqual(['action_planned', undefined]);
});

test('an action that did not help is no action: the finding is back at its cause', () => {
  const failed: Finding = {
    ...WHOLE,
    effectiveness: { due: on('2026-06-12'), said: { ...SAID, verdict: 'not_effective' } },
  };
  expect([stateOf(failed), nextStep(failed)]).toEqual(['cause_known', 'action_planned']);
  expect(closeFinding(failed, WORD)).toMatchObject({
    error: { code: 'finding.not_verified', missing: expect.stringContaining('another action') },
  });
  const again = changeFinding(failed, { action: { ...ACTION, what: 'HR closes it.', done: null } }, TODAY);
  expect(again.ok && [stateOf(again.value), again.value.effectiveness]).toEqual(['action_planned', null]);
});

test.each([
  [{ correction: null }, 'what was done at once to correct it'],
  [{ cause: null }, 'its cause'],
  [{ action: null, effectiveness: null }, 'an action with owner and date'],
  [{ action: { ...ACTION, done: null }, effectiveness: null }, 'the day on which the action was done'],
  [{ effectiveness: null }, 'a review that found the action effective'],
  [{ consequences: null }, 'how its consequences were dealt with'],
  [{ similar: null }, 'where similar cases were looked for'],
  [{ system_change: null }, 'the change to the management system, or why none is needed'],
] satisfies readonly (readonly [Partial<Finding>, string])[])(
  'a nonconformity is not closed while %j: one reason',
  (lacks, missing) => {
    expect(closeFinding({ ...WHOLE, ...lacks }, WORD)).toEqual({
      ok: false,
      error: { code: 'finding.not_verified', missing },
    });
  },
);

test('what is verified is closed, once; an observation at any time; an exception with its response', () => {
  const closed = closeFinding(WHOLE, WORD);
  expect(closed.ok && closed.value.closed).toEqual(WORD);
  expect(closed.ok && closeFinding(closed.value, WORD)).toEqual({
    ok: false,
    error: { code: 'finding.closed' },
  });
  expect(closeFinding({ ...FOUND, kind: 'opportunity' }, WORD).ok).toBe(true);
  expect(closeFinding(EXCEPTION, WORD).ok).toBe(true);
  const silent = { deviations: 2, sample: 25, population: null, response: null };
  expect(closeFinding({ ...EXCEPTION, exception: silent }, WORD)).toMatchObject({
    error: { missing: 'the response of management' },
  });
});

test('a closed finding does not change; opened again it has to be verified anew and says why', () => {
  const closed: Finding = { ...WHOLE, closed: WORD };
  expect(changeFinding(closed, { cause: 'another' }, TODAY)).toMatchObject({
    error: { code: 'finding.closed' },
  });
  const again = reopenFinding(closed, { ...WORD, because: 'It happened again.' });
  expect(again.ok && [stateOf(again.value), again.value.reopened.length]).toEqual(['action_done', 1]);
  expect(reopenFinding(WHOLE, WORD)).toMatchObject({ error: { code: 'finding.not_closed' } });
});

test('each fault of a record has its place', () => {
  const tomorrow = on('2026-06-16');
  expect(pointers({})).toEqual([]);
  expect(pointers({ requirements: [] })).toEqual(['/requirements']);
  expect(pointers({ exception: EXCEPTION.exception })).toEqual(['/exception']);
  expect(pointers({ kind: 'exception' })).toEqual(['/controls', '/exception']);
  expect(pointers({ found_on: tomorrow })).toContain('/found_on');
  expect(pointers({ correction: { what: 'x', on: tomorrow } })).toEqual(['/correction/on']);
  expect(pointers({ action: { ...ACTION, done: tomorrow } })).toContain('/action/done');
  expect(pointers({ action: { ...ACTION, done: null } })).toEqual(['/effectiveness/said']);
  expect(pointers({ action: { ...ACTION, due: on('2026-04-01') } })).toEqual(['/action/due']);
  expect(pointers({ action: { ...ACTION, done: on('2026-04-01') } })).toEqual(['/action/done']);
  expect(pointers({ effectiveness: { due: TODAY, said: { ...SAID, on: on('2026-05-01') } } })).toEqual([
    '/effectiveness/said/on',
  ]);
});

test('a sample that cannot be is refused', () => {
  const of = (deviations: number, sample: number, population: number | null) =>
    findingFaults({ ...EXCEPTION, exception: { deviations, sample, population, response: null } }, TODAY).map(
      ({ pointer }) => pointer,
    );
  expect(of(1, 25, null)).toEqual([]);
  expect(of(0, 25, 90)).toEqual(['/exception/deviations']);
  expect(of(26, 25, 90)).toEqual(['/exception/deviations']);
  expect(of(1, 25, 24)).toEqual(['/exception/population']);
});

test('a minor may turn out major; nothing becomes another kind', () => {
  expect(changeFinding(FOUND, { kind: 'major' }, TODAY).ok).toBe(true);
  expect(changeFinding(FOUND, { kind: 'observation' }, TODAY)).toMatchObject({
    error: { code: 'finding.invalid', faults: [{ pointer: '/kind' }] },
  });
});

test('the day of the plan is noted when the action has owner and date', () => {
  const bare = { ...ACTION, planned: null, done: null };
  const made = newFinding({ ...FOUND, action: bare }, TODAY);
  expect(made.ok && made.value.action?.planned).toBe(TODAY);
  const half = newFinding({ ...FOUND, action: { ...bare, owner: null } }, TODAY);
  expect(half.ok && half.value.action?.planned).toBe(null);
});

test('clocks run from the day it was found, by the table or by the terms of this finding', () => {
  expect(clock(FOUND, 'plan')).toMatchObject({ until: '2026-05-31', state: 'overdue', daysLeft: -15 });
  expect(clock(FOUND, 'plan', on('2026-05-31'))).toMatchObject({ state: 'due', daysLeft: 0 });
  expect(clock(FOUND, 'plan', on('2026-05-02'))?.state).toBe('running');
  expect(clock({ ...FOUND, terms: { ...DEFAULT_TERMS, plan_days: 60 } }, 'plan')?.until).toBe('2026-06-30');
  expect(clock(FOUND, 'evidence')).toBeUndefined();
  expect(clock({ ...FOUND, kind: 'major' }, 'evidence')?.until).toBe('2026-07-30');
  expect(clock(WHOLE, 'plan')?.state).toBe('met');
  expect(clock({ ...WHOLE, action: { ...ACTION, planned: on('2026-06-03') } }, 'plan')?.state).toBe(
    'met_late',
  );
});

test('a major of stage 2 has six months, to the end of a shorter month', () => {
  const major: Finding = {
    ...FOUND,
    kind: 'major',
    source: 'certification_body',
    terms: { ...DEFAULT_TERMS, stage2_ended: on('2026-08-31') },
  };
  expect(clock(major, 'second_stage2')?.until).toBe('2027-02-28');
  expect(clock({ ...major, source: 'internal_audit' }, 'second_stage2')).toBeUndefined();
});

test('nothing waits for an observation that was closed without an action', () => {
  const closed: Finding = { ...FOUND, kind: 'observation', action: { ...ACTION, done: null }, closed: WORD };
  expect(clocksOf(closed, TODAY)).toEqual([]);
  expect(isOverdue({ ...closed, closed: null }, TODAY)).toBe(true);
});

test.each([
  ['finding.major_without_cause', { kind: 'major' }, { kind: 'major', cause: 'Nobody knew.' }],
  ['finding.action_incomplete', { action: { ...ACTION, done: null, due: null } }, { action: ACTION }],
  [
    'finding.effectiveness_overdue',
    { effectiveness: { due: on('2026-06-14'), said: null } },
    { effectiveness: { due: TODAY, said: null } },
  ],
  ['finding.clock_overdue', {}, { found_on: on('2026-06-01') }],
  [
    'finding.not_effective',
    { effectiveness: { due: TODAY, said: { ...SAID, verdict: 'not_effective' } } },
    { effectiveness: { due: TODAY, said: SAID } },
  ],
  [
    'finding.exception_without_response',
    { kind: 'exception', exception: { deviations: 1, sample: 25, population: null, response: null } },
    { kind: 'exception', exception: EXCEPTION.exception },
  ],
] satisfies readonly (readonly [string, Partial<Finding>, Partial<Finding>])[])(
  '%s is said where it is so, and nowhere else',
  (code, red, green) => {
    const codes = (finding: Partial<Finding>) =>
      findingLints([{ id: 'NC-1', finding: { ...FOUND, ...finding } }], TODAY).map((each) => each.code);
    expect(codes(red)).toContain(code);
    expect(codes(green)).not.toContain(code);
    expect(codes({ ...red, closed: WORD })).toEqual([]);
  },
);

test('three open minors on one requirement may be a major', () => {
  const three = ['NC-1', 'NC-2', 'NC-3'].map((id) => ({ id, finding: FOUND }));
  const adding = (findings: typeof three) =>
    findingLints(findings, TODAY).filter(({ code }) => code === 'finding.minors_add_up');
  expect(adding(three)).toMatchObject([{ findings: ['NC-1', 'NC-2', 'NC-3'] }]);
  expect(adding(three.slice(1))).toEqual([]);
  expect(adding(three.with(0, { id: 'NC-1', finding: WHOLE }))).toEqual([]);
});
