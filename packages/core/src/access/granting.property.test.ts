// No sequence of grants gives anybody more than its actors held, and somebody owns the organisation after each.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permits, resolve, type Grant } from './grants.ts';
import { changeFaults, isOwner, type Member } from './granting.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';
import { ROLES } from './policy.ts';

const reach = fc.oneof(
  fc.constant({ kind: 'organisation' as const }),
  fc.record({
    kind: fc.constantFrom('framework' as const, 'system' as const, 'engagement' as const),
    id: fc.constantFrom('a', 'b'),
  }),
);
const custom = [{ id: 'role_own', title: 'Own', permissions: ['risks.read', 'members.change'] as const }];
const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom(...ROLES, 'role_own'), within: reach });
const step = fc.record({
  by: fc.integer({ min: 0, max: 4 }),
  of: fc.integer({ min: 0, max: 4 }),
  to: fc.array(grant, { maxLength: 3 }),
});

/** Each permission with where it reaches, so that holding more somewhere is seen. */
function rights(member: Member): ReadonlySet<string> {
  const places = [{}, { framework: 'a' }, { framework: 'b' }, { system: 'a' }, { system: 'b' }];
  return new Set(
    places.flatMap((place, at) =>
      PERMISSIONS.filter((permission: Permission) => permits(member.held, permission, place).may).map(
        (permission) => `${at} ${permission}`,
      ),
    ),
  );
}

test('whatever is granted was held by whoever granted it, and an owner remains', () => {
  fc.assert(
    fc.property(
      fc.array(grant, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 40 }),
      (first, steps) => {
        let members: Member[] = [
          { id: '0', held: resolve([{ role: 'owner', within: { kind: 'organisation' } }], custom) },
        ];
        first.forEach((each, at) => members.push({ id: String(at + 1), held: resolve([each], custom) }));
        for (const { by, of, to } of steps) {
          const actor = members[by];
          const changed = members[of];
          if (!actor || !changed) continue;
          const next = { id: changed.id, held: resolve(to, custom) };
          if (changeFaults(actor, { of: changed, to: next.held, members }).length > 0) continue;
          const held = rights(actor);
          const before = rights(changed);
          const more = [...rights(next)].filter((right) => !before.has(right) && !held.has(right));
          expect(more).toEqual([]);
          members = members.map((each) => (each.id === next.id ? next : each));
          expect(members.some((each) => isOwner(each.held))).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
