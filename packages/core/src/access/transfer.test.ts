// Two persons, in time, and an owner who is one still.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from '../kernel/index.ts';
import { isOwner, type Member } from './granting.ts';
import { resolve } from './grants.ts';
import { acceptFault, proposeFault } from './transfer.ts';

const member = (id: string, role: string): Member => ({
  id,
  held: resolve([{ role, within: { kind: 'organisation' } }], []),
});
const instant = (text: string) => {
  const found = parseInstant(text);
  if (!found) throw new Error(text);
  return found;
};
const BEFORE = instant('2026-03-07T23:59:59.999Z');
const EXPIRES = instant('2026-03-08T00:00:00Z');

test('nobody proposes themselves, an owner, or somebody without a way in of their own', () => {
  const owner = member('o', 'owner');
  expect(proposeFault(owner, owner, true)).toBe('access.transfer_self');
  expect(proposeFault(owner, member('p', 'owner'), true)).toBe('access.already_owner');
  expect(proposeFault(owner, member('a', 'admin'), false)).toBe('access.no_way_in');
  expect(proposeFault(owner, member('a', 'admin'), true)).toBeUndefined();
});

test('whoever accepts is the other one, in time, and the proposer owns the organisation still', () => {
  const people = fc.constantFrom('a', 'b', 'c');
  const cases = fc.record({
    by: people,
    to: people,
    accepter: people,
    roles: fc.array(fc.constantFrom('owner', 'admin', 'reader'), { minLength: 3, maxLength: 3 }),
    late: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ by, to, accepter, roles, late }) => {
      const members = ['a', 'b', 'c'].map((id, at) => member(id, roles[at] ?? 'reader'));
      const proposer = members.find(({ id }) => id === by);
      const fault = acceptFault(
        { by, to, expiresAt: EXPIRES },
        { accepter, members, now: late ? EXPIRES : BEFORE },
      );
      const may = by !== to && accepter === to && !late && proposer !== undefined && isOwner(proposer.held);
      expect(fault === undefined).toBe(may);
    }),
  );
});
