// Decisions as acts: controls taken up kind by kind, checks mapped by hand. Annex A is decided in the statement.
import { CONTROL_KINDS, OWNER_ROLES, type Instant } from '@assay/core';
import type { Tx } from '../platform/postgres/database.ts';
import { decideControl } from '../slices/controls/controls.module.ts';
import { mapCheckTo } from '../slices/monitoring/mapcheck.usecases.ts';
import { checkKey, must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { CHECKS_MAPPED, IN_PLACE, PLANNED, PLANS_MADE, REFUSED, UNDECIDED } from './decisions.ts';
import { OWNERS } from './people.ts';

export function decisionActs(place: Place): readonly Act[] {
  return [...controlActs(place), ...checkActs(place)];
}

function controlActs(place: Place): readonly Act[] {
  const special = new Set([...PLANNED, ...UNDECIDED, ...Object.keys(REFUSED)]);
  const ordinary = place.deps.catalogue.controls.filter((control) => !special.has(control.code));
  const adopted = CONTROL_KINDS.flatMap((kind) =>
    OWNER_ROLES.map((role) => {
      const codes = ordinary
        .filter((control) => control.kind === kind && control.ownerRole === role)
        .map((control) => control.code);
      return act(place, IN_PLACE[kind], async (work) =>
        must(
          await decideControl(work, codes, {
            state: 'adopted',
            implementation: 'implemented',
            owner: OWNERS[role],
          }),
        ),
      );
    }),
  );
  const planned = act(place, PLANS_MADE, async (work) =>
    must(await decideControl(work, PLANNED, { state: 'adopted', implementation: 'planned' })),
  );
  const refused = Object.entries(REFUSED).map(([code, because]) =>
    act(place, PLANS_MADE, async (work) =>
      must(await decideControl(work, [code], { state: 'not_adopted', because })),
    ),
  );
  return [...adopted, planned, ...refused];
}

function checkActs(place: Place): readonly Act[] {
  return CHECKS_MAPPED.map(([check, control, daysAgo]) =>
    act(place, daysAgo, async (work) => must(await mapCheckTo(work, checkKey(check), [control]))),
  );
}

type Deciding = Parameters<typeof decideControl>[0];

function act(place: Place, daysAgo: number, run: (work: Deciding) => Promise<unknown>): Act {
  const now: Instant = at(place.on.ago(daysAgo), '10:00');
  return {
    at: now,
    inside: async (tx: Tx) => {
      await run({ tx, scope: place.as(OWNERS.security_lead), catalogue: place.deps.catalogue, now });
    },
  };
}
