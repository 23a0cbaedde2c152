// What is held reaches what an address names, and no further.
import { describe, expect, test } from 'vitest';
import { everywhere, lent, permits, resolve, type Grant } from './grants.ts';
import { changeFaults, customRoleFaults, givingFaults, type Member } from './granting.ts';
import { POLICY, ROLES } from './policy.ts';

const whole = (role: string): Grant => ({ role, within: { kind: 'organisation' } });
const held = (...roles: string[]) => resolve(roles.map(whole), []);
const member = (id: string, ...roles: string[]): Member => ({ id, held: held(...roles) });
const codes = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code);

describe('what a grant reaches', () => {
  const lead = resolve([{ role: 'security_lead', within: { kind: 'framework', id: 'iso27001:2022' } }], []);

  test('a grant for one framework permits only where the address names it', () => {
    expect(permits(lead, 'soa.change', { framework: 'iso27001:2022' })).toEqual({ may: true });
    expect(permits(lead, 'soa.change', { framework: 'soc2:2017' })).toMatchObject({
      may: false,
      why: 'narrowed',
    });
    expect(permits(lead, 'soa.change')).toMatchObject({ may: false, why: 'narrowed' });
  });

  test('what no grant permits is lacking, not narrowed', () => {
    expect(permits(lead, 'members.change', { framework: 'iso27001:2022' })).toMatchObject({ why: 'lacks' });
    expect(permits([], 'controls.read')).toMatchObject({ may: false, why: 'lacks' });
  });

  test('only grants for the whole organisation count everywhere', () => {
    expect(everywhere(lead)).toEqual([]);
    expect(everywhere(held('buyer', 'sales'))).toEqual([...POLICY.sales.permissions]);
  });

  test('a token never holds more than its owner', () => {
    const service = lent(held('contributor'), ['evidence.add', 'soa.approve']);
    expect(everywhere(service)).toEqual(['evidence.add']);
  });

  test('a role that the organisation no longer has permits nothing', () => {
    expect(permits(resolve([whole('role_gone')], []), 'controls.read')).toMatchObject({ may: false });
  });
});

describe('who gives what', () => {
  test('an admin neither makes nor ends an owner', () => {
    expect(codes(givingFaults(held('admin'), held('owner')))).toEqual(['access.cannot_grant']);
    const members = [member('o', 'owner'), member('p', 'owner'), member('a', 'admin')];
    const [owner, , admin] = members;
    if (!owner || !admin) throw new Error('members are missing');
    expect(codes(changeFaults(admin, { of: owner, to: [], members }))).toEqual(['access.cannot_grant']);
  });

  test('the last owner cannot go, nor step down', () => {
    const owner = member('o', 'owner');
    const members = [owner, member('a', 'admin')];
    expect(codes(changeFaults(owner, { of: owner, to: [], members }))).toEqual(['access.last_owner']);
    expect(codes(changeFaults(owner, { of: owner, to: held('admin'), members }))).toEqual([
      'access.last_owner',
    ]);
    expect(
      changeFaults(owner, { of: owner, to: held('admin'), members: [...members, member('p', 'owner')] }),
    ).toEqual([]);
  });

  test('an auditor is given only with a room, a buyer never', () => {
    expect(codes(givingFaults(held('owner'), held('cpa_examiner')))).toEqual(['access.role_not_given']);
    expect(codes(givingFaults(held('owner'), held('buyer')))).toEqual(['access.role_not_given']);
    const room = resolve([{ role: 'iso_auditor', within: { kind: 'engagement', id: 'room_1' } }], []);
    expect(givingFaults(held('security_lead'), room)).toEqual([]);
    expect(codes(givingFaults(held('contributor'), room))).toEqual(['access.cannot_grant']);
  });

  test('a lead of one framework gives nothing beyond it', () => {
    const admin = resolve([{ role: 'admin', within: { kind: 'framework', id: 'a' } }], []);
    const inside = resolve([{ role: 'reader', within: { kind: 'framework', id: 'a' } }], []);
    expect(givingFaults(admin, inside)).toEqual([]);
    expect(codes(givingFaults(admin, held('reader')))).toEqual(['access.cannot_grant']);
  });

  test('a role of one’s own holds no more than its maker', () => {
    expect(customRoleFaults(held('admin'), [], ['risks.read'])).toEqual([]);
    expect(codes(customRoleFaults(held('contributor'), [], ['risks.accept']))).toEqual([
      'access.cannot_grant',
    ]);
    expect(codes(customRoleFaults(held('contributor'), ['risks.accept'], []))).toEqual([
      'access.cannot_grant',
    ]);
  });

  test('no role of the company holds what is an auditor’s alone', () => {
    const holding = ROLES.filter((role) => POLICY[role].permissions.includes('rooms.enter'));
    expect(holding).toEqual(['iso_auditor', 'cpa_examiner']);
  });
});
