// What an organisation has decided cannot be rewritten behind the server's back: each table, each way, is named.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { tamperWith, verification } from './testing/tamper.ts';

let house: House;
let scope: OrgScope;
let count = 0;

async function act(method: string, path: string, body?: unknown): Promise<void> {
  const read = await send(house, 'GET', `/v1/orgs/${scope.slug}`, { headers: OWNER });
  const headers = { ...OWNER, 'if-match': read.headers.get('etag') ?? '' };
  const answer = await send(house, method, `/v1/orgs/${scope.slug}${path}`, { headers, body });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
}

const mapping = (strength: string) => ({
  to: 'soc2:2017/CC6.1',
  relation: 'subset',
  strength,
  rationale: 'because it is so',
});
const applicability = '/frameworks/iso27001:2022/requirements/A.5.15/applicability';
const check = encodeURIComponent('prowler:iam_root_mfa_enabled');

/** Each history gets versions, and some an end and a new beginning. */
async function decide(): Promise<void> {
  await act('PATCH', '', { name: 'Renamed' });
  await act('PUT', '/controls/C-07/state', { state: 'adopted', implementation: 'planned' });
  await act('PUT', '/controls/C-07/state', { state: 'adopted', implementation: 'implemented' });
  await act('POST', '/controls', {
    domain: 'Own',
    name: 'Own control',
    objective: 'why',
    activity: 'what',
    owner_role: 'security_lead',
    kind: 'policy',
    frequency: 'annual',
    freshness_days: 365,
    effort_days: 1,
    evidence_wanted: { ask: 'a', good: 'b', bad: 'c' },
  });
  await act('PUT', '/controls/C-07/mappings', mapping('partial'));
  await act('DELETE', `/controls/C-07/mappings?to=${encodeURIComponent('soc2:2017/CC6.1')}`);
  await act('PUT', '/controls/C-07/mappings', mapping('full'));
  await act('PUT', applicability, { applies: true, because: 'it is needed' });
  await act('DELETE', applicability);
  await act('PUT', applicability, { applies: false, why: 'nobody has access' });
  await act('PUT', `/checks/${check}/controls`, { controls: ['C-07'] });
  await act('POST', '/frameworks', {
    id: 'house:1',
    name: 'House rules',
    title: 'House rules',
    edition: '1',
    source: 'our own',
    licence: 'ours',
    groups: [{ id: 'H', title: 'House', kind: 'theme' }],
    requirements: [{ id: 'H-1', title: 'Doors are locked', kind: 'control', group: 'H' }],
  });
}

describe('histories against the ledger', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    count += 1;
    scope = await house.organisation(`histories-${count}`);
    await decide();
  });

  it.each([
    [
      'settings',
      "update organisation_versions set settings = jsonb_set(settings, '{headcount}', '7') where revision = 2",
      /^settings of/,
    ],
    [
      'first settings',
      "update organisation_versions set settings = jsonb_set(settings, '{headcount}', '7') where revision = 1",
      /^settings/,
    ],
    [
      'a common control',
      "update control_versions set definition = jsonb_set(definition, '{freshnessDays}', '9999') where code = 'C-01'",
      /^control of the common set/,
    ],
    [
      'an own control',
      "update control_versions set definition = jsonb_set(definition, '{freshnessDays}', '9999') where own",
      /^own control/,
    ],
    [
      'a state',
      "update control_states set state = jsonb_set(state, '{implementation}', '\"planned\"')",
      /^state of control C-07 version 2/,
    ],
    ['the end of a state', 'update control_states set known_until = now()', /^state of control C-07/],
    [
      'a state that is gone',
      'delete from control_states where known_until is not null',
      /^state of control C-07/,
    ],
    [
      'a state that nobody decided',
      `insert into control_states select org_id, 'C-08', state, known_from, null from control_states where known_until is null`,
      /^state of control C-08/,
    ],
    [
      'a mapping',
      "update mapping_versions set strength = 'full' where code = 'C-07' and strength = 'partial'",
      /^mapping C-07/,
    ],
    [
      'a mapping of the common set',
      "update mapping_versions set rationale = 'other' where code = 'C-01'",
      /^mapping/,
    ],
    [
      'applicability',
      'update applicability set applies = true where known_until is null',
      /^applicability of iso27001:2022/,
    ],
    [
      'an end that is put off',
      "update applicability set known_until = known_until + interval '1 year' where known_until is not null",
      /^applicability of iso27001:2022/,
    ],
    [
      'the controls of a check',
      "update check_controls set controls = '{C-01}'",
      /^controls of check prowler:/,
    ],
    [
      'an own framework',
      `update own_frameworks set definition = jsonb_set(definition, '{title}', '"Other"')`,
      /^own framework house:1/,
    ],
  ])('finds %s that was changed by raw SQL', async (_, statement, item) => {
    expect((await verification(house, scope)).faults).toEqual([]);
    expect(await tamperWith(house, scope, statement)).toBeGreaterThan(0);
    const found = await verification(house, scope);
    expect(found.faults.map((fault) => fault.item)).toEqual(
      expect.arrayContaining([expect.stringMatching(item)]),
    );
  });
});
