// The management system's records over a real engine: written, approved, changed, measured, closed; all in the ledger.
import { addDays, dateOfInstant, REVIEW_INPUT_NAMES, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { rolesOf, scopeOn } from './isms.module.ts';
import type { OrgScope } from '../access/access.module.ts';

const BASE = '/v1/orgs/harbour';
const answerSchema = z.looseObject({
  id: z.string().optional(),
  revision: z.number().optional(),
  code: z.string().optional(),
  lints: z.array(z.looseObject({ code: z.string() })).default([]),
  errors: z.array(z.looseObject({ message: z.string() })).default([]),
});
const FOUNDER = { by: 'Ada Berg', role: 'founder' };

let house: House;
let scope: OrgScope;
let today: PlainDate;

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('harbour');
  today = dateOfInstant(house.deps.clock.now());
}, 60_000);
afterAll(() => house.close());

async function ask(what: string, body?: unknown, revision?: number) {
  const [method = '', path = ''] = what.split(' ');
  const headers = revision === undefined ? OWNER : { ...OWNER, 'if-match': `"${revision}"` };
  const response = await send(house, method, BASE + path, {
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return answerSchema.parse(await response.json());
}

function scopeRecord(statement: string, from: PlainDate) {
  return {
    kind: 'scope',
    framework: 'iso27001:2022',
    statement,
    boundaries: ['Production'],
    sites: [],
    systems: [],
    interfaces: [{ with: 'Hosting', what: 'Data centres' }],
    exclusions: [],
    from,
  };
}

function review(texts: string) {
  return {
    kind: 'review',
    on: today,
    inputs: REVIEW_INPUT_NAMES.map((input) => ({ input, text: texts, facts: [] })),
    attendance: [{ name: 'Ada Berg', role: 'founder', top_management: true }],
    decisions: ['Nothing changes.'],
    actions: [],
    minutes: 'An hour.',
  };
}

describe('a record of the management system', () => {
  it('says what it lacks, is not approved before, and an approval ends with a change', async () => {
    const bare = { kind: 'context', issues: [], climate: { relevant: null, because: '' } };
    const made = await ask('POST /isms', bare);
    expect([made.id, made.revision, made.lints.map(({ code }) => code)]).toEqual([
      'context',
      1,
      ['context.side_missing', 'context.side_missing', 'context.climate_undecided'],
    ]);
    expect(await ask('POST /isms', bare)).toMatchObject({ code: 'isms.exists' });
    const refused = await ask('POST /isms/context/approve', FOUNDER, 1);
    expect([refused.code, refused.errors.length]).toEqual(['isms.incomplete', 3]);
    const whole = {
      kind: 'context',
      issues: [
        { side: 'internal', issue: 'Twelve people', effect: '' },
        { side: 'external', issue: 'Hospitals', effect: '' },
      ],
      climate: { relevant: false, because: 'No site of our own.' },
    };
    expect(await ask('PUT /isms/context', whole, 7)).toMatchObject({ code: 'request.conflict' });
    expect(await ask('PUT /isms/context', whole, 1)).toMatchObject({ revision: 2, lints: [] });
    expect(await ask('POST /isms/context/approve', FOUNDER, 2)).toMatchObject({ approval: FOUNDER });
    expect(await ask('POST /isms/context/approve', FOUNDER, 2)).toMatchObject({ code: 'isms.approved' });
    expect(await ask('PUT /isms/context', whole, 2)).toMatchObject({ revision: 3, approval: null });
    const kept = await ask('GET /isms/context/versions');
    expect(kept['data']).toMatchObject([{ approval: null }, { approval: FOUNDER }, { approval: null }]);
    expect(await ask('PUT /isms/context', { kind: 'communication', plan: [] }, 3)).toMatchObject({
      code: 'isms.other_kind',
    });
  });

  it('is a scope from its day once it was approved, one for each framework', async () => {
    const on = (day: PlainDate) =>
      house.deps.db.inOrganisation(scope.org, async (tx) => {
        const found = await scopeOn(tx, scope, 'iso27001:2022', day);
        return found?.statement;
      });
    const first = await ask('POST /isms', scopeRecord('The product.', today));
    expect([first.id, await on(today)]).toEqual(['SC-1', undefined]);
    await ask('POST /isms/SC-1/approve', FOUNDER, 1);
    const later = addDays(today, 30);
    await ask('PUT /isms/SC-1', scopeRecord('The product and the office.', later), 1);
    expect(await on(later)).toBe('The product.');
    await ask('POST /isms/SC-1/approve', FOUNDER, 2);
    expect([await on(addDays(today, -1)), await on(today), await on(later)]).toEqual([
      undefined,
      'The product.',
      'The product and the office.',
    ]);
    expect(await ask('POST /isms', scopeRecord('Again.', today))).toMatchObject({ code: 'isms.exists' });
    const strange = { ...scopeRecord('Strange.', today), framework: 'nobody:1' };
    expect(await ask('POST /isms', strange)).toMatchObject({ code: 'framework.not_found' });
  });

  it('gives roles to people when it was approved, and not as a draft', async () => {
    const held = () => house.deps.db.inOrganisation(scope.org, (tx) => rolesOf(tx, scope, 'ada berg', today));
    const people = [{ name: 'Ada Berg', from: today, until: null }];
    await ask('POST /isms', { kind: 'roles', roles: [{ role: 'founder', authority: 'All', people }] });
    expect(await held()).toEqual([]);
    await ask('POST /isms/roles/approve', FOUNDER, 1);
    expect(await held()).toEqual(['founder']);
  });

  it('is an objective that is measured, once a day and not ahead', async () => {
    const objective = {
      kind: 'objective',
      title: 'Patches in time',
      measure: 'From the scanner',
      unit: '%',
      target: 95,
      direction: 'at_least',
      due: addDays(today, 90),
      plan: 'A rota.',
      owner: 'Ben Cole',
      every_days: 31,
      measurements: [],
    };
    expect(await ask('POST /isms', objective)).toMatchObject({ id: 'OB-1', standing: { state: 'unknown' } });
    await ask('POST /isms/OB-1/measurements', { value: 90, on: addDays(today, -20) });
    await ask('POST /isms/OB-1/measurements', { value: 12 });
    expect(await ask('POST /isms/OB-1/measurements', { value: 96 })).toMatchObject({
      revision: 4,
      standing: { state: 'met', trend: 'better', latest: 96 },
    });
    const ahead = { value: 99, on: addDays(today, 1) };
    expect(await ask('POST /isms/OB-1/measurements', ahead)).toMatchObject({ code: 'isms.in_future' });
    expect(await ask('POST /isms/SC-1/measurements', { value: 1 })).toMatchObject({
      code: 'isms.other_kind',
    });
  });

  it('is a review that closes over all seven inputs and never changes after', async () => {
    expect(await ask('POST /isms', review(''))).toMatchObject({ id: 'MR-1', revision: 1 });
    const early = await ask('POST /isms/MR-1/close', {}, 1);
    expect([early.code, early.errors.length]).toEqual(['isms.incomplete', 7]);
    await ask('PUT /isms/MR-1', review('Considered.'), 1);
    expect(await ask('POST /isms/MR-1/close', { by: 'Ada Berg' }, 2)).toMatchObject({
      revision: 3,
      record: { closed: { on: today, by: 'Ada Berg' } },
    });
    expect(await ask('POST /isms/MR-1/actions', { action: 1 }, 3)).toMatchObject({ code: 'isms.not_found' });
    expect(await ask('POST /isms/SC-1/actions', { action: 1 }, 2)).toMatchObject({ code: 'isms.other_kind' });
    expect(await ask('PUT /isms/MR-1', review('Otherwise.'), 3)).toMatchObject({ code: 'isms.closed' });
    expect(await ask('POST /isms/MR-1/close', {}, 3)).toMatchObject({ code: 'isms.closed' });
    expect(await ask('GET /isms/MR-9')).toMatchObject({ code: 'isms.not_found' });
  });

  it('is a review that is filled from what is known, by the product alone', async () => {
    const forged = {
      ...review(''),
      inputs: [{ input: 'risks', text: '', facts: [{ source: 'Me', value: 'Fine.' }] }],
    };
    expect(await ask('POST /isms', forged)).toMatchObject({
      id: 'MR-2',
      record: { inputs: [{ facts: [] }] },
    });
    const filled = await ask('POST /isms/MR-2/facts', undefined, 1);
    expect(filled.revision).toBe(2);
    const told = JSON.stringify(filled['record']);
    expect(told).toContain('MR-1 of ');
    expect(told).toContain('1 of 1 met');
    expect(told).toContain('No risk is in the register.');
    const { attendance: _, ...rest } = review('Considered.');
    await ask('PUT /isms/MR-2', { ...rest, attendance: [] }, 2);
    const refused = await ask('POST /isms/MR-2/close', {}, 3);
    expect(refused.errors.map(({ message }) => message.split(':')[0])).toEqual(['review.no_top_management']);
    expect(JSON.stringify((await ask('GET /isms/MR-2'))['record'])).toContain('1 of 1 met');
    expect(await ask('POST /isms/SC-1/facts', undefined, 2)).toMatchObject({ code: 'isms.other_kind' });
  });

  it('shows which version is in force and what changed since, line by line', async () => {
    expect(await ask('GET /isms/SC-1')).toMatchObject({ revision: 2, in_force: 1 });
    expect(await ask('GET /isms/SC-1/difference')).toMatchObject({ from: 1, to: 2 });
    const found = await ask('GET /isms/SC-1/difference?from=1&to=2');
    expect(found['data']).toContainEqual({ section: 'Statement', change: 'gone', line: 'The product.' });
    expect(await ask('GET /isms/SC-1/difference?from=1&to=9')).toMatchObject({ code: 'isms.not_found' });
    const all = await ask('GET /isms');
    expect(all['sentence']).toMatch(/^\d of \d documents of clauses 4 to 7 are in force;/);
  });

  it('is what posture speaks of: the scope that was approved and in force at the moment that is asked for', async () => {
    const scopeAt = async (query: string) => {
      const found = z
        .object({ data: z.array(z.object({ framework: z.string(), scope: z.unknown() })) })
        .parse(await ask(`GET /posture${query}`));
      return found.data.find(({ framework }) => framework === 'iso27001:2022')?.scope;
    };
    expect(await scopeAt('')).toMatchObject({ record: 'SC-1', version: 1, statement: 'The product.' });
    const approved = z
      .object({ data: z.array(z.object({ at: z.string() })) })
      .parse(await ask('GET /isms/SC-1/versions'));
    expect(await scopeAt(`?at=${approved.data[0]?.at ?? ''}`)).toBeNull();
  });

  it('prints what is in force as approved, and a review that is open as a draft', async () => {
    const print = async (what: string) =>
      (await send(house, 'GET', `${BASE}/documents/${what}`, { headers: OWNER })).text();
    const scoped = await print('isms-scope?format=md&of=iso27001:2022');
    expect(scoped).toContain('by Ada Berg, founder.');
    expect(scoped).toContain('The product.');
    expect(scoped).not.toContain('The product and the office.');
    expect(await print('review-minutes?format=md&of=MR-2')).toContain('Draft: nobody has approved');
    expect(await print('review-minutes?format=md&of=MR-1')).toContain('Considered.');
    expect(await print('context?format=md')).toContain('No site of our own.');
  });

  it('records what a party said, fills it into a review, and withdraws it with a reason that stays', async () => {
    const said = {
      kind: 'feedback',
      party: 'Customers',
      on: today,
      said: 'Where do our data lie?',
      source: 'Ticket 12',
      answer: null,
    };
    const heard = async () => {
      const { revision = 0 } = await ask('GET /isms/MR-2');
      const filled = await ask('POST /isms/MR-2/facts', undefined, revision);
      return JSON.stringify(filled['sections']);
    };
    expect(await heard()).toContain('["Customers, staff, owners","not known"]');
    expect(await ask('POST /isms', { ...said, on: addDays(today, 1) })).toMatchObject({
      code: 'isms.in_future',
    });
    expect(await ask('POST /isms', said)).toMatchObject({ id: 'FB-1', in_force: 1, lints: [] });
    // Recorded on the day of the review before, it may have been in none yet.
    expect(await heard()).toContain(`1 entry since ${today} (FB-1)`);
    expect(await ask('POST /isms/FB-1/approve', FOUNDER, 1)).toMatchObject({ code: 'isms.other_kind' });
    expect(await ask('POST /isms/SC-1/withdraw', { because: 'No.' }, 2)).toMatchObject({
      code: 'isms.other_kind',
    });
    const because = 'It was said of another product.';
    expect(await ask('POST /isms/FB-1/withdraw', { because }, 7)).toMatchObject({ code: 'request.conflict' });
    expect(await ask('POST /isms/FB-1/withdraw', { because }, 1)).toMatchObject({
      revision: 2,
      in_force: null,
      record: { withdrawn: { because, on: today } },
    });
    expect(await ask('POST /isms/FB-1/withdraw', { because }, 2)).toMatchObject({ code: 'isms.withdrawn' });
    expect(await heard()).toContain('["Customers, staff, owners","not known"]');
    // The reason stays: nothing takes a withdrawal back in silence.
    expect(await ask('PUT /isms/FB-1', said, 2)).toMatchObject({ code: 'isms.withdrawn' });
    expect(await ask('GET /isms/FB-1')).toMatchObject({ revision: 2, record: { withdrawn: { because } } });
  });

  it('says in the ledger what its versions and approvals say', async () => {
    expect(await ask('POST /ledger/verify', {})).toMatchObject({ ok: true });
  });
});
