// What the furniture of other tests does not need: something in the tables that it leaves empty, and things whose names
// no other organisation has, such as a control, a framework and a policy of its own.
import { z } from 'zod';
import type { OrgScope } from '../../slices/access/access.module.ts';
import { RISK_METHOD, type Furniture } from '../furniture.ts';
import { OWNER, send, type House } from '../house.ts';
import { importFile } from '../imports.ts';

const named = z.looseObject({ id: z.string() });

interface Made {
  readonly params: Readonly<Record<string, string>>;
  readonly key: string;
  /** Secret of a calendar's address, after the person that it was given to. */
  readonly address: string;
}

/** Fills the organisation up; the names and codes that are its own. */
export async function furnishMore(house: House, scope: OrgScope, things: Furniture): Promise<Made> {
  const { slug } = scope;
  const tell = teller(house, `/v1/orgs/${slug}`);
  const canary = `${slug} canary`;
  const key = `${slug}-canary-key`;
  const scan = await observed(house, scope, tell);
  await faulty(house, scope);
  await heldAndErased(house, scope, tell);
  const control = await tell('POST', '/controls', ownControl(canary));
  const framework = await tell('POST', '/frameworks', ownFramework(slug));
  const policy = await tell('POST', '/policies', { title: canary, text: `${canary} is the rule.` });
  const second = await stored(
    house,
    scope,
    `id,left on,access removed on\n${slug}-other,2026-01-04,2026-01-05\n`,
  );
  const own = { slug, scan, second, control: codeOf(control), p: things.params };
  for (const [method, path, body] of writesOf(own)) await tell(method, path, body);
  const task = await teller(house, `/v1/orgs/${slug}`, { 'idempotency-key': key })('POST', '/tasks', {
    title: `${canary} kept`,
  });
  await tell('POST', `/tasks/${codeOf(task, 'id')}/done`, { because: canary });
  const feed = await tell('POST', '/calendar/feeds', { of: 'organisation' });
  return {
    key,
    address: codeOf(feed, 'path').split('/').slice(-2).join('/'),
    params: {
      control: own.control,
      framework: codeOf(framework, 'id'),
      requirement: 'Z1',
      policy: codeOf(policy),
      check: `csv:${slug}-rule`,
      profile: slug,
      scan,
    },
  };
}

interface Own {
  readonly slug: string;
  /** Import, and artefact of a second source. */
  readonly scan: string;
  readonly second: string;
  readonly control: string;
  readonly p: Readonly<Record<string, string>>;
}

/** What is said of things that are there. */
function writesOf({ slug, scan, second, control, p }: Own): readonly (readonly [string, string, object])[] {
  const canary = `${slug} canary`;
  const { task = '', evidence = '', collector = '', population = '' } = p;
  const rule = { kind: 'percent', percent: 20, least: 5, most: 40 };
  const mapping = { to: 'soc2:2017/CC6.1', relation: 'subset', strength: 'partial', rationale: canary };
  const scopes = [{ name: canary, from: '2026-01-01', until: null }];
  return [
    ['PUT', `/checks/${encodeURIComponent(`csv:${slug}-rule`)}/controls`, { controls: ['C-07'] }],
    ['PUT', '/controls/C-07/mappings', mapping],
    ['PATCH', '/controls/C-07/schedule', { started_on: '2026-01-01', scopes }],
    ['PUT', `/controls/${control}/state`, { state: 'not_adopted', because: canary }],
    ['PUT', `/tasks/${task}/owner`, { owner: 'it_admin' }],
    ['POST', `/tasks/${task}/snooze`, { until: inDays(30), because: canary }],
    ['PUT', '/preferences', { email: `${slug}@example.org`, digest: 'weekly' }],
    ['PUT', '/risk-method', { ...RISK_METHOD, appetite: canary }],
    ['PATCH', '/calendar', { holidays: ['2026-12-25'] }],
    ['PUT', `/evidence/${evidence}/bearings/C-07`, { support: canary }],
    ['POST', `/evidence/${evidence}/review`, { decision: 'reject', reason: canary }],
    ['POST', `/collectors/${collector}/runs`, { run: `${slug}-run`, imports: [scan], message: canary }],
    ['POST', `/populations/${population}/reconcile`, { artefact: second, source: canary }],
    ['PUT', `/sample-profiles/${slug}`, { title: canary, rule, source: canary }],
  ];
}

type Teller = (method: string, path: string, body?: object) => Promise<unknown>;

/** Asks the API and insists that it agrees. */
function teller(house: House, base: string, more: Readonly<Record<string, string>> = {}): Teller {
  return async (method, path, body) => {
    const response = await send(house, method, base + path, {
      headers: { ...OWNER, 'if-match': '"0"', ...more },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 600)}`);
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return answer;
  };
}

async function stored(house: House, { slug }: OrgScope, bytes: string): Promise<string> {
  const answer = await send(house, 'POST', `/v1/orgs/${slug}/artefacts?filename=${slug}-canary.csv`, {
    headers: OWNER,
    bytes,
  });
  return z.looseObject({ sha256: z.string() }).parse(await answer.json()).sha256;
}

/** Observations of a scan, committed; the import's id. */
async function observed(house: House, scope: OrgScope, tell: Teller): Promise<string> {
  const { slug } = scope;
  const rows = ['PASS', 'FAIL'].map((result) => `${slug}-rule,${slug}-${result},${result},${slug} canary`);
  const artefact = await stored(house, scope, `Rule,Host,Result,Said\n${rows.join('\n')}\n`);
  const read = await importFile(house, `/v1/orgs/${slug}`, {
    artefact,
    filename: `${slug}-canary.csv`,
    title: `${slug} canary`,
    columns: { check: 'Rule', subject: 'Host', status: 'Result', message: 'Said' },
  });
  const { id } = named.parse(await read.json());
  await tell('POST', `/imports/${id}/commit`);
  return id;
}

/** A record under a legal hold, and one whose bytes were destroyed. */
async function heldAndErased(house: House, scope: OrgScope, tell: Teller): Promise<void> {
  const reason = `${scope.slug} canary`;
  for (const [path, body] of [
    ['hold', { hold: true, reason }],
    ['erase', { reason, basis: reason }],
  ] as const) {
    const artefact = await stored(house, scope, `${path} ${reason}`);
    const record = { artefact, title: reason, performed_at: '2026-01-05' };
    const { id } = named.parse(await tell('POST', '/evidence', record));
    await tell('POST', `/evidence/${id}/${path}`, body);
  }
}

/** A dry run of a file with a fault in one row. */
async function faulty(house: House, scope: OrgScope): Promise<void> {
  const { slug } = scope;
  const artefact = await stored(
    house,
    scope,
    `Rule,Host,Result\n${slug}-rule,,PASS\n${slug}-rule,h,${slug} canary\n`,
  );
  await importFile(house, `/v1/orgs/${slug}`, {
    artefact,
    filename: `${slug}-faulty.csv`,
    columns: { check: 'Rule', subject: 'Host', status: 'Result' },
  });
}

function codeOf(answer: unknown, field = 'code'): string {
  const value: unknown =
    typeof answer === 'object' && answer !== null
      ? Object.getOwnPropertyDescriptor(answer, field)?.value
      : undefined;
  if (typeof value !== 'string') throw new Error(`no ${field} in ${JSON.stringify(answer).slice(0, 300)}`);
  return value;
}

function ownControl(canary: string): object {
  return {
    domain: canary,
    name: canary,
    objective: canary,
    activity: canary,
    owner_role: 'founder',
    kind: 'manual',
    frequency: 'annual',
    freshness_days: 400,
    effort_days: 1,
    evidence_wanted: { ask: canary, good: canary, bad: canary },
  };
}

function ownFramework(slug: string): object {
  const canary = `${slug} canary`;
  return {
    id: `${slug}:2026`,
    name: canary,
    edition: '2026',
    title: canary,
    source: canary,
    licence: 'Own use',
    groups: [{ id: 'all', title: canary, kind: 'chapter' }],
    requirements: [{ id: 'Z1', title: canary, group: 'all', kind: 'criterion' }],
  };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
