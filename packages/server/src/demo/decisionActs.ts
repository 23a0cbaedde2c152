// Decisions as acts: controls taken up kind by kind, Annex A theme by theme, checks mapped by hand.
import { CONTROL_KINDS, OWNER_ROLES, type Instant } from '@assay/core';
import type { Tx } from '../platform/postgres/database.ts';
import { decideControl } from '../slices/controls/controls.module.ts';
import { decideApplicability } from '../slices/frameworks/frameworks.module.ts';
import { mapCheckTo } from '../slices/monitoring/mapcheck.usecases.ts';
import { checkKey, must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import {
  BECAUSE,
  CHECKS_MAPPED,
  DECIDED,
  EXCLUDED,
  IN_PLACE,
  OPEN,
  PLANNED,
  PLANS_MADE,
  REFUSED,
  UNDECIDED,
} from './decisions.ts';
import { OWNERS } from './people.ts';

const FRAMEWORK = 'iso27001:2022';

export function decisionActs(place: Place): readonly Act[] {
  return [...controlActs(place), ...annexActs(place), ...checkActs(place)];
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

function annexActs(place: Place): readonly Act[] {
  const framework = place.deps.catalogue.frameworks.get(FRAMEWORK);
  return (framework?.requirements ?? [])
    .filter((each) => each.kind === 'control' && !OPEN.includes(each.id))
    .map((each) => {
      const why = EXCLUDED[each.id];
      return act(place, DECIDED[each.id.slice(0, 3)] ?? PLANS_MADE, async (work) =>
        must(
          await decideApplicability(
            work,
            { framework: FRAMEWORK, requirement: each.id },
            why === undefined
              ? { applies: true, because: BECAUSE[each.id] ?? baseline(place, each.ref) }
              : { applies: false, why },
          ),
        ),
      );
    });
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

/** Names the controls that do the work, where no risk, law or contract is the reason. */
function baseline(place: Place, ref: string): string {
  const { mappings, controls } = place.deps.catalogue;
  const codes = mappings
    .filter((mapping) => mapping.to === ref && mapping.strength !== 'supporting')
    .map((mapping) => mapping.control);
  const names = controls
    .filter((control) => codes.includes(control.code))
    .map((control) => `${control.code} ${control.name}`);
  return `Baseline of a company that hosts customers’ data; done by ${names.slice(0, 3).join(', ')}.`;
}
