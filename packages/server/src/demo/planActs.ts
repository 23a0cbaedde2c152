// Which way Harbourline chose, and the plan that its founder approved.
import { planSettingsField, variantField } from '@assay/contract';
import type { Result } from '@assay/core';
import { addVariant, approvePlan, saySettings } from '../slices/plan/plan.usecases.ts';
import type { Asked } from '../slices/advisor/situation.module.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { STAGE_2 } from './company.ts';
import { OWNERS } from './people.ts';

/** Days before today. */
const CHOSEN = 28;
const APPROVED = 23;
const WONDERED = 6;
const UNSAID = '"0"';

export function planActs(place: Place): readonly Act[] {
  return [
    act(place, { ago: CHOSEN, time: '10:00', by: OWNERS.security_lead }, (work) =>
      saySettings(work, planSettingsField.parse(settings(place)), UNSAID),
    ),
    act(place, { ago: APPROVED, time: '16:00', by: OWNERS.founder }, (work) =>
      approvePlan(work, {
        approver: OWNERS.founder,
        role: 'founder',
        note: 'Stage 2 is booked; the period ends after it. Told to the team on the same day.',
      }),
    ),
    act(place, { ago: WONDERED, time: '11:20', by: OWNERS.security_lead }, (work) =>
      addVariant(
        work,
        variantField.parse({
          name: 'Outside help for a quarter',
          note: 'What two days a week more for security would change.',
          settings: { capacity: { security_lead: 18, platform_engineer: 9 } },
        }),
      ),
    ),
  ];
}

/** The certification body is engaged and came for stage 1; the CPA firm is engaged. */
function settings({ on }: Place): object {
  return {
    option: 'both_in_parallel',
    fixed: [{ task: 'stage2', on: on.ago(-STAGE_2), note: 'Booked with the certification body.' }],
    lead_days: [
      {
        task: 'stage1_gap',
        days: { min: 4, mode: 7, max: 15 },
        because: 'Stage 1 named three minor findings; each has an owner and a day.',
      },
    ],
    done: [
      { task: 'stage1', note: 'Held; the report is with the security lead.' },
      { task: 'auditor_soc2', note: 'Engagement letter signed before the period began.' },
    ],
  };
}

function act(
  place: Place,
  when: { readonly ago: number; readonly time: string; readonly by: string },
  run: (work: Asked) => Promise<Result<unknown, { readonly code: string; readonly detail: string }>>,
): Act {
  const now = at(place.on.ago(when.ago), when.time);
  return {
    at: now,
    inside: async (tx) => {
      must(await run({ tx, scope: place.as(when.by), catalogue: place.deps.catalogue, now }));
    },
  };
}
