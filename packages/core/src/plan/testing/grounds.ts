// Grounds of any company.
import fc from 'fast-check';
import { OWNER_ROLES } from '../../controls/index.ts';
import { CREDENTIALS } from '../credential.ts';
import { GROUNDWORK, groundOf, type GroupedWork, type PlanGround, type WorkItem } from '../ground.ts';
import { date } from './networks.ts';

const LANES = ['shared', 'iso', 'soc2'] as const;
const items: fc.Arbitrary<readonly WorkItem[]> = fc
  .array(
    fc.record({
      role: fc.constantFrom(...OWNER_ROLES.slice(0, 5)),
      serves: fc.constantFrom(...LANES),
      days: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters / 4),
    }),
    { minLength: 25, maxLength: 60, size: 'max' },
  )
  .map((list) =>
    list.map((each, i) => ({ ...each, id: `give_evidence:C-${i}`, title: `C-${i}`, because: 'A gap.' })),
  );

const capacity = fc
  .array(fc.integer({ min: 4, max: 24 }), { minLength: 5, maxLength: 5 })
  .map((days) => Object.fromEntries(OWNER_ROLES.slice(0, 5).map((role, i) => [role, days[i] ?? 4])));

/** With its work thing by thing. */
export const anyGround: fc.Arbitrary<PlanGround> = fc
  .record({
    items,
    capacity,
    evidenceDays: fc.integer({ min: 0, max: 200 }),
    windowDays: fc.constantFrom(90, 180, 365),
    held: fc.subarray([...CREDENTIALS]),
    done: fc.subarray([...GROUNDWORK]),
    wantsBoth: fc.boolean(),
  })
  .map(({ items: list, ...said }) =>
    groundOf({ start: date('2026-12-07'), ...said, work: { kind: 'detailed', items: list } }),
  );

/** The same work by role and lane. */
export function groupedOf(ground: PlanGround): PlanGround {
  const groups: readonly GroupedWork[] =
    ground.work.kind === 'grouped' ? ground.work.groups : ground.work.items;
  return {
    ...ground,
    work: { kind: 'grouped', groups: groups.map(({ role, serves, days }) => ({ role, serves, days })) },
  };
}
