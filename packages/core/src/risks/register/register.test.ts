// What may be said of a risk and what may not, and how it stands on a day.
import { describe, expect, test } from 'vitest';
import { addDays, parsePlainDate, type PlainDate, type Result } from '../../kernel/index.ts';
import { acceptRisk, assessRisk, reviewRisk, treatRisk, type RiskFault } from './decide.ts';
import { DEFAULT_METHOD } from './defaults.ts';
import { riskMatrix } from './matrix.ts';
import { checkMethod } from '../method.ts';
import type { Assessed, Risk } from './risk.ts';
import { riskStanding } from './standing.ts';
import { risksTreated } from './treated.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}

const today = day('2026-03-10');
const method = { method: DEFAULT_METHOD, revision: 1 };
const around = { ...method, by: 'Ada', today, roles: undefined };
const NEW: Risk = {
  code: 'R-1',
  title: 'Customer data is read by a stranger',
  scenario: { view: 'event', event: 'A token leaks', consequence: 'Data of customers is copied' },
  properties: ['confidentiality'],
  category: 'access',
  owner: 'Ada',
  custom: {},
  assessments: [],
  treatment: undefined,
  acceptances: [],
  reviews: [],
  closed: undefined,
};

function must(result: Result<Risk, RiskFault>): Risk {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
const codeOf = (result: Result<Risk, RiskFault>): string => (result.ok ? 'ok' : result.error.code);

function assessed(risk: Risk, of: Assessed, at: readonly [number, number, PlainDate?]): Risk {
  const [likelihood, impact, on = today] = at;
  return must(assessRisk(risk, { of, likelihood, impact, justification: 'seen twice', on }, around));
}
const PLAN = {
  option: 'modify',
  plan: '',
  controls: ['C-45'],
  owner: 'Ada',
  due: day('2026-05-01'),
} as const;
const TAKEN = {
  by: 'Tomas',
  role: 'founder',
  reason: 'The rest costs more than it saves',
  conditions: '',
  on: today,
  until: day('2026-12-31'),
};
const high = assessed(NEW, 'inherent', [3, 3]);
const treated = must(treatRisk(high, PLAN, around));
const lowered = assessed(treated, 'current', [2, 3]);

describe('an assessment', () => {
  test('has its level looked up and keeps the version of the method', () => {
    expect(high.assessments).toMatchObject([{ of: 'inherent', level: 3, method: 1, by: 'Ada' }]);
  });

  test('is refused off the scale, of a day to come, and of what remains before what there was', () => {
    const one = { of: 'inherent', likelihood: 3, impact: 3, justification: 'x', on: today } as const;
    expect(codeOf(assessRisk(NEW, { ...one, likelihood: 5 }, around))).toBe('risk.off_scale');
    expect(codeOf(assessRisk(NEW, { ...one, impact: 2.5 }, around))).toBe('risk.off_scale');
    expect(codeOf(assessRisk(NEW, { ...one, on: day('2026-03-11') }, around))).toBe('risk.day');
    expect(codeOf(assessRisk(NEW, { ...one, of: 'current' }, around))).toBe('risk.not_assessed');
  });
});

describe('a treatment', () => {
  test('needs a level, controls to modify by, and none to retain', () => {
    expect(codeOf(treatRisk(NEW, PLAN, around))).toBe('risk.not_assessed');
    expect(codeOf(treatRisk(high, { ...PLAN, controls: [] }, around))).toBe('risk.treatment');
    expect(codeOf(treatRisk(high, { ...PLAN, option: 'retain' }, around))).toBe('risk.treatment');
  });
});

describe('an acceptance', () => {
  test('takes the level of the last assessment, never one that is typed in', () => {
    expect(must(acceptRisk(lowered, TAKEN, around)).acceptances).toMatchObject([
      { level: 3, acceptable: 1, by: 'Tomas', role: 'founder', recordedBy: 'Ada' },
    ]);
  });

  test('waits for a re-assessment once a treatment is chosen', () => {
    expect(codeOf(acceptRisk(treated, TAKEN, around))).toBe('risk.not_reassessed');
    expect(codeOf(acceptRisk(NEW, TAKEN, around))).toBe('risk.not_assessed');
    expect(codeOf(acceptRisk(high, TAKEN, around))).toBe('ok');
  });

  test('is refused to whom the method gives no authority for that level', () => {
    const result = acceptRisk(lowered, { ...TAKEN, role: 'security_lead' }, around);
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'risk.no_authority',
        detail: 'The method lets only founder accept a risk that is high.',
      },
    });
    const worst = assessed(NEW, 'inherent', [4, 4]);
    expect(codeOf(acceptRisk(worst, TAKEN, around))).toBe('risk.no_authority');
  });

  test('is refused to whom the approved roles do not name, and left to the method where none are kept', () => {
    const roles = { kept: ['founder', 'security_lead'], held: ['security_lead'] };
    expect(acceptRisk(lowered, TAKEN, { ...around, roles })).toMatchObject({
      error: { code: 'risk.no_authority', pointer: '/by' },
    });
    expect(codeOf(acceptRisk(lowered, TAKEN, { ...around, roles: { ...roles, held: ['founder'] } }))).toBe(
      'ok',
    );
    expect(codeOf(acceptRisk(lowered, TAKEN, { ...around, roles: { kept: [], held: [] } }))).toBe('ok');
  });

  test('ends after it begins, and within twelve months', () => {
    expect(codeOf(acceptRisk(lowered, { ...TAKEN, until: today }, around))).toBe('risk.day');
    expect(codeOf(acceptRisk(lowered, { ...TAKEN, until: day('2027-03-11') }, around))).toBe('ok');
    expect(codeOf(acceptRisk(lowered, { ...TAKEN, until: day('2027-03-12') }, around))).toBe(
      'risk.acceptance_too_long',
    );
  });
});

describe('a review', () => {
  const said = { outcome: 'still_valid', note: 'nothing new', on: today, next: day('2026-09-10') } as const;
  test('names a later day, and rescoring needs a new assessment', () => {
    expect(codeOf(reviewRisk(high, { ...said, next: today }, around))).toBe('risk.day');
    expect(codeOf(reviewRisk(high, said, around))).toBe('ok');
    const early = assessed(NEW, 'inherent', [3, 3, day('2026-01-01')]);
    const looked = must(reviewRisk(early, said, around));
    expect(codeOf(reviewRisk(looked, { ...said, outcome: 'rescored', on: today }, around))).toBe(
      'risk.not_reassessed',
    );
  });

  test('of a closed risk is refused, as is all else', () => {
    const closed = { ...high, closed: { because: 'product retired', on: today, by: 'Ada' } };
    for (const result of [
      reviewRisk(closed, said, around),
      treatRisk(closed, PLAN, around),
      acceptRisk(closed, TAKEN, around),
      assessRisk(closed, { of: 'current', likelihood: 0, impact: 0, justification: '', on: today }, around),
    ])
      expect(codeOf(result)).toBe('risk.closed');
  });
});

describe('a risk stands', () => {
  const on = (risk: Risk, at = today) => riskStanding(risk, { ...method, today: at });
  const codes = (risk: Risk, at = today) => on(risk, at).lints.map(({ code }) => code);

  test('unassessed, open, treated, accepted or acceptable', () => {
    expect(on(NEW).state).toBe('unassessed');
    expect(on(high).state).toBe('open');
    expect(on(treated).state).toBe('treated');
    expect(on(must(acceptRisk(lowered, TAKEN, around))).state).toBe('accepted');
    expect(on(assessed(treated, 'current', [0, 0])).state).toBe('acceptable');
  });

  test('no longer accepted once the acceptance has ended or the risk has grown', () => {
    const taken = must(acceptRisk(lowered, TAKEN, around));
    expect(on(taken, day('2026-12-30')).state).toBe('accepted');
    expect([on(taken, TAKEN.until).state, codes(taken, TAKEN.until)]).toEqual([
      'treated',
      ['risk.acceptance_expired', 'risk.treatment_overdue'],
    ]);
    expect(on(assessed(taken, 'current', [4, 4])).state).toBe('treated');
  });

  test('with a lint for each thing that an auditor would find, and none where all is said', () => {
    expect(codes(lowered)).toEqual([]);
    expect(codes(NEW)).toEqual(['risk.unassessed']);
    expect(codes({ ...high, owner: undefined })).toEqual(['risk.untreated', 'risk.no_owner']);
    expect(codes(must(treatRisk(high, { ...PLAN, option: 'retain', controls: [] }, around)))).toEqual([
      'risk.retained_unaccepted',
    ]);
    expect(codes(must(treatRisk(high, { ...PLAN, owner: undefined, due: undefined }, around)))).toEqual([
      'risk.treatment_unowned',
      'risk.treatment_undated',
    ]);
    expect(codes(treated, day('2026-05-02'))).toEqual(['risk.treatment_overdue']);
    const reviewed = must(
      reviewRisk(lowered, { outcome: 'changed', note: '', on: today, next: day('2026-04-01') }, around),
    );
    expect(codes(reviewed, day('2026-04-01'))).toEqual([]);
    expect(codes(reviewed, day('2026-04-02'))).toEqual(['risk.review_overdue']);
    expect(lowered.reviews).toEqual([]);
    const { reviewDue } = riskStanding(lowered, { ...method, today });
    if (!reviewDue) throw new Error('what was never looked at again is due, too');
    expect(codes(lowered, reviewDue)).not.toContain('risk.review_overdue');
    expect(codes(lowered, addDays(reviewDue, 1))).toContain('risk.review_overdue');
  });

  test('by the version of the method that it was assessed by, where the next one measures otherwise', () => {
    const stricter = { method: { ...DEFAULT_METHOD, acceptable: 0 }, revision: 2 };
    const coarser = {
      method: { ...DEFAULT_METHOD, levels: DEFAULT_METHOD.levels.slice(0, 4), acceptable: 3 },
      revision: 3,
    };
    const earlier = new Map([[1, DEFAULT_METHOD]]);
    const low = assessed(treated, 'current', [0, 4]);
    const standing = (next: typeof stricter) => {
      const { state, by, lints } = riskStanding(low, { ...next, earlier, today });
      return [state, by?.levels.length, lints.map(({ code }) => code)];
    };
    expect(standing({ ...stricter, revision: 1 })).toEqual(['treated', 5, []]);
    expect(standing(stricter)).toEqual(['treated', 5, []]);
    expect(standing(coarser)).toEqual(['acceptable', 5, ['risk.older_method']]);
    const taken = must(acceptRisk(lowered, TAKEN, around));
    expect(riskStanding(taken, { ...coarser, earlier, today }).state).toBe('accepted');
    const again = must(
      assessRisk(
        taken,
        { of: 'current', likelihood: 2, impact: 3, justification: 'as before', on: today },
        { ...coarser, by: 'Ada', today },
      ),
    );
    const after = riskStanding(again, {
      ...coarser,
      method: { ...coarser.method, acceptable: 1 },
      earlier,
      today,
    });
    expect([after.state, after.lints.map(({ code }) => code)]).toEqual([
      'treated',
      ['risk.acceptance_other_method'],
    ]);
  });
});

describe('the register', () => {
  test('begins with a method that holds', () => {
    expect(checkMethod(DEFAULT_METHOD)).toEqual({ ok: true, value: true });
  });

  test('shows each risk in its cell and where it came from', () => {
    const { rows, moves, aims, placeless } = riskMatrix(method, [
      assessed(lowered, 'target', [0, 3]),
      { ...NEW, code: 'R-2' },
    ]);
    expect(rows[2]?.[3]).toEqual({ likelihood: 2, impact: 3, level: 3, risks: ['R-1'] });
    expect(rows.flat().flatMap(({ risks }) => risks)).toEqual(['R-1']);
    expect(moves).toEqual([
      { risk: 'R-1', from: { likelihood: 3, impact: 3 }, to: { likelihood: 2, impact: 3 } },
    ]);
    expect(aims).toEqual([
      { risk: 'R-1', from: { likelihood: 2, impact: 3 }, to: { likelihood: 0, impact: 3 } },
    ]);
    expect(placeless).toEqual(['R-2']);
    expect(riskMatrix({ ...method, revision: 2 }, [lowered]).placeless).toEqual(['R-1']);
  });

  test('tells the statement of applicability what is treated by what', () => {
    expect(risksTreated([treated], { ...method, today })).toEqual([
      {
        code: 'R-1',
        title: NEW.title,
        level: 3,
        acceptable: false,
        option: 'modify',
        controls: ['C-45'],
        accepted: false,
      },
    ]);
  });
});
