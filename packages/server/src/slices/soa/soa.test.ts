// The statement of applicability decided row by row: what is kept, what is refused, and what it rests on.
import { describe, expect, it } from 'vitest';
import { OWNER, send } from '../../testing/house.ts';
import {
  base,
  decide,
  decided,
  fails,
  house,
  json,
  postureOf,
  read,
  verifies,
  withStatements,
  words,
} from '../../testing/soaDesk.ts';

withStatements();

describe('deciding', () => {
  it('begins with the 93 controls of Annex A, none decided, and nothing that can be approved', async () => {
    const found = await read();
    expect([found.rows.length, found.counts.undecided, found.blocking]).toEqual([93, 93, 93]);
    const refused = await fails(409, 'POST /soa/versions', { approver: 'Ada', role: 'CEO' });
    expect(refused.code).toBe('soa.blocked');
    expect(refused.errors).toHaveLength(93);
    expect(refused.errors?.[0]?.pointer).toBe('/rows/A.5.1');
    expect(refused.errors?.[0]?.message).toContain('soa.undecided');
    expect(await json('GET', '/soa/versions')).toEqual({ data: [] });
  });

  it('writes the one word that posture counts, and the reasons beside it', async () => {
    await json('POST', '/obligations', { kind: 'regulation', title: 'GDPR', clause: 'Art. 32' });
    await json('PUT', '/controls/C-41/state', { state: 'adopted', implementation: 'planned', owner: 'Ada' });
    const { row, lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [
        { kind: 'law', ref: 'o-1' },
        { kind: 'baseline', text: 'CIS Controls 6' },
      ],
      how: 'Groups of the directory.',
      due: '2099-01-31',
    });
    expect(row).toMatchObject({
      decision: 'in',
      justification: 'law O-1; baseline: CIS Controls 6',
      status: 'planned, by 2099-01-31',
      how: 'Groups of the directory.',
      owner: 'Ada',
      controls: ['C-41'],
    });
    expect(row?.trace[0]).toMatchObject({ kind: 'law', ref: 'O-1', title: 'GDPR, Art. 32', control: 'C-41' });
    expect(broken).toEqual([]);
    expect(await words()).toEqual({ 'iso27001:2022/A.5.15': 'law O-1; baseline: CIS Controls 6' });
    expect(await json('GET', '/obligations/O-1')).toMatchObject({ rows: ['A.5.15'] });
    await verifies();
  });

  it('keeps what a later decision does not speak of, and forgets the reasons of a row that goes out', async () => {
    await decide('a.7.4', { decision: 'out', owner: 'Cy', how: 'No premises.' });
    const { row, lints: broken } = await decide('A.7.4', {
      decision: 'out',
      justification: 'We have no premises.',
    });
    expect(row).toMatchObject({ owner: 'Cy', how: 'No premises.', reasons: [] });
    expect(broken).toEqual([]);
    expect((await decide('A.7.4', { decision: 'undecided', owner: null })).row).toMatchObject({
      decision: 'undecided',
      owner: null,
    });
    expect(await words()).toEqual({});
    await verifies();
  });

  it('leaves a draft out without a word, which posture does not count and an approval does not pass', async () => {
    const { lints: broken } = await decide('A.7.4', { decision: 'out' });
    expect(broken.map(({ code, blocks }) => [code, blocks])).toEqual([['soa.excluded_without_reason', true]]);
    expect(await postureOf('A.7.4')).toMatchObject({ decided: false });
    await decide('A.7.4', { decision: 'out', justification: 'We have no premises.' });
    expect(await postureOf('A.7.4')).toMatchObject({ decided: true, applies: false });
  });

  it('no longer stands behind a row once another word was recorded elsewhere', async () => {
    await decide('A.5.15', { decision: 'in', reasons: [{ kind: 'baseline', text: 'CIS 6' }] });
    await json('PUT', '/frameworks/iso27001:2022/requirements/A.5.15/applicability', {
      applies: true,
      because: 'We felt like it.',
    });
    const found = await read();
    expect(found.rows.find(({ id }) => id === 'A.5.15')).toMatchObject({ decision: 'in', reasons: [] });
    expect(found.lints.filter(({ row }) => row === 'A.5.15').map(({ code }) => code)).toContain(
      'soa.unjustified',
    );
  });

  it('is refused to whoever read the row before somebody else decided it, here or under the framework', async () => {
    const { tag } = decided.parse(await json('GET', '/soa/rows/A.7.4'));
    await json('PUT', '/frameworks/iso27001:2022/requirements/A.7.4/applicability', {
      applies: false,
      why: 'We have no premises.',
    });
    const path = `${base}/soa/rows/A.7.4`;
    const body = { decision: 'in', reasons: [{ kind: 'baseline', text: 'CIS 6' }] };
    const late = await send(house, 'PUT', path, { headers: { ...OWNER, 'if-match': `"${tag}"` }, body });
    expect(late.status).toBe(412);
    const bare = await send(house, 'PUT', path, { headers: OWNER, body });
    expect(bare.status).toBe(428);
    expect(await postureOf('A.7.4')).toMatchObject({ decided: true, applies: false });
  });

  it('says what a decision would make of a row, and writes nothing', async () => {
    const path = '/soa/rows/A.7.4/try';
    const would = decided.parse(await json('POST', path, { decision: 'out' }));
    expect(would.row).toMatchObject({ decision: 'out' });
    expect(would.lints.map(({ code }) => code)).toEqual(['soa.excluded_without_reason']);
    const better = { decision: 'out', justification: 'We have no premises.' };
    expect(decided.parse(await json('POST', path, better)).lints).toEqual([]);
    expect((await fails(404, `POST ${path.replace('7.4', '9.9')}`, better)).code).toBe('soa.row_not_found');
    expect(decided.parse(await json('GET', '/soa/rows/A.7.4')).row).toMatchObject({ decision: 'undecided' });
    expect(await words()).toEqual({});
  });

  it('refuses what leads nowhere, and then changes nothing', async () => {
    const law = { decision: 'in', reasons: [{ kind: 'law', ref: 'O-9' }] };
    expect((await fails(404, 'PUT /soa/rows/A.5.15', law)).code).toBe('obligation.not_found');
    expect((await fails(404, 'PUT /soa/rows/A.9.9', { decision: 'out' })).code).toBe('soa.row_not_found');
    expect((await fails(404, 'PUT /soa/rows/C-41', { decision: 'undecided' })).code).toBe(
      'soa.row_not_found',
    );
    await fails(400, 'PUT /soa/rows/A.5.15', { decision: 'in', reasons: [] });
    const both = [
      { row: 'A.5.1', decide: { decision: 'out', justification: 'no' } },
      { row: 'A.5.2', decide: law },
    ];
    await fails(404, 'POST /soa/rows', { rows: both });
    await fails(400, 'POST /soa/rows', { rows: [both[0], both[0]] });
    expect(await words()).toEqual({});
  });

  it('says of a risk that no treatment knows that it is not behind the row', async () => {
    const { lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'risk', ref: 'R-12' }],
    });
    expect(broken.map(({ code }) => code)).toContain('soa.reason_risk_without_risk');
  });

  it('traces a row to the very risk that one of its controls treats', async () => {
    const risk = { title: 'A token leaks', properties: ['confidentiality'] };
    const scenario = { view: 'event', event: 'A key is pushed', consequence: 'Data is read' };
    await json('POST', '/risks', { ...risk, scenario });
    const seen = { of: 'inherent', likelihood: 4, impact: 4, justification: 'Seen at a peer' };
    await json('POST', '/risks/R-1/assessments', seen);
    await json('PUT', '/risks/R-1/treatment', { option: 'modify', controls: ['C-41'] });
    await json('PUT', '/controls/C-41/state', { state: 'adopted', implementation: 'implemented' });
    const { lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'risk', ref: 'R-1' }],
    });
    expect(broken.map(({ code }) => code)).not.toContain('soa.reason_risk_without_risk');
    const { lints: excluded } = await decide('A.5.15', {
      decision: 'out',
      justification: 'We need no rules',
    });
    expect(excluded.map(({ code }) => code)).toContain('soa.excluded_but_treats_risk');
  });

  it('takes in a control from elsewhere and takes it back, but does not exclude it', async () => {
    await json('POST', '/controls', {
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
    });
    expect((await fails(422, 'PUT /soa/rows/C-501', { decision: 'out' })).code).toBe(
      'soa.row_not_excludable',
    );
    const reasons = [{ kind: 'contract', text: 'Contract with the bank' }];
    expect((await decide('C-501', { decision: 'in', reasons })).row).toMatchObject({
      id: 'C-501',
      theme: 'elsewhere',
      decision: 'in',
    });
    expect((await read()).counts.rows).toBe(94);
    expect((await decide('C-501', { decision: 'undecided' })).row).toBeNull();
    await verifies();
  });

  it('is no statement where Annex A is not answered', async () => {
    const frameworks = ['soc2:2017'];
    await json('PATCH', '', { frameworks });
    expect((await fails(409, 'GET /soa')).code).toBe('soa.no_framework');
  });
});

describe('obligations', () => {
  it('are numbered, changed under their revision, and break the rows that rest on them when they end', async () => {
    expect(await json('POST', '/obligations', { kind: 'contract', title: 'Bank' })).toMatchObject({
      id: 'O-1',
      revision: 1,
      owner: null,
    });
    await decide('A.5.15', { decision: 'in', reasons: [{ kind: 'contract', ref: 'O-1' }] });
    expect(await json('PATCH', '/obligations/O-1', { ended_on: '2026-01-01' })).toMatchObject({
      revision: 2,
      title: 'Bank',
      ended_on: '2026-01-01',
    });
    expect((await fails(412, 'PATCH /obligations/O-1', { title: 'Other' })).code).toBe('request.conflict');
    expect((await read()).lints.filter(({ row }) => row === 'A.5.15').map(({ code }) => code)).toContain(
      'soa.reason_without_obligation',
    );
    await verifies();
  });
});
