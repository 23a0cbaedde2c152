// Policies as a company meets them: filled, approved, in force, confirmed, changed; and held against the ledger.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';

let house: House;
let scope: OrgScope;
let base: string;
let count = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  count += 1;
  scope = await house.organisation(`policies-${count}`);
  base = `/v1/orgs/${scope.slug}`;
});

const policySchema = z.looseObject({
  code: z.string(),
  version: z.number(),
  revision: z.number(),
  state: z.string(),
  in_force: z.number().nullable(),
  next: z.number().nullable(),
  reviewer: z.string().nullable(),
  missing: z.array(z.string()),
  text: z.string(),
  filled: z.string(),
  sameness: z.looseObject({ verdict: z.string(), same: z.number(), of: z.number() }).nullable(),
  acknowledged: z.looseObject({ numerator: z.number(), denominator: z.number() }).nullable(),
});
const ACCESS = {
  company: 'Acme',
  identity_provider: 'Okta',
  request_tool: 'Jira',
  password_manager: 'Bitwarden',
  leaver_hours: '8',
};

describe('a policy from a template', () => {
  it('shows what is to be filled in, and is unreviewed until somebody writes or approves it', async () => {
    const made = await ok('POST', '/policies', { template: 'POL-02' });
    expect(made).toMatchObject({ code: 'POL-02', state: 'draft', reviewer: null });
    expect([...made.missing].sort()).toEqual(Object.keys(ACCESS).sort());
    expect(made.sameness?.verdict).toBe('unmodified');
    const filled = await change('POL-02', { variables: ACCESS });
    expect(filled).toMatchObject({ version: 1, revision: 2, missing: [], reviewer: scope.principal.name });
    expect(filled.filled).toContain('within 8 hours after the last working time');
    expect(filled.sameness?.verdict).toBe('unmodified');
    const own = await change('POL-02', { text: `${filled.text}\n\nDogs have no badge.\n` });
    expect(own.sameness).toMatchObject({ verdict: 'partly', same: (own.sameness?.of ?? 0) - 1 });
  });

  it('is made once, and only from a template that is there', async () => {
    await ok('POST', '/policies', { template: 'POL-02' });
    expect(await refused('POST', '/policies', { template: 'POL-02' })).toEqual([409, 'policy.exists']);
    expect(await refused('POST', '/policies', { template: 'POL-99' })).toEqual([
      404,
      'policy.template_not_found',
    ]);
    expect(await refused('POST', '/policies', { template: 'POL-03', text: 'Mine.' })).toEqual([
      400,
      'request.invalid',
    ]);
  });

  it('is not approved with open places, nor published without approval', async () => {
    await ok('POST', '/policies', { template: 'POL-02' });
    await change('POL-02', { variables: { ...ACCESS, company: ' ' } });
    expect(await refusedNow('approve', { by: 'Ines', role: 'founder' })).toEqual([409, 'policy.unfilled']);
    expect(await refusedNow('publish', { people: [] })).toEqual([409, 'policy.not_approved']);
    expect(await refused('POST', '/policies/POL-02/acknowledgements', {})).toEqual([
      409,
      'policy.not_in_force',
    ]);
    const after = await ok('GET', '/policies/POL-02');
    expect(after).toMatchObject({ revision: 2, state: 'draft', missing: ['company'] });
  });
});

describe('a policy in force', () => {
  beforeEach(async () => {
    await ok('POST', '/policies', { template: 'POL-02', variables: ACCESS });
    await act('approve', { by: 'Ines Duarte', role: 'founder' });
    await act('publish', { people: ['Ines Duarte', 'Tom Berg', 'tom  berg'] });
  });

  it('counts who confirmed it of those whom it names, each once', async () => {
    const path = '/policies/POL-02/acknowledgements';
    expect(await refused('POST', path, { person: 'Tom Berg' })).toEqual([422, 'policy.no_proof']);
    await ok('POST', path, { person: 'Tom Berg', proof: 'signed sheet of 3 March' });
    await ok('POST', path, { person: 'TOM BERG', proof: 'once more' });
    const after = await ok('POST', path, {});
    expect(after.acknowledged).toEqual({
      numerator: 1,
      denominator: 2,
      complete: false,
      missing: ['Ines Duarte'],
      beyond: [scope.principal.name],
    });
  });

  it('is confirmed by a contributor for themselves, and changed by none', async () => {
    const contributor = await house.person(scope, 'contributor');
    const path = `${base}/policies/POL-02`;
    const confirmed = await send(house, 'POST', `${path}/acknowledgements`, {
      headers: contributor,
      body: {},
    });
    expect(confirmed.status).toBe(200);
    expect(policySchema.parse(await confirmed.json()).acknowledged).toMatchObject({
      beyond: [`contributor of ${scope.slug}`],
    });
    const changed = await send(house, 'PATCH', path, {
      headers: { ...contributor, 'if-match': '"1.3"' },
      body: { title: 'Mine now' },
    });
    expect(changed.status).toBe(403);
  });

  it('never changes: a change begins version 2, which replaces it when it is published', async () => {
    const draft = await change('POL-02', { variables: { leaver_hours: '4' } });
    expect(draft).toMatchObject({ version: 2, revision: 1, state: 'published', in_force: 1, next: 2 });
    const held = await ok('GET', '/policies/POL-02?version=1');
    expect(held.filled).toContain('within 8 hours');
    expect(held).toMatchObject({ approval: { by: 'Ines Duarte', role: 'founder' } });
    await act('approve', { by: 'Ines Duarte', role: 'founder' });
    expect(await refusedNow('approve', { by: 'Ines Duarte', role: 'founder' })).toEqual([
      409,
      'policy.approved',
    ]);
    const published = await act('publish', { people: [] });
    expect(published).toMatchObject({ in_force: 2, next: null, state: 'published' });
    // Nobody is named, so nothing is known, and that is not complete.
    expect(published.acknowledged).toMatchObject({ denominator: 0, complete: null });
    expect(await refusedNow('publish', { people: [] })).toEqual([409, 'policy.published']);
    const difference = z
      .object({
        removed: z.number(),
        added: z.number(),
        lines: z.array(z.object({ kind: z.string(), text: z.string() })),
      })
      .parse(await answer('GET', '/policies/POL-02/difference'));
    expect([difference.removed, difference.added]).toEqual([1, 1]);
    expect(difference.lines.find((line) => line.kind === 'added')?.text).toContain('within 4 hours');
    expect(await answer('GET', '/policies/POL-02/difference?from=0')).toMatchObject({ removed: 0, added: 0 });
  });

  it('is refused to whoever read another version', async () => {
    expect(await refused('PATCH', '/policies/POL-02', { title: 'Other' }, '"1.1"')).toEqual([
      412,
      'request.conflict',
    ]);
    expect((await ok('GET', '/policies/POL-02')).revision).toBe(3);
  });

  it('takes one of two changes that were made at once, and begins once from a template', async () => {
    const etag = await tag('POL-02');
    const changes = await Promise.all(
      ['One', 'Two', 'Six'].map((title) =>
        ask('PATCH', '/policies/POL-02', { title: `${title} title` }, etag),
      ),
    );
    expect(changes.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const begun = await Promise.all([1, 2, 3].map(() => ask('POST', '/policies', { template: 'POL-09' })));
    expect(begun.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it('stands with its confirmations in the ledger, and a quiet change of it is found', async () => {
    await ok('POST', '/policies/POL-02/acknowledgements', {});
    expect(await verified()).toBe(true);
    await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.updateTable('policy_versions').set({ body: 'Anybody may do anything.' }).execute(),
    );
    expect(await verified()).toBe(false);
  });
});

describe('a policy of one’s own', () => {
  it('is numbered apart from templates, and may not point at what is not there', async () => {
    const own = { title: 'Policy on dogs', text: 'Dogs of {{company}} stay on the leash.' };
    const made = await ok('POST', '/policies', {
      ...own,
      controls: ['C-34'],
      variables: { company: 'Acme' },
    });
    expect(made).toMatchObject({ code: 'POL-101', sameness: null, reviewer: scope.principal.name });
    expect(made.filled).toBe('Dogs of Acme stay on the leash.');
    const wrong = { controls: ['C-9999'], answers: ['iso27001:2022/A.9.99'], variables: { cat: 'no' } };
    const response = await ask('PATCH', '/policies/POL-101', wrong, await tag('POL-101'));
    const problem = z
      .looseObject({ type: z.string(), errors: z.array(z.looseObject({ pointer: z.string() })) })
      .parse(await response.json());
    expect([response.status, problem.errors.map((each) => each.pointer)]).toEqual([
      422,
      ['/body/answers/0', '/body/controls/0', '/body/variables/cat'],
    ]);
    expect(await answer('GET', '/policies/POL-101/difference')).toMatchObject({
      from: 0,
      removed: 0,
      added: 1,
    });
    expect(await refused('GET', '/policies/POL-101/difference?from=0')).toEqual([
      404,
      'policy.template_not_found',
    ]);
  });

  it('forgets values of places that its text no longer has', async () => {
    await ok('POST', '/policies', { title: 'Dogs', text: '{{a}} {{b}}', variables: { a: '1', b: '2' } });
    expect(await change('POL-101', { text: '{{b}} {{Odd Name}}' })).toMatchObject({
      variables: { b: '2' },
      missing: ['Odd Name'],
    });
  });
});

function ask(method: string, path: string, ...[body, etag]: readonly [unknown?, string?]): Promise<Response> {
  return send(house, method, base + path, {
    headers: etag === undefined ? OWNER : { ...OWNER, 'if-match': etag },
    ...(body === undefined ? {} : { body }),
  });
}

async function answer(...request: Parameters<typeof ask>): Promise<unknown> {
  const response = await ask(...request);
  const told: unknown = await response.json();
  expect([response.status < 300, told]).toEqual([true, expect.any(Object)]);
  return told;
}

async function ok(...request: Parameters<typeof ask>) {
  return policySchema.parse(await answer(...request));
}

async function refused(...request: Parameters<typeof ask>): Promise<readonly [number, string]> {
  const response = await ask(...request);
  const { type } = z.looseObject({ type: z.string() }).parse(await response.json());
  return [response.status, type.slice(type.lastIndexOf('/') + 1)];
}

async function tag(code: string): Promise<string> {
  return (await ask('GET', `/policies/${code}`)).headers.get('etag') ?? '';
}

async function change(code: string, body: unknown) {
  return ok('PATCH', `/policies/${code}`, body, await tag(code));
}

async function act(verb: string, body: unknown) {
  return ok('POST', `/policies/POL-02/${verb}`, body, await tag('POL-02'));
}

async function refusedNow(verb: string, body: unknown) {
  return refused('POST', `/policies/POL-02/${verb}`, body, await tag('POL-02'));
}

async function verified(): Promise<boolean> {
  return z.looseObject({ ok: z.boolean() }).parse(await answer('POST', '/ledger/verify', {})).ok;
}
