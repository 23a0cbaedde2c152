// Things in an organisation that routes can be tried on, and bodies that would be accepted.
import { expect } from 'vitest';
import { z } from 'zod';
import type { OrgScope } from '../slices/access/access.module.ts';
import { drawnSample, ownProfile, sampleBodies } from './drawn.ts';
import { approvedRecord, ismsBodies } from './isms.ts';
import { OWNER, send, type House } from './house.ts';
import { importFile } from './imports.ts';
import { estimatedRisk, lossBodies } from './losses.ts';
import { planBodies, plannedOrganisation } from './planned.ts';
import { keptBodies, keptDryRun } from './kept.ts';
import { furnishRoom, roomBodies } from './rooms.ts';
import { soaBodies, statedOrganisation } from './stated.ts';
import { furnishPeople, peopleBodies } from './people.ts';
import { policyBodies, publishedPolicy } from './policies.ts';

export interface Furniture {
  readonly params: Readonly<Record<string, string>>;
  /** Body by method and path of the route. */
  readonly bodies: Readonly<Record<string, unknown>>;
}

const O = '/v1/orgs/{org}';

/** Puts one artefact, one record and one dry run into an organisation. */
export async function furnish(house: House, scope: OrgScope): Promise<Furniture> {
  const base = `/v1/orgs/${scope.slug}`;
  const artefact = await ask(house, 'POST', `${base}/artefacts?filename=note.txt`, {
    bytes: `${scope.slug} canary`,
  });
  const sha256 = String(artefact['sha256']);
  const evidence = await ask(house, 'POST', `${base}/evidence`, {
    body: { artefact: sha256, title: `${scope.slug} canary`, controls: ['C-07'], performed_at: '2026-01-05' },
  });
  const windows = await furnishWindows(house, scope, base);
  const read = await importFile(house, base, { artefact: sha256, filename: `${scope.slug}-canary.txt` });
  const started = z.object({ id: z.string() }).parse(await read.json());
  const { collector, run } = await furnishCollector(house, scope, base);
  const population = await furnishPopulation(house, scope, base);
  const task = await ask(house, 'POST', `${base}/tasks`, { body: { title: `${scope.slug} canary` } });
  const finding = await ask(house, 'POST', `${base}/findings`, { body: findingBody(scope.slug) });
  const risk = await furnishRisk(house, scope, base);
  const audit = await furnishAudit(house, scope, base);
  const feed = await ask(house, 'POST', `${base}/calendar/feeds`, { body: {} });
  const stated = await statedOrganisation(house, scope);
  const room = await furnishRoom(house, scope, { evidence: String(evidence['code']) });
  const planned = await plannedOrganisation(house, { base, slug: scope.slug });
  return {
    params: {
      population,
      sample: await drawnSample(house, base, population),
      profile: await ownProfile(house, base),
      collector,
      run,
      evidence: String(evidence['id']),
      import: started.id,
      task: String(task['id']),
      record: await approvedRecord(house, base, scope.slug),
      finding: String(finding['id']),
      audit,
      feed: String(feed['id']),
      policy: await publishedPolicy(house, base, scope.slug),
      document: 'control-set',
      risk,
      kept: await keptDryRun(house, base, `${scope.slug} canary`),
      control: 'C-07',
      framework: 'iso27001:2022',
      requirement: 'A.5.15',
      check: 'prowler:iam_root_mfa_enabled',
      ...windows,
      ...stated,
      ...room,
      ...planned,
      ...(await furnishPeople(house, scope)),
      day: daysFrom(-1),
      entry: '1',
      object: String(evidence['id']),
    },
    bodies: everyBody(sha256),
  };
}

function everyBody(sha256: string): Readonly<Record<string, unknown>> {
  return {
    ...bodies(sha256),
    ...peopleBodies,
    ...populationBodies(sha256),
    ...sampleBodies(),
    ...riskBodies,
    ...lossBodies,
    ...planBodies,
    ...soaBodies,
    ...keptBodies(sha256),
    ...ismsBodies,
    ...findingBodies,
    ...auditBodies,
    ...roomBodies,
    ...policyBodies(),
  };
}

/** Puts a control in place, a plan over it and an exclusion there. */
async function furnishWindows(
  house: House,
  scope: OrgScope,
  base: string,
): Promise<Readonly<Record<string, string>>> {
  await ask(house, 'PUT', `${base}/controls/C-07/state`, {
    body: { state: 'adopted', implementation: 'implemented' },
  });
  const window = await ask(house, 'POST', `${base}/windows`, {
    body: { name: `${scope.slug} canary`, from: daysFrom(-100), until: daysFrom(100) },
  });
  const exclusion = await ask(house, 'POST', `${base}/exclusions`, {
    body: {
      control: 'C-07',
      from: daysFrom(-5),
      until: daysFrom(100),
      reason: `${scope.slug} canary`,
      owner: 'canary',
    },
  });
  return { window: String(window['id']), exclusion: String(exclusion['id']) };
}

/** Puts a risk there that is estimated in money. */
async function furnishRisk(house: House, scope: OrgScope, base: string): Promise<string> {
  const risk = await ask(house, 'POST', `${base}/risks`, {
    body: { ...riskBodies[`POST ${O}/risks`], title: `${scope.slug} canary` },
  });
  const code = String(risk['code']);
  await estimatedRisk(house, base, { slug: scope.slug, risk: code });
  return code;
}

/** Puts one collector with a run that failed there. */
async function furnishCollector(house: House, scope: OrgScope, base: string) {
  const collector = `${scope.slug}-scanner`;
  const title = `${scope.slug} canary`;
  await ask(house, 'POST', `${base}/collectors`, {
    body: { name: collector, title, kind: 'ci', covers: { controls: ['C-07'] }, every_hours: 24 },
  });
  const reported = await ask(house, 'POST', `${base}/collectors/${collector}/runs`, {
    body: { run: 'canary', error: 'timeout', message: title },
  });
  return { collector, run: idOf(reported['run']) };
}

/** Puts one draft of a population there. */
async function furnishPopulation(house: House, scope: OrgScope, base: string): Promise<string> {
  const artefact = await ask(house, 'POST', `${base}/artefacts?filename=leavers.csv`, {
    bytes: `id,left on,access removed on\n${scope.slug}-canary,2026-01-04,2026-01-05\n`,
  });
  const title = `${scope.slug} canary`;
  const population = await ask(house, 'POST', `${base}/populations`, {
    body: { artefact: artefact['sha256'], filename: 'leavers.csv', kind: 'leavers', title },
  });
  return String(population['id']);
}

function populationBodies(sha256: string): Readonly<Record<string, unknown>> {
  return {
    [`POST ${O}/populations`]: { artefact: sha256, filename: 'x.csv', kind: 'leavers' },
    [`PATCH ${O}/populations/{population}`]: { title: 'stolen' },
    [`POST ${O}/populations/{population}/reconcile`]: { population: 'P-1' },
  };
}

function findingBody(slug: string) {
  return {
    kind: 'observation',
    source: 'own_eyes',
    statement: `${slug} canary`,
  };
}

const findingBodies: Readonly<Record<string, unknown>> = {
  [`POST ${O}/findings`]: findingBody('another'),
  [`PATCH ${O}/findings/{finding}`]: { statement: 'stolen' },
  [`POST ${O}/findings/{finding}/close`]: { because: 'stolen' },
  [`POST ${O}/findings/{finding}/reopen`]: { because: 'stolen' },
};

/** Puts a programme and a planned audit there. */
async function furnishAudit(house: House, scope: OrgScope, base: string): Promise<string> {
  const programme = await send(house, 'PUT', `${base}/audit-programme`, {
    headers: { ...OWNER, 'if-match': '"0"' },
    body: programmeBody(`${scope.slug} canary`),
  });
  expect(programme.status).toBe(200);
  const audit = await ask(house, 'POST', `${base}/audits`, { body: auditBody(`${scope.slug} canary`) });
  return String(audit['id']);
}

function programmeBody(text: string) {
  return { begins: '2026-01-01', frequency: text, methods: text, responsibilities: text, reporting: text };
}

function auditBody(title: string) {
  return {
    title,
    from: '2026-03-02',
    to: '2026-03-03',
    criteria: title,
    auditor: title,
    scope: ['iso27001:2022/A.5.15'],
  };
}

const auditBodies: Readonly<Record<string, unknown>> = {
  [`PUT ${O}/audit-programme`]: programmeBody('stolen'),
  [`POST ${O}/audits`]: auditBody('another'),
  [`PATCH ${O}/audits/{audit}`]: { title: 'stolen' },
  [`POST ${O}/audits/{audit}/results`]: {
    requirement: 'iso27001:2022/A.5.15',
    result: 'conforms',
    note: 'stolen',
  },
  [`POST ${O}/audits/{audit}/take-back`]: { requirement: 'iso27001:2022/A.5.15', because: 'stolen' },
  [`POST ${O}/audits/{audit}/report`]: { summary: 'stolen', to: 'stolen' },
};

/** A day so many days from now. */
function daysFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const windowBodies: Readonly<Record<string, unknown>> = {
  [`POST ${O}/windows`]: { name: 'canary plan', from: '2026-01-01', until: '2026-07-01' },
  [`PATCH ${O}/windows/{window}`]: { name: 'stolen' },
  [`PATCH ${O}/controls/{control}/schedule`]: { started_on: '2026-01-01' },
  [`POST ${O}/exclusions`]: {
    control: 'C-07',
    from: '2026-01-01',
    until: '2026-02-01',
    reason: 'canary reason',
    owner: 'canary',
  },
  [`POST ${O}/exclusions/{exclusion}/end`]: { note: 'over already' },
  [`PATCH ${O}/calendar`]: { fiscal_year_start: 4 },
  [`PUT ${O}/evidence/{evidence}/bearings/{control}`]: { support: 'the mail of that day' },
};

/** A body that would be accepted, for every route that takes one. */
function bodies(sha256: string): Readonly<Record<string, unknown>> {
  const record = { artefact: sha256, title: 'another', performed_at: '2026-01-05' };
  return {
    [`PATCH ${O}`]: { name: 'changed' },
    [`POST ${O}/frameworks`]: {},
    [`PUT ${O}/frameworks/{framework}/requirements/{requirement}/applicability`]: {
      applies: true,
      because: 'it is needed',
    },
    [`PUT ${O}/controls/{control}/state`]: { state: 'adopted', implementation: 'planned' },
    [`POST ${O}/controls/decide`]: { controls: ['C-07'], decision: { state: 'undecided' } },
    [`POST ${O}/mappings`]: {
      mappings: [
        {
          control: 'C-07',
          to: 'soc2:2017/CC6.1',
          relation: 'intersects',
          strength: 'partial',
          rationale: 'canary rationale of a file',
        },
      ],
    },
    [`PUT ${O}/controls/{control}/mappings`]: {
      to: 'soc2:2017/CC6.1',
      relation: 'subset',
      strength: 'partial',
      rationale: 'because it is so',
    },
    [`PUT ${O}/checks/{check}/controls`]: { controls: ['C-07'] },
    [`POST ${O}/collectors`]: {
      name: 'another',
      kind: 'ci',
      covers: { controls: ['C-07'] },
      every_hours: 24,
    },
    [`PATCH ${O}/collectors/{collector}`]: { title: 'stolen' },
    [`POST ${O}/collectors/{collector}/retire`]: { because: 'stolen' },
    [`POST ${O}/collectors/{collector}/runs`]: { run: 'stolen' },
    [`POST ${O}/collectors/{collector}/runs/{run}/vouch`]: { because: 'stolen' },
    [`POST ${O}/evidence`]: record,
    [`PATCH ${O}/evidence/{evidence}`]: { title: 'stolen' },
    [`POST ${O}/evidence/{evidence}/review`]: { decision: 'accept' },
    [`POST ${O}/evidence/{evidence}/revisions`]: { artefact: sha256, note: 'replaced' },
    [`POST ${O}/imports`]: { artefact: sha256, filename: 'x.txt' },
    ...windowBodies,
    ...workBodies,
    [`POST ${O}/controls`]: {
      domain: 'Own',
      name: 'Own control',
      objective: 'why',
      activity: 'what',
      owner_role: 'founder',
      kind: 'manual',
      frequency: 'annual',
      freshness_days: 400,
      effort_days: 1,
      evidence_wanted: { ask: 'a', good: 'b', bad: 'c' },
    },
  };
}

async function ask(
  house: House,
  method: string,
  path: string,
  given: { readonly body?: unknown; readonly bytes?: string },
): Promise<Readonly<Record<string, unknown>>> {
  const response = await send(house, method, path, { headers: OWNER, ...given });
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, expect.any(Object)]);
  return typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
}

function idOf(value: unknown): string {
  const id: unknown =
    typeof value === 'object' && value !== null
      ? Object.getOwnPropertyDescriptor(value, 'id')?.value
      : undefined;
  return String(id);
}

const workBodies: Readonly<Record<string, unknown>> = {
  [`POST ${O}/evidence/{evidence}/hold`]: { hold: true, reason: 'stolen' },
  [`POST ${O}/evidence/{evidence}/erase`]: { reason: 'stolen', basis: 'none' },
  [`POST ${O}/ledger/verify`]: {},
  [`POST ${O}/tasks`]: { title: 'another' },
  [`POST ${O}/tasks/{task}/done`]: { because: 'it is done' },
  [`POST ${O}/tasks/{task}/snooze`]: { until: '2099-01-01', because: 'not before' },
  [`PUT ${O}/tasks/{task}/owner`]: { owner: 'it_admin' },
  [`PUT ${O}/preferences`]: { email: null, digest: 'none' },
  [`POST ${O}/calendar/feeds`]: {},
};

const STEPS = ['low', 'medium', 'high'].map((name) => ({ name, meaning: '' }));

/** Three by three, one and the same level: a method that holds together. */
export const RISK_METHOD = {
  likelihood: STEPS,
  impact: STEPS,
  levels: STEPS.slice(0, 2),
  combination: { kind: 'grid', levels: STEPS.map(() => STEPS.map(() => 1)) },
  acceptable: 1,
  authority: [],
} as const;

const riskBodies: Readonly<Record<string, object>> = {
  [`POST ${O}/risks`]: {
    title: 'another',
    scenario: { view: 'event', event: 'It happens', consequence: 'It hurts' },
    properties: ['availability'],
  },
  [`PUT ${O}/risk-method`]: RISK_METHOD,
  [`PATCH ${O}/risks/{risk}`]: { title: 'stolen' },
  [`POST ${O}/risks/{risk}/assessments`]: { of: 'inherent', likelihood: 1, impact: 1, justification: 'seen' },
  [`PUT ${O}/risks/{risk}/treatment`]: { option: 'retain' },
  [`POST ${O}/risks/{risk}/acceptances`]: {
    by: 'Ada',
    role: 'founder',
    reason: 'nothing more to do',
    until: '2099-01-01',
  },
  [`POST ${O}/risks/{risk}/reviews`]: { outcome: 'still_valid', next: '2099-01-01' },
};
