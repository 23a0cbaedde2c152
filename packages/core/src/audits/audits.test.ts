import { expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import {
  auditOverdue,
  auditState,
  lineCounts,
  ownWork,
  programmeEnds,
  type Audit,
  type LineSaid,
} from './audit.ts';
import { auditCoverage, programmeYears } from './coverage.ts';
import {
  changeAudit,
  planAudit,
  reportAudit,
  sayResult as sayWord,
  takeBack,
  type Withdrawal,
} from './decide.ts';

function on(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}

const TODAY = on('2026-06-15');
const ACCESS = 'iso27001:2022/A.5.15';
const LEAVERS = 'iso27001:2022/A.5.18';
const CONTROLS = [
  { code: 'C-07', owner: 'Ada  Stone', answers: [ACCESS] },
  { code: 'C-08', owner: 'Ben', answers: [LEAVERS] },
  { code: 'C-09', owner: undefined, answers: [ACCESS] },
] as const;
const PLAN = {
  title: 'Access',
  from: on('2026-06-01'),
  to: on('2026-06-03'),
  criteria: 'Access policy 1.2',
  auditor: 'Cleo',
  scope: [ACCESS, LEAVERS],
} as const;
const SAW = { result: 'conforms', note: 'Nine of nine.', evidence: [], findings: [], on: TODAY } as const;
const REPORT = { summary: 'Two lines, no finding.', to: 'Board', on: TODAY };

function planned(): Audit {
  const made = planAudit(PLAN, CONTROLS);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const SAME: Withdrawal = { because: '', by: 'Cleo', until: TODAY, open: [] };

function sayResult(audit: Audit, requirement: `${string}/${string}`, said: LineSaid & Partial<Withdrawal>) {
  const { because = '', by = 'Cleo', until = TODAY, open = [], ...rest } = said;
  return sayWord(audit, requirement, { said: rest, instead: { because, by, until, open } });
}

function seen(audit: Audit, requirement: `${string}/${string}`): Audit {
  const said = sayResult(audit, requirement, SAW);
  if (!said.ok) throw new Error(said.error.code);
  return said.value;
}

test('a planned audit has a line for each requirement of its scope', () => {
  expect([auditState(planned()), planned().lines]).toEqual([
    'planned',
    [
      { requirement: ACCESS, said: null },
      { requirement: LEAVERS, said: null },
    ],
  ]);
});

test('nobody audits their own work, however their name is written; the controls are named', () => {
  expect(planAudit({ ...PLAN, auditor: ' ada stone ' }, CONTROLS)).toEqual({
    ok: false,
    error: { code: 'audit.not_independent', controls: ['C-07'] },
  });
  expect(planAudit({ ...PLAN, auditor: 'Ada Stone', scope: [LEAVERS] }, CONTROLS).ok).toBe(true);
  expect(changeAudit(planned(), { auditor: 'Ben' }, CONTROLS)).toMatchObject({
    error: { code: 'audit.not_independent', controls: ['C-08'] },
  });
  expect(ownWork('Ada Stone', [ACCESS], CONTROLS)).toEqual(['C-07']);
});

test('a plan without scope, with a line twice or that ends before it begins is refused', () => {
  const faults = (change: object) => {
    const made = planAudit({ ...PLAN, ...change }, CONTROLS);
    return made.ok || made.error.code !== 'audit.invalid'
      ? []
      : made.error.faults.map((each) => each.pointer);
  };
  expect(faults({})).toEqual([]);
  expect(faults({ scope: [] })).toEqual(['/scope']);
  expect(faults({ scope: [ACCESS, ACCESS] })).toEqual(['/scope']);
  expect(faults({ to: on('2026-05-01') })).toEqual(['/to']);
});

test('a line that was audited stays in the scope with what was seen', () => {
  const audit = seen(planned(), ACCESS);
  expect(auditState(audit)).toBe('under_way');
  expect(changeAudit(audit, { scope: [LEAVERS] }, CONTROLS)).toMatchObject({
    error: { code: 'audit.invalid', faults: [{ pointer: '/scope' }] },
  });
  const wider = changeAudit(audit, { scope: [LEAVERS, ACCESS, 'iso27001:2022/9.2.1'] }, CONTROLS);
  expect(wider.ok && wider.value.lines.map(({ said }) => said !== null)).toEqual([false, true, false]);
});

test('a result is of a line, says what was looked at, and is a finding only with one', () => {
  const audit = planned();
  expect(sayResult(audit, 'iso27001:2022/9.3.1', SAW)).toMatchObject({
    error: { code: 'audit.line_not_found' },
  });
  expect(sayResult(audit, ACCESS, { ...SAW, note: '' })).toMatchObject({ error: { code: 'audit.invalid' } });
  expect(sayResult(audit, ACCESS, { ...SAW, result: 'finding' })).toMatchObject({
    error: { faults: [{ pointer: '/result' }] },
  });
  const found = sayResult(audit, ACCESS, { ...SAW, result: 'finding', findings: ['NC-1', 'NC-2'] });
  // NC-2 is closed: only what is open keeps another result from being said.
  expect(found.ok && sayResult(found.value, ACCESS, { ...SAW, open: ['NC-1'] })).toMatchObject({
    error: {
      faults: [{ pointer: '/result', message: 'NC-1 came of it; close that with its reason first' }],
    },
  });
});

test('what was said is taken back with its reason, which stays with it, and not while its finding is open', () => {
  const audit = planned();
  expect(takeBack(audit, ACCESS, SAME)).toMatchObject({ error: { code: 'audit.invalid' } });
  const found = sayResult(audit, ACCESS, { ...SAW, result: 'finding', findings: ['NC-1'] });
  if (!found.ok) throw new Error(found.error.code);
  const why = { ...SAME, because: 'It was another system.' };
  expect(takeBack(found.value, ACCESS, { ...why, open: ['NC-1'] })).toMatchObject({
    error: { faults: [{ message: 'NC-1 came of it; close that with its reason first' }] },
  });
  const back = takeBack(found.value, ACCESS, why);
  expect(back.ok && back.value.lines[0]).toEqual({
    requirement: ACCESS,
    said: null,
    taken_back: [
      {
        ...SAW,
        result: 'finding',
        findings: ['NC-1'],
        because: 'It was another system.',
        by: 'Cleo',
        until: TODAY,
      },
    ],
  });
  expect(back.ok && auditState(back.value)).toBe('planned');
});

test('another result than the one before needs the reason, the same result anew does not', () => {
  const audit = seen(planned(), ACCESS);
  const left = { ...SAW, result: 'not_audited', note: 'No time.' } as const;
  expect(sayResult(audit, ACCESS, left)).toMatchObject({ error: { faults: [{ pointer: '/because' }] } });
  const changed = sayResult(audit, ACCESS, { ...left, because: 'It was another line.' });
  expect(changed.ok && changed.value.lines[0]?.taken_back).toHaveLength(1);
  const same = sayResult(audit, ACCESS, { ...SAW, note: 'Ten of ten.' });
  expect(same.ok && same.value.lines[0]?.taken_back).toBeUndefined();
});

test('an audit is reported once every line says something, and never changes again', () => {
  const half = seen(planned(), ACCESS);
  expect(reportAudit(half, REPORT, TODAY)).toEqual({
    ok: false,
    error: { code: 'audit.unfinished', open: [LEAVERS] },
  });
  const whole = seen(half, LEAVERS);
  expect(reportAudit(whole, { ...REPORT, on: on('2026-06-16') }, TODAY)).toMatchObject({
    error: { faults: [{ pointer: '/on' }] },
  });
  const reported = reportAudit(whole, REPORT, TODAY);
  if (!reported.ok) throw new Error(reported.error.code);
  expect(auditState(reported.value)).toBe('reported');
  const gone = { error: { code: 'audit.reported' } };
  expect(reportAudit(reported.value, REPORT, TODAY)).toMatchObject(gone);
  expect(sayResult(reported.value, ACCESS, SAW)).toMatchObject(gone);
  expect(changeAudit(reported.value, { title: 'x' }, CONTROLS)).toMatchObject(gone);
});

test('coverage tells what is audited, planned and neither, within the three years alone', () => {
  const programme = {
    begins: on('2026-02-28'),
    frequency: 'yearly',
    methods: 'interviews',
    responsibilities: 'Cleo',
    reporting: 'Board',
  };
  expect(programmeEnds(programme)).toBe('2029-02-27');
  const third = 'iso27001:2022/9.2.1';
  const states = (from: string, audit = seen(planned(), ACCESS)) =>
    auditCoverage([ACCESS, LEAVERS, third], programme, [{ id: 'IA-1', audit: { ...audit, from: on(from) } }]);
  expect(states('2026-06-01').map(({ state }) => state)).toEqual(['audited', 'planned', 'unplanned']);
  expect(states('2029-02-28').map(({ state }) => state)).toEqual(['unplanned', 'unplanned', 'unplanned']);
  const left = sayResult(planned(), ACCESS, { ...SAW, result: 'not_audited', note: 'No time.' });
  expect(left.ok && states('2026-06-01', left.value)[0]?.state).toBe('unplanned');
});

test('the same year by year: a finding before what conforms, and a year of which no audit speaks is empty', () => {
  const programme = {
    begins: on('2026-02-28'),
    frequency: 'yearly',
    methods: 'interviews',
    responsibilities: 'Cleo',
    reporting: 'Board',
  };
  const found = sayResult(seen(planned(), ACCESS), LEAVERS, {
    ...SAW,
    result: 'finding',
    findings: ['NC-1'],
  });
  if (!found.ok) throw new Error(found.error.code);
  const audits = [
    { id: 'IA-1', audit: found.value },
    { id: 'IA-2', audit: { ...planned(), from: on('2027-02-28'), to: on('2027-03-01') } },
  ];
  expect(programmeYears(programme, audits)).toEqual([
    { year: 1, from: '2026-02-28', to: '2027-02-27', audits: ['IA-1'] },
    { year: 2, from: '2027-02-28', to: '2028-02-27', audits: ['IA-2'] },
    { year: 3, from: '2028-02-28', to: '2029-02-27', audits: [] },
  ]);
  const [access, leavers] = auditCoverage([ACCESS, LEAVERS], programme, audits);
  expect(access?.years.map(({ state }) => state)).toEqual(['audited', 'planned', 'none']);
  expect(leavers?.years[0]).toEqual({ state: 'finding', audits: ['IA-1'], findings: ['NC-1'] });
});

test('an audit is overdue once its last day is past without a report; its lines are counted once', () => {
  expect([auditOverdue(planned(), on('2026-06-03')), auditOverdue(planned(), on('2026-06-04'))]).toEqual([
    false,
    true,
  ]);
  expect(lineCounts(seen(planned(), ACCESS))).toEqual({
    lines: 2,
    said: 1,
    conforms: 1,
    finding: 0,
    not_audited: 0,
  });
});

test('an audit is not reported before it begins', () => {
  const whole = seen(seen(planned(), ACCESS), LEAVERS);
  expect(reportAudit(whole, { ...REPORT, on: on('2026-05-31') }, TODAY)).toMatchObject({
    error: { code: 'audit.invalid', faults: [{ pointer: '/on' }] },
  });
  expect(reportAudit(whole, { ...REPORT, on: on('2026-06-01') }, TODAY).ok).toBe(true);
});
