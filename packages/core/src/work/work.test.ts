// My work: what asks is asked, once, in an order that does not depend on how it came; nothing asks without a reason.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Audit } from '../audits/index.ts';
import type { Control } from '../controls/index.ts';
import { DEFAULT_TERMS, type Finding } from '../findings/index.ts';
import { addDays } from '../kernel/index.ts';
import { isDigestDue } from './digest.ts';
import { inOrder, SHOWN_AT_ONCE, workOf } from './mine.ts';
import type { WorkState } from './state.ts';
import { TASK_KINDS, TASK_MINUTES, type Task, type TaskMark } from './task.ts';
import { openTasks } from './tasks.ts';
import { day, fact, instant, stateOf, today } from './testing/state.ts';
import { closingOf } from './typed.ts';

describe('what the state of data asks for', () => {
  it('asks to mend what fails, and says which checks', () => {
    const [task] = openTasks(
      stateOf({ controls: [{ code: 'C-01', kind: 'automated' }], failing: ['prowler:mfa'] }),
    );
    expect(task).toMatchObject({ id: 'fix_failing:C-01', place: { at: 'control', control: 'C-01' } });
    expect(task?.why).toBe('1 result fails (prowler:mfa), so C-01 fails in both frameworks.');
  });

  it.each([
    ['performed so long ago that a fortnight is left', '2026-03-07', undefined, '2026-06-15'],
    ['by its own rule, shorter than the control’s', '2026-05-01', 40, '2026-06-10'],
    ['too old already', '2026-01-01', undefined, '2026-04-11'],
  ])('asks for newer evidence %s', (...given) => {
    const [, performedAt, freshnessDays, until] = given;
    const evidence = [
      { code: 'E-1', control: 'C-01', performedAt, ...(freshnessDays ? { freshnessDays } : {}) },
    ];
    const tasks = openTasks(stateOf({ controls: [{ code: 'C-01' }], evidence }));
    expect(tasks.map(({ id, until: by }) => [id, by])).toEqual([['renew_evidence:C-01', until]]);
  });

  it('asks nothing of a control that is proved for longer, that is only planned, or that nobody adopted', () => {
    const evidence = [{ code: 'E-1', control: 'C-01', performedAt: '2026-05-20' }];
    expect(
      openTasks(
        stateOf({
          controls: [
            { code: 'C-01' },
            { code: 'C-02', state: 'planned' },
            { code: 'C-03', state: 'undecided' },
          ],
          evidence,
        }),
      ),
    ).toEqual([]);
  });

  it('asks for evidence where nothing shows a control, with what good evidence looks like', () => {
    const [task] = openTasks(stateOf({ controls: [{ code: 'C-01' }] }));
    expect(task).toMatchObject({ id: 'give_evidence:C-01', example: { good: 'good', bad: 'bad' } });
  });

  it('closes every task when its reason goes, and by nothing else', () => {
    const full: WorkState = {
      ...stateOf({ controls: [{ code: 'C-01' }, { code: 'C-02', state: 'planned' }] }),
      toReview: [
        { code: 'E-9', title: 'a', controls: ['C-01'], receivedAt: instant('2026-05-31T10:00:00Z') },
      ],
      imports: [
        {
          id: 'imp_1',
          filename: 'f',
          results: 3,
          state: 'pending',
          createdAt: instant('2026-05-31T10:00:00Z'),
        },
      ],
      unmapped: [{ scanner: 'trivy', checks: 2, results: 9 }],
      occurrences: [
        { control: 'C-02', scope: 'aws', state: 'due', due: today, graceUntil: addDays(today, 3) },
        {
          control: 'C-02',
          scope: '',
          state: 'missed',
          due: addDays(today, -9),
          graceUntil: addDays(today, -2),
        },
      ],
      expiring: [{ what: 'exclusion', id: 'x', control: 'C-01', until: addDays(today, 5), reason: 'a move' }],
      planned: [{ plan: 'P-1', control: 'C-01', act: 'Hold the review', by: addDays(today, 8) }],
    };
    const ids = openTasks(full).map((task) => task.id);
    expect(ids.toSorted()).toEqual([
      'commit_import:imp_1',
      'expiring:C-01:x',
      'give_evidence:C-01',
      'make_up:C-02:@2026-05-23',
      'map_checks:trivy',
      'perform:C-02:aws@2026-06-01',
      'planned:C-01:P-1@2026-06-09',
      'review_evidence:E-9',
    ]);
    for (const part of ['toReview', 'imports', 'unmapped', 'occurrences', 'expiring', 'planned'] as const)
      expect(openTasks({ ...full, [part]: [] }).length).toBe(ids.length - full[part].length);
  });

  it('asks once of a control that is due: its evidence comes with performing it', () => {
    const quiet = stateOf({ controls: [{ code: 'C-01' }] });
    const due = { control: 'C-01', scope: '', state: 'due' as const, due: today, graceUntil: today };
    expect(openTasks({ ...quiet, occurrences: [due] }).map(({ id }) => id)).toEqual([
      'perform:C-01:@2026-06-01',
    ]);
  });

  it('does not ask about what ends later than a month from now', () => {
    const expiring = [
      { what: 'exclusion' as const, id: 'x', control: 'C-01', until: addDays(today, 31), reason: 'a move' },
    ];
    const quiet = stateOf({ controls: [{ code: 'C-01', state: 'planned' }] });
    expect(openTasks({ ...quiet, expiring })).toEqual([]);
  });
});

describe('a typed task', () => {
  const task = {
    id: 'T-1',
    title: 'Send the report',
    control: 'C-01',
    owner: 'founder' as const,
    due: undefined,
    by: 'Ines',
    addedAt: instant('2026-05-20T08:00:00Z'),
    done: undefined,
  };
  const closes = (performedAt: string, receivedAt: string, review: 'accepted' | 'pending' = 'accepted') =>
    closingOf(task, [
      {
        ...fact({ code: 'E-1', control: 'C-01', performedAt }),
        review,
        times: { performedAt: day(performedAt), receivedAt: instant(receivedAt) },
      },
    ])?.by;
  it.each([
    ['accepted evidence of that day closes it', '2026-05-20', '2026-05-20T09:00:00Z', 'evidence'],
    ['evidence of the day before does not', '2026-05-19', '2026-05-21T09:00:00Z', undefined],
    ['evidence that lay there before does not', '2026-05-20', '2026-05-20T07:00:00Z', undefined],
  ])('%s', (...given) => {
    const [, performed, received, by] = given;
    expect(closes(performed, received)).toBe(by);
  });
  it('is not closed by evidence that nobody accepted', () => {
    expect(closes('2026-05-21', '2026-05-21T09:00:00Z', 'pending')).toBeUndefined();
  });
  it('closes by hand with its reason', () => {
    const done = { because: 'sent by post', by: 'Ines', at: instant('2026-05-22T08:00:00Z') };
    expect(closingOf({ ...task, done }, [])).toEqual({ by: 'hand', because: 'sent by post', who: 'Ines' });
  });
});

describe('my work', () => {
  const OWNERS: readonly Control['ownerRole'][] = ['founder', 'security_lead', 'it_admin'];
  const tasks = fc.uniqueArray(
    fc.record({
      n: fc.nat(999),
      kind: fc.constantFrom(...TASK_KINDS),
      owner: fc.constantFrom(...OWNERS),
      days: fc.option(fc.integer({ min: -40, max: 60 }), { nil: undefined }),
    }),
    { selector: ({ n, kind }) => `${kind}${n}`, maxLength: 40 },
  );
  const marks = fc.dictionary(fc.nat(40).map(String), fc.integer({ min: -3, max: 3 }));

  test('shows seven at most, loses nothing, and comes out the same however the tasks came', () => {
    fc.assert(
      fc.property(tasks, marks, fc.subarray([...OWNERS]), (drawn, snoozes, roles) => {
        const all = drawn.map(taskOf);
        const said = new Map<string, TaskMark>(
          all.flatMap(({ id }, i): [string, TaskMark][] => {
            const days = snoozes[String(i)];
            return days === undefined
              ? []
              : [[id, { snoozed: { until: addDays(today, days), because: 'later', by: 'Ines' } }]];
          }),
        );
        const work = workOf(all, said, { roles, today });
        expect(work.shown.length).toBeLessThanOrEqual(SHOWN_AT_ONCE);
        const mine = all.filter(({ owner }) => roles.length === 0 || roles.includes(owner));
        const told = [...work.shown, ...work.rest, ...work.snoozed].map(({ id }) => id);
        expect(told.toSorted()).toEqual(mine.map(({ id }) => id).toSorted());
        if (work.rest.length > 0) expect(work.shown.length).toBe(SHOWN_AT_ONCE);
        expect(workOf(all.toReversed(), said, { roles, today })).toEqual(work);
      }),
    );
  });

  test('never puts what is in time before what is overdue', () => {
    fc.assert(
      fc.property(tasks, (drawn) => {
        const late = inOrder(drawn.map(taskOf), today).map(
          ({ until }) => until !== undefined && until < today,
        );
        expect(late).toEqual(late.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('moves a task that was handed on to whom it was handed', () => {
    const task = taskOf({ n: 1, kind: 'typed', owner: 'founder', days: undefined });
    const handed = new Map<string, TaskMark>([[task.id, { handedTo: 'it_admin' }]]);
    expect(workOf([task], handed, { roles: ['founder'], today }).shown).toEqual([]);
    expect(workOf([task], handed, { roles: ['it_admin'], today }).shown).toHaveLength(1);
  });

  it('brings a snoozed task back on the day that was named', () => {
    const task = taskOf({ n: 1, kind: 'typed', owner: 'founder', days: undefined });
    const asleep = (until: string) =>
      new Map([[task.id, { snoozed: { until: day(until), because: 'later', by: 'Ines' } }]]);
    expect(workOf([task], asleep('2026-06-02'), { roles: [], today }).snoozed).toHaveLength(1);
    expect(workOf([task], asleep('2026-06-01'), { roles: [], today }).shown).toHaveLength(1);
  });
});

describe('findings and audits', () => {
  const NOTHING = stateOf({ controls: [{ code: 'C-01' }, { code: 'C-02', state: 'planned' }] });
  const quiet: WorkState = { ...NOTHING, controls: [] };
  const asked = (finding: Partial<Finding>, state: WorkState = quiet) =>
    openTasks({ ...state, findings: [{ id: 'NC-1', finding: { ...FOUND, ...finding } }] });

  it.each([
    ['the correction', {}, 'respond:NC-1:contained', '2026-05-31'],
    ['the cause', { correction: CORRECTION }, 'respond:NC-1:cause_known', '2026-05-31'],
    ['the plan', { correction: CORRECTION, cause: 'x' }, 'respond:NC-1:action_planned', '2026-05-31'],
    [
      'the action, by its own day',
      { correction: CORRECTION, cause: 'x', action: ACTION },
      'respond:NC-1:action_done',
      '2026-06-20',
    ],
    [
      'the look at its effect, on the day that was named',
      {
        correction: CORRECTION,
        cause: 'x',
        action: { ...ACTION, done: day('2026-05-30') },
        effectiveness: { due: day('2026-08-01'), said: null },
      },
      'respond:NC-1:verified',
      '2026-08-01',
    ],
  ] as const)('ask for %s of a nonconformity', (...given) => {
    const [, record, id, until] = given;
    expect(asked(record).map((task) => [task.id, task.until])).toEqual([[id, until]]);
  });

  it('ask for what closes it, name who answers, and are silent once it is closed', () => {
    const done = { ...ACTION, done: day('2026-05-30') };
    const said = { verdict: 'effective' as const, on: day('2026-05-31'), by: 'Ada', because: 'no leaver' };
    const verified = {
      correction: CORRECTION,
      cause: 'x',
      action: done,
      effectiveness: { due: day('2026-06-05'), said },
    };
    expect(asked(verified)[0]).toMatchObject({ id: 'respond:NC-1:record', person: 'Ben' });
    const whole = { consequences: 'none', similar: { looked: 'all', found: [] }, system_change: 'none' };
    expect(asked({ ...verified, ...whole })[0]).toMatchObject({ id: 'respond:NC-1:close' });
    const closed = { on: today, by: 'Ada', because: 'it holds' };
    expect(asked({ ...verified, ...whole, closed })).toEqual([]);
  });

  it('ask nothing of an observation but what was promised', () => {
    expect(asked({ kind: 'observation' })).toEqual([]);
    expect(asked({ kind: 'observation', action: ACTION })[0]?.id).toBe('respond:NC-1:action_done');
  });

  it('go to the role of whoever is named, and are theirs by name', () => {
    const state: WorkState = {
      ...NOTHING,
      posture: quiet.posture,
      controls: NOTHING.controls.map((each) => ({ ...each, ownerRole: 'it_admin' })),
      states: new Map([
        [
          'C-02',
          {
            state: 'adopted',
            implementation: 'planned',
            owner: 'ben',
            since: instant('2025-01-01T00:00:00Z'),
          },
        ],
      ]),
    };
    const tasks = asked({}, state).filter(({ kind }) => kind === 'respond');
    expect(tasks[0]?.owner).toBe('it_admin');
    const of = (name: string) => workOf(tasks, new Map(), { roles: ['founder'], today, name }).shown.length;
    expect([of('Ben'), of('Ada')]).toEqual([1, 0]);
  });

  it('ask the auditor for the lines from a month before, then for the report', () => {
    const lines = (said: Audit['lines'][number]['said']): Audit['lines'] => [{ requirement: REF, said }];
    const audits = (audit: Partial<Audit>) =>
      openTasks({ ...quiet, audits: [{ id: 'IA-1', audit: { ...AUDIT, ...audit } }] });
    expect(audits({ from: addDays(today, 31), to: addDays(today, 33) })).toEqual([]);
    expect(audits({})[0]).toMatchObject({ id: 'audit:IA-1:lines', person: 'Cleo', until: AUDIT.to });
    const said = { result: 'conforms' as const, note: 'seen', evidence: [], findings: [], on: today };
    expect(audits({ lines: lines(said) })[0]).toMatchObject({ id: 'audit:IA-1:report' });
    const report = { summary: 'x', to: 'Board', on: today };
    expect(audits({ lines: lines(said), report })).toEqual([]);
  });
});

describe('a digest', () => {
  it.each([
    ['none', undefined, false],
    ['daily', undefined, true],
    ['daily', '2026-06-01', false],
    ['daily', '2026-05-31', true],
    ['weekly', '2026-05-26', false],
    ['weekly', '2026-05-25', true],
  ] as const)('%s after %s', (rhythm, last, due) => {
    expect(isDigestDue(rhythm, last === undefined ? undefined : day(last), today)).toBe(due);
  });
});

const REF = 'iso27001:2022/A.5.18' as const;
const CORRECTION = { what: 'closed', on: day('2026-05-02') };
const ACTION = {
  what: 'a ticket',
  owner: 'Ben',
  due: day('2026-06-20'),
  planned: day('2026-05-10'),
  done: null,
};
const FOUND: Finding = {
  kind: 'minor',
  source: 'internal_audit',
  where: 'IA-1',
  found_on: day('2026-05-01'),
  found_by: 'Ada',
  statement: 'Two leavers kept their access.',
  requirements: [REF],
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
const AUDIT: Audit = {
  title: 'Access',
  from: addDays(today, 10),
  to: addDays(today, 12),
  criteria: 'the policy',
  auditor: 'Cleo',
  lines: [{ requirement: REF, said: null }],
  report: null,
};

function taskOf(given: {
  readonly n: number;
  readonly kind: Task['kind'];
  readonly owner: Control['ownerRole'];
  readonly days: number | undefined;
}): Task {
  return {
    id: `${given.kind}:${given.n}`,
    kind: given.kind,
    title: 'a',
    why: 'b',
    closes: 'c',
    example: undefined,
    control: undefined,
    owner: given.owner,
    person: undefined,
    until: given.days === undefined ? undefined : addDays(today, given.days),
    minutes: TASK_MINUTES[given.kind],
    place: { at: 'work' },
  };
}
